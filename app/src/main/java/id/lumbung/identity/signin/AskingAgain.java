package id.lumbung.identity.signin;

import id.lumbung.identity.SignedIn;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Stops what {@link AsksAgain} until the person has shown a factor again; what was typed is kept for the time between. */
@Component
class AskingAgain implements HandlerInterceptor {
    static final String CONTINUE = "/masuk/lanjut";
    private static final String KEPT = "lumbung.kept-form";
    private static final int MOST_CHARACTERS = 10_000;

    private final Door door;

    AskingAgain(Door door) {
        this.door = door;
    }

    /** A form that was sent and waits. */
    record KeptForm(String path, LinkedHashMap<String, List<String>> fields) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !method.hasMethodAnnotation(AsksAgain.class)) {
            return true;
        }
        SignedIn who = current().orElse(null);
        if (who != null && door.isFresh(who)) {
            return true;
        }
        if (Pages.askedByScript(request) || who == null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (request.getMethod().equals("GET")) {
            String query = request.getQueryString();
            response.sendRedirect(Door.askAgain(request.getRequestURI() + (query == null ? "" : "?" + query)));
        } else {
            keep(request);
            response.sendRedirect(Door.askAgain(CONTINUE));
        }
        return false;
    }

    static Optional<SignedIn> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    /** The form that waited, once. */
    static Optional<KeptForm> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        KeptForm kept = session == null ? null : (KeptForm) session.getAttribute(KEPT);
        if (session != null) {
            session.removeAttribute(KEPT);
        }
        return Optional.ofNullable(kept);
    }

    private static void keep(HttpServletRequest request) {
        LinkedHashMap<String, List<String>> fields = new LinkedHashMap<>();
        int size = 0;
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (!field.getKey().equals("_csrf")) {
                fields.put(field.getKey(), List.of(field.getValue()));
                size += field.getKey().length()
                        + String.join("", field.getValue()).length();
            }
        }
        @Nullable KeptForm kept = size > MOST_CHARACTERS ? null : new KeptForm(request.getRequestURI(), fields);
        request.getSession().setAttribute(KEPT, kept);
    }
}
