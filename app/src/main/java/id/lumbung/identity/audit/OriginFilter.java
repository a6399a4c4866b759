package id.lumbung.identity.audit;

import id.lumbung.platform.Origin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Remembers from where a request comes while it is worked on, for the audit. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OriginFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Origin origin = new Origin(
                String.valueOf(request.getRemoteAddr()),
                session(request.getCookies()),
                door(request.getMethod(), request.getRequestURI()));
        Exception problem = Origin.<@Nullable Exception>within(origin, () -> {
            try {
                chain.doFilter(request, response);
                return null;
            } catch (IOException | ServletException failed) {
                return failed;
            }
        });
        if (problem instanceof IOException failed) {
            throw failed;
        }
        if (problem instanceof ServletException failed) {
            throw failed;
        }
    }

    /** The path without what names somebody or opens something: identifiers, numbers, codes, tokens. */
    static String door(String method, String path) {
        return method + " "
                + Arrays.stream(path.split("/", 12))
                        .map(segment -> segment.matches("[a-z.-]{0,24}") ? segment : "…")
                        .collect(Collectors.joining("/"));
    }

    /** The handle under which the list of sessions shows this session. */
    private static String session(Cookie @Nullable [] cookies) {
        if (cookies == null) {
            return "";
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals("lumbung") || cookie.getName().equals("__Host-lumbung")) {
                try {
                    byte[] id = Base64.getDecoder().decode(cookie.getValue());
                    byte[] hash = MessageDigest.getInstance("SHA-256")
                            .digest(new String(id, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
                    return HexFormat.of().formatHex(hash, 0, 8);
                } catch (IllegalArgumentException notOurs) {
                    return "";
                } catch (NoSuchAlgorithmException never) {
                    throw new IllegalStateException(never);
                }
            }
        }
        return "";
    }
}
