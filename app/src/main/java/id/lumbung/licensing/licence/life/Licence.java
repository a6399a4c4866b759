package id.lumbung.licensing.licence.life;

import id.lumbung.licensing.licence.LicenceId;
import id.lumbung.registry.EnterpriseId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A licence as its row stands now. What is printed stands on its sheets, not here.
 *
 * @param version counts the changes, to notice two at the same time
 * @param kecamatanCode in whose register it stands
 * @param holdings what lists show of the current sheet
 */
public record Licence(
        LicenceId id,
        int version,
        @Nullable UUID application,
        EnterpriseId enterprise,
        String kecamatanCode,
        Numbering numbering,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        LicenceState state,
        Holdings holdings) {

    /** Under which regime, and as which number. */
    public record Numbering(String regime, int regimeVersion, int year, int runningNo, String number) {}

    public record Holdings(int sheetNo, int amendments, String holderName, String businessName, String place) {}

    public String number() {
        return numbering.number();
    }

    public boolean expiredOn(LocalDate day) {
        return validUntil != null && day.isAfter(validUntil);
    }

    public Licence inState(LicenceState next) {
        return new Licence(
                id, version, application, enterprise, kecamatanCode, numbering, issuedOn, validUntil, next, holdings);
    }

    public Licence with(Holdings next) {
        return new Licence(
                id, version, application, enterprise, kecamatanCode, numbering, issuedOn, validUntil, state, next);
    }
}
