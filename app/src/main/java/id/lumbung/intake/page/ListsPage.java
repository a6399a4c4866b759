package id.lumbung.intake.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All lists, the newest first, and the form for the next one.
 *
 * @param regions for which the reader may bring lists in; empty when for none
 * @param ready names of the recipes that came with Lumbung
 * @param next address of the following page, or null
 */
public record ListsPage(
        List<Line> lines,
        List<Choice> regions,
        String region,
        Sending sending,
        String ready,
        FieldProblems problems,
        @Nullable String refused,
        @Nullable String next) {

    /** How a script sends a file. */
    public record Sending(int piece, long most, long mostByForm) {}

    public record Line(
            String href,
            String file,
            String sheet,
            String place,
            String stateKey,
            String tone,
            String when,
            String rows,
            String entered) {}
}
