package id.lumbung.identity;

import static id.lumbung.identity.Permission.EDIT_REFERENCE;
import static id.lumbung.identity.Permission.EDIT_REGIME;
import static id.lumbung.identity.Permission.MANAGE_ACCOUNTS;

import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * The doors. What is not named here as public needs somebody signed in; what somebody signed in may do is asked by each
 * use case ({@link Actor#require}).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String[] PUBLIC = {
        "/",
        "/masuk",
        "/masuk/**",
        "/atur/**",
        "/lacak/**",
        "/data-saya",
        "/api",
        "/api/masalah/**",
        "/c/**",
        "/cek/**",
        "/audit/kepala",
        "/audit/kepala.json",
        "/assets/**",
        "/health",
        "/health/**",
        "/error",
        "/check-worker.js",
        "/favicon.ico",
        "/robots.txt"
    };
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data: blob:; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private static final String PERMISSIONS_POLICY =
            "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    private final CurrentActor currentActor;
    private final StrictTransport strictTransport;
    private final boolean https;

    SecurityConfiguration(CurrentActor currentActor, StrictTransport strictTransport, LumbungSettings settings) {
        this.currentActor = currentActor;
        this.strictTransport = strictTransport;
        this.https = settings.publicUrl().startsWith("https:");
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            LiveAccounts accounts,
            Clock clock,
            CsrfTokenRepository csrfTokens,
            SecurityContextRepository securityContexts) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(PUBLIC)
                .permitAll()
                .requestMatchers("/akun/saya", "/akun/saya/**")
                .authenticated()
                .requestMatchers("/akun", "/akun/**")
                .access(holds(MANAGE_ACCOUNTS))
                .requestMatchers(HttpMethod.GET, "/acuan/**", "/rezim/**")
                .authenticated()
                .requestMatchers(HttpMethod.HEAD, "/acuan/**", "/rezim/**")
                .authenticated()
                .requestMatchers("/acuan/**")
                .access(holds(EDIT_REFERENCE))
                .requestMatchers("/rezim/**")
                .access(holds(EDIT_REGIME))
                .anyRequest()
                .authenticated());
        http.addFilterBefore(new ActorFilter(accounts, clock), AnonymousAuthenticationFilter.class);
        http.securityContext(context -> context.securityContextRepository(securityContexts));
        http.requestCache(cache -> cache.requestCache(new NullRequestCache()));
        http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens));
        http.logout(logout -> logout.logoutUrl("/keluar")
                .logoutSuccessUrl("/masuk?keluar")
                .addLogoutHandler(new HeaderWriterLogoutHandler(
                        new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE))));
        http.exceptionHandling(problems -> problems.authenticationEntryPoint(SecurityConfiguration::askToSignIn)
                .accessDeniedHandler(SecurityConfiguration::forbid));
        http.headers(this::headers);
        return http.build();
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
        strictTransport.in(headers);
    }

    /** The token against forged requests lives in a cookie, so that a public page with a form needs no session. */
    @Bean
    CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(https ? "__Host-lumbung-formulir" : "lumbung-formulir");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(https).httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** At sign-in the session gets a new id and the forms a new token. */
    @Bean
    SessionAuthenticationStrategy atSignIn(CsrfTokenRepository csrfTokens) {
        return new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens)));
    }

    /** The sign-in page is the only way in; without this Spring Boot would make a user with a default name. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new ProviderNotFoundException("people sign in at /masuk only");
        };
    }

    @Bean
    DefaultCookieSerializerCustomizer sessionCookie() {
        return cookie -> {
            cookie.setCookieName(https ? "__Host-lumbung" : "lumbung");
            cookie.setCookiePath("/");
            cookie.setUseHttpOnlyCookie(true);
            cookie.setSameSite("Lax");
            if (https) {
                cookie.setUseSecureCookie(true);
            }
        };
    }

    /** Two requests of one session at the same moment may write the same attribute. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsInPostgresql() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    private AuthorizationManager<RequestAuthorizationContext> holds(Permission permission) {
        return (authentication, context) -> new AuthorizationDecision(
                currentActor.find().map(actor -> actor.mayAnywhere(permission)).orElse(false));
    }

    /** To the sign-in page, and from there back to where the person wanted to go. */
    private static void askToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        String page = "/masuk";
        if (request.getMethod().equals("GET") && !Pages.askedByScript(request)) {
            String query = request.getQueryString();
            String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
            page += "?lanjut=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        }
        if (Pages.askedByScript(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(page);
        }
    }

    /** A form larger than allowed loses its token on the way; the person should read that, not "forbidden". */
    private static void forbid(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        boolean tooLarge = problem instanceof CsrfException && isTooLarge(request);
        response.sendError(
                tooLarge ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : HttpServletResponse.SC_FORBIDDEN);
    }

    private static boolean isTooLarge(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/form-data")) {
            return false;
        }
        try {
            return request.getParts() == null;
        } catch (IllegalStateException tooLarge) {
            return true;
        } catch (IOException | jakarta.servlet.ServletException unreadable) {
            return false;
        }
    }
}
