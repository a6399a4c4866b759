package id.lumbung.identity.account.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own account. */
public record OwnAccountPage(
        String signInName,
        String fullName,
        @Nullable String title,
        @Nullable String rank,
        @Nullable String nip,
        List<AccountsPage.GrantLine> grants,
        WaysIn ways,
        boolean secondFactorOptional,
        List<SessionRow> sessions) {

    /** One device on which one is signed in. */
    public record SessionRow(
            String handle, Instant since, Instant lastUsed, String from, String device, boolean current) {}
}
