package id.lumbung.api.access;

import id.lumbung.api.once.OnceFilter;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.api.problem.ApiProblem;
import id.lumbung.api.problem.Problems;
import id.lumbung.identity.RateLimiter;
import id.lumbung.identity.StrictTransport;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.OncePerRequestFilter;

/** The door of the API: no session, no cookie, no form; a token in the header, or one of the few open questions. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String[] OPEN = {
        ApiPaths.ROOT + "/openapi.json", ApiPaths.ROOT + "/case-status", ApiPaths.ROOT + "/licence-status"
    };

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            Tokens tokens,
            Problems problems,
            RateLimiter limiter,
            OnceFilter once,
            StrictTransport strictTransport) {
        http.securityMatcher(request -> ApiPaths.isCall(request.getRequestURI()))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, ignored) ->
                                problems.write(ApiProblem.TOKEN_MISSING, request, response))
                        .accessDeniedHandler((request, response, ignored) ->
                                problems.write(ApiProblem.NOT_ALLOWED, request, response)))
                .headers(headers -> headers(headers, strictTransport));
        http.addFilterBefore(new LastResort(problems), SecurityContextHolderFilter.class);
        http.addFilterBefore(new TokenFilter(tokens, problems, limiter), AnonymousAuthenticationFilter.class);
        http.addFilterAfter(once, AuthorizationFilter.class);
        return http.build();
    }

    /** An address that the firewall refuses is told in the form of the API too; on pages it is as before. */
    @Bean
    RequestRejectedHandler requestRejectedHandler(Problems problems) {
        RequestRejectedHandler usual = new HttpStatusRequestRejectedHandler();
        return (request, response, rejected) -> {
            if (ApiPaths.isCall(request.getRequestURI())) {
                problems.write(ApiProblem.BAD_REQUEST, request, response);
            } else {
                usual.handle(request, response, rejected);
            }
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, StrictTransport strictTransport) {
        headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'; sandbox"))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
        strictTransport.in(headers);
    }

    /** What nobody else has answered: an outage, or a bug. */
    private static final class LastResort extends OncePerRequestFilter {
        private final Problems problems;

        LastResort(Problems problems) {
            this.problems = problems;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(request, response);
            } catch (RuntimeException | ServletException failure) {
                problems.write(failure, request, response);
            }
        }
    }
}
