package id.lumbung.licensing.licence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The business as the licence describes it.
 *
 * @param kbli lines such as {@code 10794 Industri kerupuk, keripik, peyek dan sejenisnya (KBLI 2020)}
 * @param address street, RT and RW; for an itinerant seller where she goes round
 * @param village such as {@code Desa Ngadilangkung}; null without a fixed place
 * @param capital in rupiah
 * @param sizeClass such as {@code Usaha Mikro}
 */
public record LicensedBusiness(
        String name,
        String activityText,
        List<String> kbli,
        String address,
        @Nullable String village,
        String kecamatan,
        String regency,
        String province,
        @Nullable String postCode,
        List<String> sectors,
        String premises,
        @Nullable Long capital,
        @Nullable String npwp,
        String sizeClass) {
    public LicensedBusiness {
        kbli = List.copyOf(kbli);
        sectors = List.copyOf(sectors);
    }

    /** The same business under another name. */
    public LicensedBusiness named(String newName) {
        return new LicensedBusiness(
                newName,
                activityText,
                kbli,
                address,
                village,
                kecamatan,
                regency,
                province,
                postCode,
                sectors,
                premises,
                capital,
                npwp,
                sizeClass);
    }
}
