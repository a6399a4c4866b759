package id.lumbung.identity.signin.page;

import id.lumbung.platform.FieldProblems;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody sets a password with a one-time link.
 *
 * @param token of the link
 * @param setup whether the first administrator also chooses a name
 * @param invitedAs sign-in name of the account, when there is one
 */
public record SetPasswordPage(
        String token,
        boolean setup,
        @Nullable String invitedAs,
        String signInName,
        String fullName,
        int leastLength,
        FieldProblems problems) {}
