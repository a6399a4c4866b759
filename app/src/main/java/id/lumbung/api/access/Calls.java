package id.lumbung.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the door learnt of a call. */
public final class Calls {
    private static final String TOKEN = Calls.class.getName() + ".token";

    private Calls() {}

    static void setToken(HttpServletRequest request, UUID token) {
        request.setAttribute(TOKEN, token);
    }

    /** The token that was shown; null for a call that needs none. */
    public static @Nullable UUID token(HttpServletRequest request) {
        return request.getAttribute(TOKEN) instanceof UUID token ? token : null;
    }
}
