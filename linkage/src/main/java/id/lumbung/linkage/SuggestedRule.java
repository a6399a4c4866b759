package id.lumbung.linkage;

import java.util.List;

/**
 * A blocking rule that the data suggest, with what it would cost and find.
 *
 * @param facts what two records have to agree on, to be put into words by {@link Explanation#word}
 * @param pairs to be compared, counted before any is made
 * @param says share of the records that say all of it
 * @param finds share of the likely pairs that agree on it
 * @param findsNew those that no suggestion before finds
 */
public record SuggestedRule(List<String> facts, long pairs, double says, double finds, double findsNew) {

    public SuggestedRule {
        facts = List.copyOf(facts);
    }
}
