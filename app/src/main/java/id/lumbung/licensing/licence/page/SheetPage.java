package id.lumbung.licensing.licence.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A licence sheet as its template prints it: every value written out, nothing left to compute.
 *
 * @param density 0 for the usual size of letters, up to 4 when long content needs smaller ones
 */
public record SheetPage(
        int density,
        Head head,
        String number,
        Holder holder,
        Business business,
        String validity,
        Seal seal,
        Foot foot) {

    /** The same in smaller or larger letters. */
    public SheetPage at(int other) {
        return new SheetPage(other, head, number, holder, business, validity, seal, foot);
    }

    public record Head(
            String regency,
            String kecamatan,
            @Nullable String coatOfArms,
            String title,
            @Nullable String change,
            List<String> legalBasis) {}

    public record Holder(String name, String nik, String address, String phone) {}

    public record Business(
            String name,
            String activity,
            List<String> kbli,
            String address,
            String village,
            String kecamatan,
            String regency,
            String province,
            String postCode,
            String sectors,
            String premises,
            String capital,
            String npwp,
            String sizeClass) {}

    /** Place, date and whoever signs, beside the photo. */
    public record Seal(
            @Nullable String photo,
            String place,
            String date,
            @Nullable String onBehalf,
            String title,
            String name,
            @Nullable String rank,
            @Nullable String nip) {}

    /** The QR code's address, the part of it that a person can read, and which sheet this is. */
    public record Foot(String address, String shortAddress, String sheet) {}
}
