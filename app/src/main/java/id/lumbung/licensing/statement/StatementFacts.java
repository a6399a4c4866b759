package id.lumbung.licensing.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet states to anybody who reads its QR code: enough to compare with the paper, nothing about the person.
 *
 * @param kecamatanCode region code such as {@code 35.07.13}
 * @param validUntil last day of validity, or null while the business runs
 */
public record StatementFacts(
        String kecamatanCode,
        String kecamatanName,
        String number,
        String businessName,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil) {}
