package id.lumbung.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A grant to be made.
 *
 * @param from first day, null for today
 * @param to last day, null for open
 * @param legalBasis decree on which a camat's delegate acts; needed for that role
 */
public record NewGrant(
        Role role,
        String territory,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String legalBasis) {

    /** From today on without an end. */
    public static NewGrant of(Role role, String territory) {
        return new NewGrant(role, territory, null, null, null);
    }

    /** For a camat's delegate: from today on, on this decree. */
    public static NewGrant delegate(String territory, String legalBasis) {
        return new NewGrant(Role.CAMAT_DELEGATE, territory, null, null, legalBasis);
    }
}
