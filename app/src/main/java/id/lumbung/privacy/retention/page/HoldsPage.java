package id.lumbung.privacy.retention.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Legal holds, and the form for a new one. */
public record HoldsPage(List<Line> lines, boolean mayHold, List<Choice> kinds, Typed typed, FieldProblems problems) {

    public record Line(
            String label,
            String kindKey,
            String reason,
            String placed,
            @Nullable String lifted,
            @Nullable String liftPath) {}

    public record Typed(String kind, String reference, String reason) {}
}
