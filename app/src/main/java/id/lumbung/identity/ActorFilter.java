package id.lumbung.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the signed-in person, with the grants in force at this moment, around the request; for the public it puts nothing,
 * and then nothing is visible. A session whose account was disabled, whose password changed or that lasts longer than a
 * working day ends here.
 */
class ActorFilter extends OncePerRequestFilter {
    private static final String OWN_PASSWORD = "/akun/saya/kata-sandi";

    /** However much a session is used. */
    static final Duration LONGEST = Duration.ofHours(12);

    private final LiveAccounts accounts;
    private final Clock clock;

    ActorFilter(LiveAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.equals("/health") || path.startsWith("/health/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<LiveAccounts.Live> live = accounts.find(signedIn);
        if (live.isEmpty() || isTooOld(request.getSession(false))) {
            end(request);
            chain.doFilter(request, response);
        } else if (live.get().mustChange() && !allowedBeforeChange(request.getRequestURI())) {
            response.sendRedirect(OWN_PASSWORD);
        } else {
            runAs(live.get().actor(), request, response, chain);
        }
    }

    private boolean isTooOld(@Nullable HttpSession session) {
        return session != null
                && session.getAttribute(SignedIn.BEGAN) instanceof Long began
                && clock.millis() - began > LONGEST.toMillis();
    }

    private static boolean allowedBeforeChange(String path) {
        return path.equals(OWN_PASSWORD) || path.equals("/keluar") || path.equals("/error");
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private static void runAs(Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            CurrentActor.runAs(actor, () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException problem) {
                    throw new UncheckedIOException(problem);
                } catch (ServletException problem) {
                    throw new Carried(problem);
                }
            });
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        } catch (Carried problem) {
            throw problem.inside;
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
