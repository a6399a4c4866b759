package id.lumbung.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts itself before the sessions in the database; those are made first, or they would not be made at all. */
@AutoConfiguration(after = JdbcSessionAutoConfiguration.class)
public class SparingSessionsConfiguration {
    @Bean
    @Primary
    SparingSessions<?> sparingSessions(JdbcIndexedSessionRepository kept) {
        return new SparingSessions<>(kept);
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> requestsOfSessions() {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new RequestOfSession());
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }

    private static final class RequestOfSession extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try (SparingSessions.Request ignored = SparingSessions.Request.begin()) {
                chain.doFilter(request, response);
            }
        }
    }
}
