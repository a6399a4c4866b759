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
        @Nullable Running running,
        @Nullable String refusal,
        @Nullable String refused,
        Columns columns,
        @Nullable Findings findings,
        @Nullable Outcome outcome,
        Rights rights) {

    /**
     * Work that goes on.
     *
     * @param percent how far it is; -1 when nobody can say
     */
    public record Running(String sentence, int percent) {}

    public record Head(
            String path, String file, String sheet, String place, String stateKey, String tone, String madeAt) {}

    /**
     * @param ready what is known of the recipe that came with Lumbung, or empty
     * @param sheets other sheets of the same file, by number
     */
    public record Columns(
            List<Column> columns,
            List<Choice> fields,
            String recipe,
            String ready,
            int version,
            boolean open,
            List<Choice> sheets) {}

    /**
     * @param scale in what the heading says amounts are given, when not in rupiah
     * @param examples first cells, long numbers masked
     */
    public record Column(int number, String heading, String field, String year, String scale, List<String> examples) {}

    public record Findings(
            String rows,
            String good,
            String noted,
            String wrong,
            String leftOut,
            String leftOutLines,
            String elsewhere,
            boolean anyWrong,
            boolean anyGood,
            boolean anyElsewhere,
            List<ByRule> rules,
            List<Share> filled,
            List<Share> places,
            List<Share> regencies) {}

    /** @param where lines and columns in which it was seen first */
    public record ByRule(
            String code,
            boolean keepsOut,
            boolean ofOthers,
            String sentence,
            String remedy,
            String count,
            String where) {}

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
