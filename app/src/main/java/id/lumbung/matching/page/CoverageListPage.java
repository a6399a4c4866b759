package id.lumbung.matching.page;

import id.lumbung.platform.page.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of one list is known, by kecamatan or by the villages of one.
 *
 * @param unplaced a sentence about rows of which no village is known, or null
 * @param mayExport whether a file may be taken along
 */
public record CoverageListPage(
        Head head,
        List<Choice> kecamatan,
        Sorting sorting,
        List<Line> lines,
        CoveragePage.Counts sum,
        @Nullable String unplaced,
        @Nullable String comparing,
        boolean mayExport) {
    public CoverageListPage {
        kecamatan = List.copyOf(kecamatan);
        lines = List.copyOf(lines);
    }

    /**
     * @param chosen code of the kecamatan, or the empty string
     * @param place its name, or where the list is from
     * @param placeKey key of the word for what a line stands for
     */
    public record Head(String path, String name, String note, String chosen, String place, String placeKey) {}

    /** Both ways to sort with their addresses. */
    public record Sorting(boolean byFresh, String hrefFresh, String hrefName) {}

    /**
     * @param href where its parts are, or null
     * @param fresh where the new ones are one by one, or null
     */
    public record Line(
            @Nullable String href, String name, @Nullable String fresh, CoveragePage.Counts counts) {}
}
