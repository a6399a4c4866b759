package id.lumbung.api.problem;

import id.lumbung.platform.Outage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.filter.OncePerRequestFilter;

/** What the container itself finds wrong with a call is told in the same form. */
@Configuration(proxyBeanMethods = false)
class ProblemEdge {
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> problemsOfTheContainer(Problems problems) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new ContainerErrors(problems));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.ERROR));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Outages that are noticed before the API's own chain begins. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> outagesBeforeTheChain(Problems problems) {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Outages(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return registration;
    }

    private static final class Outages extends OncePerRequestFilter {
        private final Problems problems;

        Outages(Problems problems) {
            this.problems = problems;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(request, response);
            } catch (ServletException | RuntimeException failure) {
                if (!ApiPaths.isCall(request.getRequestURI())
                        || Outage.of(failure).isEmpty()) {
                    throw failure;
                }
                problems.write(failure, request, response);
            }
        }
    }

    private static final class ContainerErrors extends OncePerRequestFilter {
        private final Problems problems;

        ContainerErrors(Problems problems) {
            this.problems = problems;
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
            Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            if (path instanceof String text && ApiPaths.isCall(text) && status instanceof Integer code) {
                problems.write(Problems.byStatus(HttpStatusCode.valueOf(code)), request, response);
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
