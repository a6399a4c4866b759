package id.lumbung.reference.page;

import id.lumbung.reference.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A region with what lies inside it, or the answers to a search.
 *
 * @param above from the province down to the region itself
 */
public record RegionPage(
        String words,
        Region region,
        List<Region> above,
        List<Line> lines,
        @Nullable ImportPreview aliasPreview,
        @Nullable ImportPreview bpsPreview) {

    public record Line(Region region, String place, String bpsCode, String aliases) {}

    public RegionPage {
        above = List.copyOf(above);
        lines = List.copyOf(lines);
    }

    public boolean searching() {
        return !words.isBlank();
    }
}
