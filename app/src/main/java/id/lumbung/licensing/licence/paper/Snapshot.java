package id.lumbung.licensing.licence.paper;

import id.lumbung.licensing.licence.LicenceHolder;
import id.lumbung.licensing.licence.LicensedBusiness;
import id.lumbung.licensing.licence.Signatory;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that stands on one sheet, frozen when the sheet is made. Printing it again needs nothing else: no regime, no
 * enterprise, no clock.
 *
 * @param template version of the template it was made for
 * @param digits the signed statement of its QR code
 * @param address what the QR code opens
 */
public record Snapshot(
        int template,
        Head head,
        Grant grant,
        LicenceHolder holder,
        LicensedBusiness business,
        Signatory signatory,
        Pictures pictures,
        Sheet sheet,
        String digits,
        String address) {

    /** Whose paper it is, and on which law it rests. */
    public record Head(String regency, String kecamatan, String title, List<String> legalBasis) {}

    /** The licence itself. */
    public record Grant(
            String number,
            String regime,
            int regimeVersion,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil) {}

    public record Pictures(@Nullable String photo, @Nullable String coatOfArms) {}

    /**
     * Which sheet of the licence it is.
     *
     * @param amendment which change of the licence it states, 0 for the licence as first issued
     * @param replacement whether it only stands in for a sheet that was lost or spoilt
     * @param signedOn the date beside the signature; a replacement keeps that of the sheet it stands in for
     * @param madeOn when this sheet was made
     */
    public record Sheet(int number, int amendment, boolean replacement, LocalDate signedOn, LocalDate madeOn) {}

    /** The same content on a new sheet. */
    public Snapshot onSheet(Sheet next, String nextDigits, String nextAddress) {
        return new Snapshot(
                template, head, grant, holder, business, signatory, pictures, next, nextDigits, nextAddress);
    }
}
