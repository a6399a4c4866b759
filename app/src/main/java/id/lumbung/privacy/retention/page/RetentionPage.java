package id.lumbung.privacy.retention.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes, what is due and what has gone. */
public record RetentionPage(List<Line> classes, int undecided, List<Due> due, List<Gone> gone, boolean mayHold) {

    /** One class; the address of its form for who may decide. */
    public record Line(
            String title,
            String rule,
            String source,
            boolean decided,
            String count,
            @Nullable String href) {}

    public record Due(String label, String title, String place, String since, boolean held) {}

    public record Gone(String iso, String at, String label, String title, String what) {}
}
