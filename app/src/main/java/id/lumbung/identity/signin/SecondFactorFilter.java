package id.lumbung.identity.signin;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.SignedIn;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever must show two factors ({@link SecondFactorSettings}) goes nowhere before: to the question for the second where
 * there is one, else to setting one up. Asked in each request, since roles are given in between.
 */
class SecondFactorFilter extends OncePerRequestFilter {
    private static final List<String> ALWAYS =
            List.of("/masuk", "/keluar", "/error", "/assets", "/akun/saya/kata-sandi");
    private static final List<String> WHILE_NONE = List.of(SecondFactorController.PATH, "/akun/saya/kunci");

    private final SecondFactors secondFactors;
    private final CurrentActor currentActor;

    SecondFactorFilter(SecondFactors secondFactors, CurrentActor currentActor) {
        this.secondFactors = secondFactors;
        this.currentActor = currentActor;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedIn who = AskingAgain.current().orElse(null);
        Actor actor = currentActor.find().orElse(null);
        String path = request.getRequestURI();
        if (who == null || actor == null || who.strong() || under(ALWAYS, path) || !secondFactors.required(actor)) {
            chain.doFilter(request, response);
            return;
        }
        boolean can = secondFactors.canShowTwo(actor.account());
        if (!can && under(WHILE_NONE, path)) {
            chain.doFilter(request, response);
        } else if (Pages.askedByScript(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            boolean page = request.getMethod().equals("GET");
            response.sendRedirect(can ? Door.askAgain(page ? path : "") : SecondFactorController.PATH);
        }
    }

    private static boolean under(List<String> places, String path) {
        return places.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
    }
}
