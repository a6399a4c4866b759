package id.lumbung.identity;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * What a session remembers: whose it is, how often the sessions of this person had been ended by then, and how well the
 * person proved to be the one. What the person may do is looked up anew in each request.
 *
 * @param strong whether two factors were shown: something known and something held
 * @param provenAt milliseconds since the epoch, when something was last shown
 */
public record SignedIn(UUID account, int epoch, boolean strong, long provenAt)
        implements AuthenticatedPrincipal, Serializable {
    /** Name of the attribute of a session that says when its person signed in: milliseconds since the epoch. */
    public static final String BEGAN = "lumbung.began";

    @Serial
    private static final long serialVersionUID = 1L;

    /** The same session after the person has shown something again. */
    public SignedIn provenAgain(boolean withSecondFactor, Instant at) {
        return new SignedIn(account, epoch, strong || withSecondFactor, at.toEpochMilli());
    }

    @Override
    public String getName() {
        return account.toString();
    }
}
