package id.lumbung.registry.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The register: the newest enterprises, what was searched, or those of one region.
 *
 * @param typed what stands in the box; never a NIK, family card number or telephone
 * @param listing when a region is listed page by page
 */
public record SearchPage(
        String typed,
        boolean searched,
        boolean more,
        List<Hit> hits,
        List<String> elsewhere,
        List<RegionLink> regions,
        @Nullable Listing listing) {

    /**
     * An enterprise with the reasons why it is shown.
     *
     * @param reasons finished sentences
     */
    public record Hit(String id, String number, String name, String owners, String place, List<String> reasons) {}

    public record RegionLink(String code, String name, long enterprises) {}

    public record Listing(String regionName, long total, int number, int size, String href) {}
}
