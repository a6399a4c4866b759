package id.lumbung.licensing.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A licence regime as it was written down once: dated data that never changes. A change of law or of practice is a new
 * version.
 *
 * @param code such as {@code IUMK}
 * @param number counts the versions of a regime from 1
 * @param from first day
 * @param to last day, or null while it is open
 */
public record RegimeVersion(
        String code,
        int number,
        Words name,
        RegimeKind kind,
        LocalDate from,
        @Nullable LocalDate to,
        LegalBasis basis,
        Procedure procedure,
        Grounds grounds,
        LicenceForm licence) {

    /** Why an application may be refused and a licence revoked. */
    public record Grounds(List<Ground> refusal, List<RevocationGround> revocation) {
        public Grounds {
            refusal = List.copyOf(refusal);
            revocation = List.copyOf(revocation);
        }

        public Optional<Ground> findRefusal(String code) {
            return refusal.stream().filter(ground -> ground.code().equals(code)).findFirst();
        }

        public Optional<RevocationGround> findRevocation(String code) {
            return revocation.stream()
                    .filter(ground -> ground.code().equals(code))
                    .findFirst();
        }
    }

    /** Licences under this regime cost nothing; no fee can be written down anywhere. */
    public long feeRupiah() {
        return 0;
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
