package id.lumbung.intake.entry;

import java.util.List;
import java.util.Map;

/**
 * What is in a list, without a word of any row.
 *
 * @param rows all, the left out not counted
 * @param good those that can come in; {@code noted} of them with something left out
 * @param leftOut sums and repeated headings, which are no rows of the list
 * @param places how many good rows in which kecamatan, by code
 * @param filled how many good rows have which field
 */
public record Found(
        long rows,
        long good,
        long noted,
        long wrong,
        long leftOut,
        List<ByRule> rules,
        Map<String, Long> places,
        Map<String, Long> filled) {

    public Found {
        rules = List.copyOf(rules);
        places = Map.copyOf(places);
        filled = Map.copyOf(filled);
    }

    /** @param keepsOut whether the row stays out for it */
    public record ByRule(String code, boolean keepsOut, long count, List<Example> examples) {
        public ByRule {
            examples = List.copyOf(examples);
        }
    }

    /** Where it was seen; {@code column} from 0, -1 for the whole row. */
    public record Example(long line, int column) {}
}
