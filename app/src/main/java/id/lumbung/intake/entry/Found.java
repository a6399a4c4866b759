package id.lumbung.intake.entry;

import id.lumbung.intake.rule.Rules;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is in a list, without a word of any row.
 *
 * @param rows all, the left out not counted
 * @param good those that can come in; {@code noted} of them with something left out
 * @param leftOut sums and repeated headings, which are no rows of the list
 * @param places how many good rows in which kecamatan, by code
 * @param filled how many good rows have which field
 * @param aside what is not of this region or no row at all
 */
public record Found(
        long rows,
        long good,
        long noted,
        long wrong,
        long leftOut,
        List<ByRule> rules,
        Map<String, Long> places,
        Map<String, Long> filled,
        Aside aside) {

    public Found {
        rules = List.copyOf(rules);
        places = Map.copyOf(places);
        filled = Map.copyOf(filled);
        // lists that were tried out by an earlier release know nothing of it
        aside = Objects.requireNonNullElseGet(aside, () -> new Aside(0, Map.of(), List.of()));
    }

    /**
     * What is no row of this region's list.
     *
     * @param elsewhere rows of other regions
     * @param regencies how many rows are in which other regency, as far as they say so
     * @param lines the first ones that hold no business
     */
    public record Aside(long elsewhere, Map<String, Long> regencies, List<Long> lines) {
        public Aside {
            regencies = Map.copyOf(regencies);
            lines = List.copyOf(lines);
        }
    }

    /** @param keepsOut whether the row stays out for it */
    public record ByRule(String code, boolean keepsOut, long count, List<Example> examples) {
        public ByRule {
            examples = List.copyOf(examples);
        }

        /** Whether rows are out because they are of another region. */
        public boolean ofOthers() {
            return Rules.ELSEWHERE.contains(code);
        }
    }

    /** Where it was seen; {@code column} from 0, -1 for the whole row. */
    public record Example(long line, int column) {}
}
