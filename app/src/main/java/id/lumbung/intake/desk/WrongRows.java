package id.lumbung.intake.desk;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.intake.IntakeProblem;
import id.lumbung.intake.column.Headings;
import id.lumbung.intake.column.MappedColumn;
import id.lumbung.intake.entry.Reading;
import id.lumbung.intake.rule.Findings;
import id.lumbung.intake.rule.Rules;
import id.lumbung.intake.rule.Severity;
import id.lumbung.intake.value.ListRow;
import id.lumbung.platform.PlainTable;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows that could not come in, in the columns of whoever sent them, with the reasons and what to do about them beside.
 * Corrected, the same file can be sent again. All cells are texts that no spreadsheet takes for formulas or numbers.
 */
@Component
class WrongRows {
    private static final int MOST_IN_SHEET = 200_000;
    private static final int FLUSHED = 1_000;

    private final ImportDesk desk;
    private final ReadingLog readings;
    private final CurrentActor currentActor;

    WrongRows(ImportDesk desk, ReadingLog readings, CurrentActor currentActor) {
        this.desk = desk;
        this.readings = readings;
        this.currentActor = currentActor;
    }

    /** What is written, row by row. */
    private interface Sheet {
        void row(List<String> cells);
    }

    /**
     * @param noted also those that can come in with something left out
     * @param others also those of other regions, to hand them on
     */
    record Wish(UUID list, boolean csv, boolean noted, boolean others, String purpose) {}

    @Transactional
    KeptList begin(Wish wish) {
        KeptList list = desk.seen(wish.list());
        currentActor.require().require(Permission.IMPORT_LIST, list.region());
        currentActor.require().require(Permission.EXPORT, list.region());
        if (list.found() == null || list.state() == ListState.NOT_A_LIST) {
            throw new Refused(IntakeProblem.STEP_NOT_POSSIBLE, "intake.step-not-possible");
        }
        readings.record("list", list.id(), "export:wrong-rows", wish.purpose(), list.region());
        return list;
    }

    void write(KeptList list, Reading reading, Wish wish, Texts texts, OutputStream out) throws IOException {
        if (wish.csv()) {
            csv(list, reading, wish, texts, out);
        } else {
            xlsx(list, reading, wish, texts, out);
        }
    }

    private void csv(KeptList list, Reading reading, Wish wish, Texts texts, OutputStream out) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().build(writer);
        fill(list, reading, wish, texts, cells -> csv.writeRecord(cells));
        csv.flush();
        writer.flush();
    }

    private void xlsx(KeptList list, Reading reading, Wish wish, Texts texts, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Lumbung", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Perbaikan");
            int[] at = {0};
            fill(list, reading, wish, texts, cells -> {
                if (at[0] > MOST_IN_SHEET) {
                    return;
                }
                for (int i = 0; i < cells.size(); i++) {
                    if (!cells.get(i).isEmpty()) {
                        sheet.inlineString(at[0], i, cells.get(i));
                    }
                }
                if (at[0] == 0) {
                    sheet.range(0, 0, 0, Math.max(0, cells.size() - 1))
                            .style()
                            .bold()
                            .set();
                }
                if (++at[0] % FLUSHED == 0) {
                    flush(sheet);
                }
            });
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void fill(KeptList list, Reading reading, Wish wish, Texts texts, Sheet sheet) {
        List<String> head = new ArrayList<>();
        for (MappedColumn column :
                list.mapping().columns().subList(0, list.mapping().width())) {
            head.add(PlainTable.plain(column.heading()));
        }
        head.add(Headings.ADDED + texts.t("intake.wrong.line"));
        head.add(Headings.ADDED + texts.t("intake.wrong.reason"));
        head.add(Headings.ADDED + texts.t("intake.wrong.remedy"));
        head.add(Headings.ADDED + texts.t("intake.wrong.rest"));
        sheet.row(head);
        String[] above = {""};
        desk.run().run(reading, rows -> {}, (row, findings) -> {
            boolean wanted = findings.elsewhere()
                    ? wish.others()
                    : findings.keepsOut() ? isToCorrect(findings) : wish.noted() && !findings.isEmpty();
            if (wanted) {
                if (!row.above().equals(above[0])) {
                    above[0] = row.above();
                    sheet.row(List.of(PlainTable.plain(above[0])));
                }
                sheet.row(cells(list, row, findings, texts));
            }
        });
    }

    /** A row that stands above already has nothing to correct, and would come in a second time. */
    private static boolean isToCorrect(Findings findings) {
        return findings.all().stream()
                .anyMatch(finding -> finding.rule().severity() == Severity.KEEPS_OUT
                        && !finding.rule().code().equals(Rules.REPEATED));
    }

    private static List<String> cells(KeptList list, ListRow row, Findings findings, Texts texts) {
        List<String> cells = new ArrayList<>();
        int width = list.mapping().width();
        for (int i = 0; i < width; i++) {
            cells.add(PlainTable.plain(row.row().cell(i)));
        }
        cells.add(Long.toString(row.row().line()));
        cells.add(findings.all().stream()
                .map(finding -> where(list, finding) + texts.t(finding.rule().sentenceKey()))
                .distinct()
                .collect(Collectors.joining(" ")));
        cells.add(findings.all().stream()
                .map(finding -> texts.t(finding.rule().remedyKey()))
                .distinct()
                .collect(Collectors.joining(" ")));
        cells.add(rest(row, width));
        return cells;
    }

    /** What stands right of the last column, where a separator within a cell has pushed it. */
    private static String rest(ListRow row, int width) {
        List<String> rest = new ArrayList<>();
        for (int i = width; i < row.row().size(); i++) {
            rest.add(PlainTable.plain(row.row().cell(i)));
        }
        return String.join(" | ", rest);
    }

    private static String where(KeptList list, Findings.Finding finding) {
        return finding.column() < 0
                        || finding.column() >= list.mapping().columns().size()
                ? ""
                : "["
                        + PlainTable.plain(
                                list.mapping().columns().get(finding.column()).heading()) + "] ";
    }
}
