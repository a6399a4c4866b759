package id.lumbung.platform.watch;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One line a request: method, pattern of the route, status, milliseconds, an identifier that also stands in the answer
 * and in every other line of the request. The address itself is not logged: it may hold a code that opens something.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestLog extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger("id.lumbung.request");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Requests requests;

    RequestLog(Requests requests) {
        this.requests = requests;
    }

    @Override
    @SuppressWarnings("try") // what is put in is taken out again, not used
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        long begun = System.nanoTime();
        response.setHeader("X-Request-Id", id);
        boolean failed = true;
        try (MDC.MDCCloseable ignored = MDC.putCloseable("request", id);
                Requests.Serving serving = requests.begin()) {
            try {
                chain.doFilter(request, response);
                failed = false;
            } finally {
                int status = failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus();
                log(request, status, (System.nanoTime() - begun) / 1_000_000);
            }
        }
    }

    private static void log(HttpServletRequest request, int status, long milliseconds) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String route = pattern == null ? "-" : pattern.toString();
        boolean routine =
                route.startsWith("/assets/") || request.getRequestURI().startsWith("/health");
        if (routine && status < 400) {
            return;
        }
        String method = request.getMethod().matches("[A-Z]{1,10}") ? request.getMethod() : "-";
        LOG.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("ms", milliseconds)
                .log("{} {} {} {} ms", method, route, status, milliseconds);
    }
}
