package id.lumbung.licensing.regime;

import org.jspecify.annotations.Nullable;

/**
 * How the licence of a regime is numbered and signed.
 *
 * @param validityYears null when it holds as long as the business runs
 * @param signatoryTitle with the token {@code {kecamatan}}, such as {@code CAMAT {kecamatan}}
 * @param onBehalf for whom the signatory signs, such as {@code a.n. BUPATI MALANG}
 */
public record LicenceForm(
        String title,
        NumberFormat number,
        @Nullable Integer validityYears,
        String signatoryTitle,
        @Nullable String onBehalf) {
    /** The signatory's title in a kecamatan. */
    public String signatoryTitleIn(String kecamatan) {
        return signatoryTitle.replace("{kecamatan}", kecamatan.toUpperCase(java.util.Locale.ROOT));
    }
}
