package id.lumbung.privacy.request.page;

import id.lumbung.platform.FieldProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request and what can be done with it. */
public record RequestPage(
        QueuePage.Line line,
        String path,
        int version,
        boolean known,
        String receivedAt,
        String wish,
        List<String> actions,
        List<Happening> history,
        @Nullable String answer,
        String typed,
        FieldProblems problems,
        @Nullable HeldPart held,
        boolean mayReceive,
        @Nullable String consents) {
    public record Happening(
            String iso,
            String at,
            String actionKey,
            @Nullable String by) {}

    public boolean may(String action) {
        return actions.contains(action);
    }
}
