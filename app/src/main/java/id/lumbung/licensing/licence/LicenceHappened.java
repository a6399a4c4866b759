package id.lumbung.licensing.licence;

import java.time.Instant;
import java.util.UUID;

/**
 * Something happened to a licence. Published in the transaction in which it happens; says nothing of a person.
 *
 * @param event identifies the happening
 */
public record LicenceHappened(
        UUID event, LicenceId licence, String number, String kecamatanCode, What what, Instant at) {
    public enum What {
        ISSUED,
        AMENDED,
        SHEET_REPLACED,
        WARNED,
        REVOKED,
        REINSTATED
    }
}
