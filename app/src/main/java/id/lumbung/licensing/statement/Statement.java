package id.lumbung.licensing.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The content of a QR code once it is read: what was signed, by which key, for which place in the status list. */
record Statement(
        String kid,
        String regencyCode,
        String kecamatanCode,
        String number,
        String businessName,
        String kecamatanName,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        int statusIndex) {

    Statement withBusinessName(String name) {
        return new Statement(
                kid, regencyCode, kecamatanCode, number, name, kecamatanName, issuedOn, validUntil, statusIndex);
    }
}
