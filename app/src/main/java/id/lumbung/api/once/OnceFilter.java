package id.lumbung.api.once;

import id.lumbung.api.access.Calls;
import id.lumbung.api.problem.ApiProblem;
import id.lumbung.api.problem.ApiRefusal;
import id.lumbung.api.problem.Problems;
import id.lumbung.identity.RateLimiter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Reads the body within bounds, and answers every POST through {@link Once}. */
public class OnceFilter extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final int LARGEST_JSON = 1 << 20;
    private static final int LARGEST_PAPER = 12 << 20;
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "ETag", "Location", "Content-Disposition");

    private final Once once;
    private final Problems problems;

    OnceFilter(Once once, Problems problems) {
        this.once = once;
        this.problems = problems;
    }

    /** In the chain of the API only, not around every request. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {
        @Bean
        OnceFilter onceFilter(Once once, Problems problems) {
            return new OnceFilter(once, problems);
        }

        @Bean
        FilterRegistrationBean<OnceFilter> onceFilterInTheChainOnly(OnceFilter filter) {
            FilterRegistrationBean<OnceFilter> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }

    /** Carries a failure of the chain out of the transaction. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(Exception cause) {
            super(cause);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String method = request.getMethod();
        if (!method.equals("POST") && !method.equals("PUT") && !method.equals("PATCH")) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = body(request);
        if (body == null) {
            problems.write(ApiProblem.TOO_LARGE, request, response);
            return;
        }
        HttpServletRequest read = new ReadRequest(request, body);
        if (!method.equals("POST")) {
            chain.doFilter(read, response);
            return;
        }
        String key = request.getHeader(KEY);
        if (key == null || !key.matches("[\\x21-\\x7e]{1,100}")) {
            problems.write(ApiProblem.KEY_MISSING, request, response);
            return;
        }
        Once.Answer answer;
        try {
            answer = once.answer(
                    new Once.Asked(owner(request), key, hash(request, body)), () -> run(read, response, chain));
        } catch (ApiRefusal refusal) {
            problems.write(refusal, request, response);
            return;
        } catch (Failed failed) {
            throw new ServletException(failed.getCause());
        }
        write(answer, response);
    }

    private static Once.Answer run(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        ContentCachingResponseWrapper kept = new Held(response);
        try {
            chain.doFilter(request, kept);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (ServletException problem) {
            throw new Failed(problem);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = name.equals("Content-Type") ? kept.getContentType() : kept.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new Once.Answer(kept.getStatus(), headers, kept.getContentAsByteArray(), false);
    }

    private static void write(Once.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (answer.replayed()) {
            response.setHeader(REPLAYED, "true");
        }
        if (answer.status() != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        }
        response.flushBuffer();
    }

    /** Nothing leaves before the transaction has decided. */
    private static final class Held extends ContentCachingResponseWrapper {
        Held(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void flushBuffer() {
            // later, when it is decided
        }
    }

    /** Per token; without one per address. */
    private static String owner(HttpServletRequest request) {
        UUID token = Calls.token(request);
        return token == null ? "open:" + RateLimiter.addressOf(request) : "token:" + token;
    }

    private static byte[] hash(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {
                request.getMethod(),
                request.getRequestURI(),
                request.getQueryString(),
                request.getContentType(),
                request.getHeader("If-Match")
            }) {
                digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return digest.digest(body);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Null when it is larger than allowed. */
    private static byte @Nullable [] body(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        int largest = type != null
                        && (type.startsWith("image/")
                                || type.startsWith("application/pdf")
                                || type.startsWith("application/octet-stream"))
                ? LARGEST_PAPER
                : LARGEST_JSON;
        if (request.getContentLengthLong() > largest) {
            return null;
        }
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        return body.length > largest ? null : body;
    }
}
