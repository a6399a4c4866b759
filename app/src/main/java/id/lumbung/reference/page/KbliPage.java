package id.lumbung.reference.page;

import id.lumbung.reference.KbliVersion;
import id.lumbung.reference.Sector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One edition of the classification: search, list, and the import of the complete official list. */
public record KbliPage(
        KbliVersion version,
        List<Edition> editions,
        String words,
        List<Line> lines,
        int page,
        long total,
        @Nullable ImportPreview preview) {

    public static final int PAGE_SIZE = 50;

    public record Edition(KbliVersion version, long codes, boolean inForce) {}

    public record Line(String code, String title, List<Sector> sectors, boolean described) {
        public Line {
            sectors = List.copyOf(sectors);
        }
    }

    public KbliPage {
        editions = List.copyOf(editions);
        lines = List.copyOf(lines);
    }
}
