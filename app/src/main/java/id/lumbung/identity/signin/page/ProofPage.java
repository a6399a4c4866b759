package id.lumbung.identity.signin.page;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody shows a factor.
 *
 * @param again whether the person is in already and shows it once more; else it is the second at sign-in
 * @param code whether it is the code on the telephone; else the password
 * @param passkey whether a passkey will do, too
 * @param next path to go to afterwards
 * @param problem key of the sentence that says what went wrong
 */
public record ProofPage(
        boolean again,
        boolean code,
        boolean passkey,
        String next,
        @Nullable String problem,
        long waitMinutes) {}
