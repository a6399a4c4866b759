package id.lumbung.identity.account.page;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * With what an account is entered beside its password.
 *
 * @param outside the office's own sign-in service, when one is set up
 */
public record WaysIn(
        boolean secondFactor, List<Key> passkeys, @Nullable Outside outside) {

    /** A passkey. */
    public record Key(
            UUID id, String name, Instant since, @Nullable Instant lastUsed) {}

    public record Outside(String name, boolean linked) {}

    public boolean any() {
        return secondFactor || !passkeys.isEmpty() || outside != null && outside.linked();
    }
}
