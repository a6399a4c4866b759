package id.lumbung.matching.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The front of matching: what waits, how far people agree, what was judged last.
 *
 * @param comparing a sentence about records that are still to be compared, or null
 */
public record MatchesPage(
        boolean judges,
        String open,
        String linked,
        String unsure,
        String disputed,
        @Nullable String comparing,
        String agreement,
        List<Act> acts,
        @Nullable String next) {
    public MatchesPage {
        acts = List.copyOf(acts);
    }

    /** A decision; {@code of} names its first two records, {@code undo} is where it is taken back, or null. */
    public record Act(
            String at,
            String by,
            String what,
            @Nullable String of,
            String href,
            @Nullable String why,
            boolean takenBack,
            @Nullable String undo) {}
}
