package id.lumbung.licensing.application.page;

import id.lumbung.platform.page.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for this person, and what this person has begun.
 *
 * @param next address of the next page, or null
 */
public record WorkListPage(
        Counts counts,
        List<CaseLine> waiting,
        @Nullable String next,
        List<CaseLine> drafts,
        List<Choice> counters,
        List<Choice> regimes) {
    public record Counts(long waiting, long drafts, long returned, long late) {}

    /** Whether this person can begin applications somewhere. */
    public boolean canBegin() {
        return !counters.isEmpty() && !regimes.isEmpty();
    }
}
