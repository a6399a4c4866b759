package id.lumbung.licensing.licence.paper;

import id.lumbung.licensing.licence.Signatory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that stands on a warning letter, frozen when it is written.
 *
 * @param ordinal 1 to 3
 */
public record LetterContent(
        int template,
        Office office,
        String number,
        int ordinal,
        LocalDate date,
        About about,
        String reason,
        Signatory signatory) {

    public record Office(
            String regency, String kecamatan, @Nullable String coatOfArms) {}

    public record About(String licenceNumber, LocalDate issuedOn, String holder, String business, String address) {}
}
