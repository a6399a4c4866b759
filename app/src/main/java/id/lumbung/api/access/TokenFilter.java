package id.lumbung.api.access;

import id.lumbung.api.problem.ApiProblem;
import id.lumbung.api.problem.Problems;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.RateLimiter;
import id.lumbung.platform.Origin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whose token came in the header; the rest of the request runs on behalf of that person. */
class TokenFilter extends OncePerRequestFilter {
    static final RateLimiter.Limit PER_TOKEN = new RateLimiter.Limit("api-token", 1200, 30_000);
    private static final RateLimiter.Limit GUESSES = new RateLimiter.Limit("api-guess", 30, 200);
    private static final RateLimiter.Limit WITHOUT = new RateLimiter.Limit("api-open", 300, 6000);
    private static final String BEARER = "bearer ";

    private final Tokens tokens;
    private final Problems problems;
    private final RateLimiter limiter;

    TokenFilter(Tokens tokens, Problems problems, RateLimiter limiter) {
        this.tokens = tokens;
        this.problems = problems;
        this.limiter = limiter;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        String address = RateLimiter.addressOf(request);
        if (header == null) {
            if (limiter.tryAcquire(WITHOUT, address)) {
                chain.doFilter(request, response);
            } else {
                problems.write(ApiProblem.TOO_MANY_REQUESTS, request, response);
            }
            return;
        }
        Optional<Tokens.Caller> caller = header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? tokens.find(header.substring(BEARER.length()).strip())
                : Optional.empty();
        if (caller.isEmpty()) {
            boolean patient = limiter.tryAcquire(GUESSES, address);
            problems.write(patient ? ApiProblem.TOKEN_NOT_VALID : ApiProblem.TOO_MANY_REQUESTS, request, response);
        } else if (!limiter.tryAcquire(PER_TOKEN, caller.get().token().toString())) {
            problems.write(ApiProblem.TOO_MANY_REQUESTS, request, response);
        } else {
            Calls.setToken(request, caller.get().token());
            runAs(caller.get(), request, response, chain);
        }
    }

    private static void runAs(
            Tokens.Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                caller.actor().account().toString(), null, List.of()));
        SecurityContextHolder.setContext(context);
        Origin byToken = Origin.current().by("token " + caller.token());
        try {
            Origin.<@Nullable Void>within(byToken, () -> {
                CurrentActor.runAs(caller.actor(), () -> goOn(request, response, chain));
                return null;
            });
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        } catch (Carried problem) {
            throw problem.inside;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (ServletException problem) {
            throw new Carried(problem);
        }
    }

    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ServletException inside;

        Carried(ServletException inside) {
            super(inside);
            this.inside = inside;
        }
    }
}
