package id.lumbung.licensing.licence.page;

import org.jspecify.annotations.Nullable;

/** A warning letter as its template prints it. */
public record LetterPage(
        Head head,
        String number,
        String ordinal,
        String ordinalInWords,
        String date,
        About about,
        String reason,
        String consequence,
        Signed signed) {

    public record Head(
            String regency,
            String kecamatan,
            String place,
            @Nullable String coatOfArms) {}

    public record About(String licenceNumber, String issuedOn, String holder, String business, String address) {}

    public record Signed(
            @Nullable String onBehalf,
            String title,
            String name,
            @Nullable String rank,
            @Nullable String nip) {}
}
