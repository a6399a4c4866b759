package id.lumbung.identity.signin.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in page.
 *
 * @param name what was typed as name
 * @param next path to go to afterwards
 * @param problem key of the sentence that says what went wrong
 * @param waitMinutes how long to wait, when there were too many tries
 * @param notice key of a sentence about what has just been done
 * @param elsewhere other places to sign in
 * @param secondFactorOptional whether administrators get in with a password alone, which is said aloud
 */
public record SignInPage(
        String name,
        String next,
        @Nullable String problem,
        long waitMinutes,
        @Nullable String notice,
        List<Elsewhere> elsewhere,
        boolean secondFactorOptional) {

    /**
     * The office's own sign-in service.
     *
     * @param wayOut path to signing out there, for somebody who has just signed out here; else null
     */
    public record Elsewhere(
            String name, String path, @Nullable String wayOut) {}
}
