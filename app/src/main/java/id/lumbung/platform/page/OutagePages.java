package id.lumbung.platform.page;

import id.lumbung.platform.Outage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the disk is full, or database or documents are away, pages say so. Outside of everything that would ask the database first, such
 * as sessions; the page is made without them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class OutagePages extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(OutagePages.class);

    private static final Map<String, String> PROTECTING = Map.of(
            "Content-Security-Policy", "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer");

    private final Pages pages;

    OutagePages(Pages pages) {
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            Optional<Outage> outage = Outage.of(failure);
            if (outage.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            outage.get().tell(LOG, failure);
            protectedAsBefore(response);
            response.setHeader("Retry-After", String.valueOf(outage.get().retryAfterSeconds()));
            response.setHeader("Cache-Control", "no-store");
            pages.write(outage.get().status(), outage.get().messageKey(), request, response);
        }
    }

    /** Empties the answer but for what protects it, which is put in where the failure came before it. */
    private static void protectedAsBefore(HttpServletResponse response) {
        Map<String, String> kept = new LinkedHashMap<>(PROTECTING);
        for (String name : response.getHeaderNames()) {
            if (PROTECTING.containsKey(name)
                    || name.equals("Strict-Transport-Security")
                    || name.equals("X-Request-Id")) {
                kept.put(name, response.getHeader(name));
            }
        }
        response.reset();
        kept.forEach(response::setHeader);
    }
}
