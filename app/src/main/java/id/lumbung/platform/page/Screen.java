package id.lumbung.platform.page;

import id.lumbung.platform.Texts;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What every page is given beside its own data.
 *
 * @param path path of the request, to mark the place in the navigation
 * @param csrfName name of the hidden field against forged requests, empty when there is none
 * @param notice key of a sentence to show once after a redirect
 */
public record Screen(
        Texts texts,
        String path,
        String csrfName,
        String csrfToken,
        @Nullable String actorName,
        Predicate<String> permissions,
        @Nullable String notice) {

    public boolean may(String permission) {
        return permissions.test(permission);
    }

    public Optional<String> actor() {
        return Optional.ofNullable(actorName);
    }

    /** Whether the place in the navigation is the current one. */
    public boolean at(String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }
}
