package id.lumbung.matching.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of each list is known, how lists overlap, and how many businesses nobody has.
 *
 * @param counted a sentence about when it was counted
 * @param comparing a sentence about rows that are still to be compared, or null
 * @param overlap null while there is no list
 */
public record CoveragePage(
        String counted,
        @Nullable String comparing,
        List<Line> lists,
        @Nullable Overlap overlap,
        @Nullable Missing missing) {
    public CoveragePage {
        lists = List.copyOf(lists);
    }

    /** One list. */
    public record Line(String href, String name, String note, Counts counts) {}

    /**
     * Numbers to show, those of businesses with their share of all businesses of the line.
     *
     * @param fresh nobody else has them
     */
    public record Counts(
            String records,
            String businesses,
            Share licensed,
            Share registered,
            Share elsewhere,
            Share fresh,
            String waiting) {}

    public record Share(String count, String percent) {}

    /**
     * Sets of businesses and what they have in common, as a table and as a picture.
     *
     * @param note what is left out, or null
     */
    public record Overlap(
            List<Row> rows,
            List<Combination> combinations,
            Picture picture,
            @Nullable String note) {
        public Overlap {
            rows = List.copyOf(rows);
            combinations = List.copyOf(combinations);
        }
    }

    /** A set by a letter and a name; {@code cells} follow the order of the sets. */
    public record Row(String letter, String name, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public record Combination(String names, String businesses, String percent) {}

    /** Columns of sets, a row for each combination with its bar. */
    public record Picture(int width, int height, List<Letter> letters, List<Bar> bars) {
        public Picture {
            letters = List.copyOf(letters);
            bars = List.copyOf(bars);
        }
    }

    public record Letter(int x, String letter) {}

    /** @param from where the line through the dots begins; {@code to} is where it ends */
    public record Bar(int y, List<Dot> dots, int from, int to, int x, int width, String businesses) {
        public Bar {
            dots = List.copyOf(dots);
        }
    }

    public record Dot(int x, boolean filled) {}

    /**
     * How many businesses nobody has.
     *
     * @param sentences what the estimate says, or why there is none
     * @param assumption under what it holds, or null when there is no estimate
     */
    public record Missing(List<String> sentences, @Nullable String assumption, List<Pair> pairs) {
        public Missing {
            sentences = List.copyOf(sentences);
            pairs = List.copyOf(pairs);
        }
    }

    public record Pair(String sources, String both, String total, String interval) {}
}
