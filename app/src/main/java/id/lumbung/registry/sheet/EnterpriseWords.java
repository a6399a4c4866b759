package id.lumbung.registry.sheet;

import id.lumbung.platform.Texts;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Places and codes of an enterprise as people say them. */
@Component
public class EnterpriseWords {
    private final Regions regions;

    public EnterpriseWords(Regions regions) {
        this.regions = regions;
    }

    /** As "Desa Mangunrejo, Kecamatan Kepanjen". */
    public String place(String regionCode, Texts texts) {
        String village = regions.find(regionCode).map(Region::fullName).orElse(regionCode);
        if (regionCode.length() <= 8) {
            return village;
        }
        return regions.find(regionCode.substring(0, 8))
                .map(kecamatan -> texts.t("registry.place.in", village, kecamatan.fullName()))
                .orElse(village);
    }

    /** As "Jalan Kawi 12, RT 002, RW 005, 65163"; empty when nothing of it is known. */
    static String address(
            @Nullable String address, @Nullable String rt, @Nullable String rw, @Nullable String postCode) {
        List<String> parts = new ArrayList<>();
        if (address != null) {
            parts.add(address);
        }
        if (rt != null) {
            parts.add("RT " + rt);
        }
        if (rw != null) {
            parts.add("RW " + rw);
        }
        if (postCode != null) {
            parts.add(postCode);
        }
        return String.join(", ", parts);
    }

    /** The word for a code; a text that is no code of ours is shown as it came. */
    static String word(String beginning, String code, Texts texts) {
        return switch (code) {
            case "INDIVIDUAL", "ENTITY", "CV", "PT", "FIRM", "COOPERATIVE", "OTHER", "OWN", "RENTED", "ITINERANT" ->
                texts.t(beginning + code);
            default -> code;
        };
    }
}
