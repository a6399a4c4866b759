package id.lumbung.matching.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pair, side by side.
 *
 * @param path where it is judged
 * @param distance between the two on the map, in words
 * @param why what the engine says; null while the index is being read
 */
public record PairPage(
        String path,
        RecordCard left,
        RecordCard right,
        List<RecordCard.Line> lines,
        String distance,
        @Nullable Why why,
        Judging judging,
        List<History> history) {
    public PairPage {
        lines = List.copyOf(lines);
        history = List.copyOf(history);
    }

    /** What the engine says. */
    public record Why(String probability, List<Weight> weights) {
        public Why {
            weights = List.copyOf(weights);
        }
    }

    /** One comparison in words, and how strongly it speaks for or against. */
    public record Weight(String name, String outcome, String strength, boolean speaksFor) {}

    /**
     * @param may whether this person may judge it
     * @param merges whether both have numbers, so that one number is to lead to the other
     * @param shownAt when it was shown, to tell how long a judgement took; null when it is only looked at
     * @param waiting how many wait
     * @param today what this person judged today, in words; null outside the desk
     * @param last the act that this person did before, to take it back at once
     */
    public record Judging(
            boolean may,
            boolean merges,
            @Nullable Long shownAt,
            String waiting,
            @Nullable String today,
            @Nullable String last,
            String stateKey,
            @Nullable String refused) {}

    /** One line of the journal. */
    public record History(
            String at,
            String by,
            String what,
            @Nullable String why,
            boolean takenBack,
            @Nullable String undo) {}
}
