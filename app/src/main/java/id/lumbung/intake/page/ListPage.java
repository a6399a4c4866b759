package id.lumbung.intake.page;

import id.lumbung.platform.page.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One list: what it is, what its columns mean, what was found in it, and what can be done next.
 *
 * @param refused why the last wish was not fulfilled, or null
 */
public record ListPage(
        Head head,
        @Nullable String running,
        @Nullable String refusal,
        @Nullable String refused,
        Columns columns,
        @Nullable Findings findings,
        @Nullable Outcome outcome,
        Rights rights) {

    public record Head(
            String path, String file, String sheet, String place, String stateKey, String tone, String madeAt) {}

    /** @param sheets other sheets of the same file, by number */
    public record Columns(
            List<Column> columns, List<Choice> fields, String recipe, int version, boolean open, List<Choice> sheets) {}

    /** @param examples first cells, long numbers masked */
    public record Column(int number, String heading, String field, String year, List<String> examples) {}

    public record Findings(
            String rows,
            String good,
            String noted,
            String wrong,
            String leftOut,
            boolean anyWrong,
            boolean anyGood,
            List<ByRule> rules,
            List<Share> filled,
            List<Share> places) {}

    /** @param where lines and columns in which it was seen first */
    public record ByRule(String code, boolean keepsOut, String sentence, String remedy, String count, String where) {}

    public record Share(String name, String count, String percent) {}

    public record Outcome(
            String entered,
            String known,
            String at,
            @Nullable String undoneAt,
            @Nullable String undoneWhy) {}

    /** What the reader may do now. */
    public record Rights(boolean map, boolean enter, boolean undo, boolean export) {}
}
