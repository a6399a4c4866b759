package id.lumbung.platform.page;

import id.lumbung.platform.Outage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the disk is full or the database away, pages say so. Outside of everything that would ask the database first, such
 * as sessions; the page is made without them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class OutagePages extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(OutagePages.class);

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
            LOG.warn("a page could not be served: {}", outage.get());
            response.reset();
            response.setHeader("Retry-After", String.valueOf(outage.get().retryAfterSeconds()));
            response.setHeader("Cache-Control", "no-store");
            pages.write(outage.get().status(), outage.get().messageKey(), request, response);
        }
    }
}
