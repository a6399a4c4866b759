package id.lumbung.registry;

import id.lumbung.registry.known.ListedAt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise that may be the one being entered. Of a person whose businesses lie outside the territory it carries only
 * the kecamatan and how many there are.
 *
 * @param listed where a row of a list stands that no enterprise is known for; otherwise null
 * @param regionCode kecamatan code outside the territory, village or kecamatan code inside
 * @param kecamatan name of the kecamatan
 * @param businesses how many it stands for: 1 inside the territory
 */
public record KnownMatch(
        @Nullable EnterpriseId enterprise,
        @Nullable String number,
        @Nullable String businessName,
        @Nullable String ownerName,
        @Nullable ListedAt listed,
        String regionCode,
        String kecamatan,
        List<KnownReason> reasons,
        boolean outsideTerritory,
        int businesses) {
    public KnownMatch {
        reasons = List.copyOf(reasons);
    }
}
