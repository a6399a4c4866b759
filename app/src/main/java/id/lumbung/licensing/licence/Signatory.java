package id.lumbung.licensing.licence;

import org.jspecify.annotations.Nullable;

/**
 * Who signs, as printed under the signature.
 *
 * @param title such as {@code CAMAT KEPANJEN}
 * @param rank pangkat
 * @param nip 18 digits
 * @param onBehalf for whom, such as {@code a.n. BUPATI MALANG}
 */
public record Signatory(
        String name,
        String title,
        @Nullable String rank,
        @Nullable String nip,
        @Nullable String onBehalf) {}
