package id.lumbung.licensing.application.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Following a case by its code.
 *
 * @param problem key of a sentence, the same for every code that opens nothing
 */
public record FollowPage(@Nullable String problem, @Nullable Found found) {
    public record Found(
            String sentence,
            String state,
            String tone,
            String office,
            String receivedOn,
            @Nullable String dueOn,
            boolean paused,
            List<String> corrections,
            List<Step> steps) {}

    public record Step(String iso, String on, String name) {}
}
