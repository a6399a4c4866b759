package id.lumbung.identity.signin.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Setting up the second factor.
 *
 * @param required whether nothing else can be done before
 * @param set whether there is one
 * @param picture address of the QR code while the first code is awaited
 * @param secret the same for typing, in groups of four
 * @param recoveryCodes shown this once, after they were made
 * @param left how many recovery codes are unused
 * @param problem key of the sentence that says what went wrong
 */
public record SecondFactorPage(
        boolean required,
        boolean set,
        @Nullable String picture,
        @Nullable String secret,
        List<String> recoveryCodes,
        int left,
        @Nullable String problem) {}
