package id.lumbung.intake.desk;

import id.lumbung.intake.IntakeProblem;
import id.lumbung.intake.column.Field;
import id.lumbung.intake.column.MappedColumn;
import id.lumbung.intake.entry.Found;
import id.lumbung.platform.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way of a list for a program: the steps of the pages, and what came of them without a word of its rows. */
@Component
public class ListSteps {
    private final ImportDesk desk;

    /** Where a file stands: the piece that is sent next has the number {@code pieces}; all but the last are as large. */
    public record File(UUID file, int pieces, int pieceSize) {}

    /** What the columns mean, from the first on; the version is told when they are changed. */
    public record Columns(int version, List<Column> columns) {}

    /** @param year of what is measured; null when the list does not say */
    public record Column(
            String heading, String field, @Nullable Integer year) {}

    /** What one column is to mean. */
    public record Meaning(String field, @Nullable Integer year) {}

    /**
     * How far a list is.
     *
     * @param work CHECK, ENTER or UNDO while that goes on; {@code rows} of it are done
     * @param refusal why it could not be read, as a code; the page of the list has the sentence
     */
    public record Trial(
            ImportDesk.ListLine list,
            @Nullable String work,
            @Nullable Long rows,
            @Nullable String refusal,
            @Nullable Result result) {}

    /** @param noted of the good rows, those that come in with something left out */
    public record Result(
            long rows, long good, long noted, long wrong, long elsewhere, long leftOut, List<ByRule> rules) {}

    /**
     * What one rule found.
     *
     * @param effect KEEPS_OUT, ELSEWHERE or NOTED
     * @param lines the first ones
     */
    public record ByRule(String code, String effect, long count, List<Long> lines) {}

    ListSteps(ImportDesk desk) {
        this.desk = desk;
    }

    public File announce(String name, long size, String region) {
        return new File(desk.announce(name, size, region), 0, Files.PIECE);
    }

    public File arrived(UUID file) {
        return new File(file, desk.arrived(file), Files.PIECE);
    }

    public File piece(UUID file, int number, byte[] bytes) {
        return new File(file, desk.piece(file, number, bytes), Files.PIECE);
    }

    /** @param sheet its number from 0, or null for the first that holds a list */
    public ImportDesk.ListLine take(UUID file, @Nullable Integer sheet) {
        return desk.line(desk.finish(file, sheet));
    }

    public Columns columns(UUID list) {
        ImportDesk.Seen seen = desk.see(list);
        return new Columns(
                seen.list().version(),
                seen.list().mapping().columns().stream()
                        .map(column -> new Column(
                                column.heading(),
                                column.field().name(),
                                column.year() == MappedColumn.NO_YEAR ? null : Integer.valueOf(column.year())))
                        .toList());
    }

    /** @param recipe name under which the meanings are kept for lists with the same headings, or null */
    public Columns mean(UUID list, int version, List<Meaning> meanings, @Nullable String recipe) {
        List<MappedColumn> before = desk.columns(list);
        if (meanings.size() != before.size()) {
            throw new Refused(IntakeProblem.COLUMNS_INCOMPLETE, "intake.columns.number", before.size());
        }
        List<MappedColumn> columns = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            columns.add(column(before.get(i).heading(), meanings.get(i), i + 1));
        }
        desk.map(list, version, columns, recipe == null ? "" : recipe);
        return columns(list);
    }

    private static MappedColumn column(String heading, Meaning meaning, int number) {
        Integer year = meaning.year();
        try {
            Field field = Field.valueOf(meaning.field());
            return new MappedColumn(heading, field, year == null || !field.isMeasured() ? MappedColumn.NO_YEAR : year);
        } catch (IllegalArgumentException unknown) {
            throw new Refused(IntakeProblem.COLUMNS_INCOMPLETE, "intake.columns.unreadable", number);
        }
    }

    public Trial check(UUID list) {
        desk.check(list);
        return trial(list);
    }

    public Trial enter(UUID list, boolean goodRowsOnly) {
        desk.enter(list, goodRowsOnly);
        return trial(list);
    }

    public Trial undo(UUID list, String why) {
        desk.undo(list, why);
        return trial(list);
    }

    public Trial trial(UUID list) {
        ImportDesk.Seen seen = desk.see(list);
        Lists.Running running = seen.running();
        KeptList.Sentence refusal = seen.list().refusal();
        Found found = seen.list().found();
        return new Trial(
                desk.line(list),
                running == null ? null : running.what(),
                running == null ? null : Long.valueOf(running.rows()),
                refusal == null ? null : refusal.key().substring("intake.".length()),
                found == null ? null : result(found));
    }

    private static Result result(Found found) {
        return new Result(
                found.rows(),
                found.good(),
                found.noted(),
                found.wrong(),
                found.aside().elsewhere(),
                found.leftOut(),
                found.rules().stream().map(ListSteps::byRule).toList());
    }

    private static ByRule byRule(Found.ByRule rule) {
        return new ByRule(
                rule.code(),
                rule.ofOthers() ? "ELSEWHERE" : rule.keepsOut() ? "KEEPS_OUT" : "NOTED",
                rule.count(),
                rule.examples().stream().map(Found.Example::line).distinct().toList());
    }
}
