package id.lumbung.matching.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of one place that nobody else has.
 *
 * @param list where the list is brought in, or null when it reaches beyond the reader's territory
 * @param next address of the following page, or null
 */
public record CoverageFreshPage(
        String path,
        String name,
        String place,
        @Nullable String list,
        List<Line> lines,
        @Nullable String next) {
    public CoverageFreshPage {
        lines = List.copyOf(lines);
    }

    public record Line(String line, String business, String owner, String activity, String address, String phone) {
        /** Never whose it is. */
        @Override
        public String toString() {
            return "Line[" + line + "]";
        }
    }
}
