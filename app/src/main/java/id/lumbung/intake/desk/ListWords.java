package id.lumbung.intake.desk;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.column.Headings;
import id.lumbung.intake.column.MappedColumn;
import id.lumbung.intake.entry.Found;
import id.lumbung.intake.page.ListPage;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is known of a list, in words. */
@Component
class ListWords {
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 40;
    private static final int LONGEST_OPEN_NUMBER = 7;
    private static final int SHOWN_LINES = 8;
    private static final int SHOWN_REGENCIES = 40;

    private final Regions regions;

    ListWords(Regions regions) {
        this.regions = regions;
    }

    String place(String code) {
        return regions.find(code).map(Region::fullName).orElse(code);
    }

    List<Choice> fields(Texts texts) {
        return Arrays.stream(Field.values())
                .map(field -> new Choice(field.name(), texts.t(field.messageKey())))
                .toList();
    }

    List<ListPage.Column> columns(List<MappedColumn> columns, List<List<String>> sample, Texts texts) {
        List<ListPage.Column> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            MappedColumn column = columns.get(i);
            if (Headings.isAdded(column.heading())) {
                continue;
            }
            int number = i;
            shown.add(new ListPage.Column(
                    i,
                    column.heading(),
                    column.field().name(),
                    column.year() == MappedColumn.NO_YEAR ? "" : Integer.toString(column.year()),
                    scale(column, texts),
                    sample.stream()
                            .map(row -> number < row.size() ? row.get(number) : "")
                            .filter(cell -> !cell.isEmpty())
                            .distinct()
                            .limit(EXAMPLES)
                            .map(cell -> column.field().isPersonal() ? hidden(cell) : masked(cell))
                            .toList()));
        }
        return shown;
    }

    private static String scale(MappedColumn column, Texts texts) {
        long scale = Headings.scale(column.heading());
        boolean scaled =
                scale > 1 && column.field().isMeasured() && !column.field().countsPersons();
        return scaled ? texts.t("intake.columns.scale", texts.number(scale)) : "";
    }

    /** A number longer than most amounts may be a NIK or a telephone number, whatever the column is taken for. */
    static String masked(String cell) {
        String cut = cell.length() > LONGEST_EXAMPLE ? cell.substring(0, LONGEST_EXAMPLE) + "…" : cell;
        long digits = cut.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits > LONGEST_OPEN_NUMBER ? hidden(cut) : cut;
    }

    private static String hidden(String cell) {
        return "*".repeat(Math.min(12, Math.max(0, cell.length() - 2)))
                + cell.substring(Math.max(0, cell.length() - 2));
    }

    ListPage.Findings findings(Found found, List<MappedColumn> columns, Texts texts) {
        return new ListPage.Findings(
                texts.number(found.rows()),
                texts.number(found.good()),
                texts.number(found.noted()),
                texts.number(found.wrong()),
                texts.number(found.leftOut()),
                lines(found.aside().lines()),
                texts.number(found.aside().elsewhere()),
                found.wrong() > 0,
                found.good() > 0,
                found.aside().elsewhere() > 0,
                found.rules().stream()
                        .sorted(Comparator.comparing(Found.ByRule::keepsOut)
                                .reversed()
                                .thenComparing(Comparator.comparingLong(Found.ByRule::count)
                                        .reversed()))
                        .map(rule -> byRule(rule, columns, texts))
                        .toList(),
                filled(found, texts),
                places(found, texts),
                regencies(found, texts));
    }

    private static ListPage.ByRule byRule(Found.ByRule rule, List<MappedColumn> columns, Texts texts) {
        String key = "intake.rule." + rule.code();
        String where = rule.examples().stream()
                .limit(SHOWN_LINES)
                .map(example -> Long.toString(example.line()))
                .distinct()
                .collect(Collectors.joining(", "));
        String heading = rule.examples().stream()
                .map(Found.Example::column)
                .filter(column -> column >= 0 && column < columns.size())
                .map(column -> columns.get(column).heading())
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        return new ListPage.ByRule(
                rule.code(),
                rule.keepsOut(),
                rule.ofOthers(),
                texts.t(key),
                texts.t(key + ".remedy"),
                texts.number(rule.count()),
                heading.isEmpty()
                        ? texts.t("intake.found.lines", where)
                        : texts.t("intake.found.lines-in", where, heading));
    }

    private static List<ListPage.Share> filled(Found found, Texts texts) {
        List<ListPage.Share> shares = new ArrayList<>();
        for (Field field : Field.values()) {
            Long count = found.filled().get(field.name());
            if (count != null && found.good() > 0) {
                shares.add(new ListPage.Share(
                        texts.t(field.messageKey()), texts.number(count), percent(count, found.good())));
            }
        }
        return shares;
    }

    private List<ListPage.Share> places(Found found, Texts texts) {
        return found.places().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new ListPage.Share(
                        place(entry.getKey()), texts.number(entry.getValue()), percent(entry.getValue(), found.good())))
                .toList();
    }

    /** The regencies of rows that are not of this one, the one with most of them first. */
    private static List<ListPage.Share> regencies(Found found, Texts texts) {
        return found.aside().regencies().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN_REGENCIES)
                .map(entry -> new ListPage.Share(
                        entry.getKey(), texts.number(entry.getValue()), percent(entry.getValue(), found.rows())))
                .toList();
    }

    private static String lines(List<Long> lines) {
        return lines.stream()
                        .limit(SHOWN_LINES)
                        .map(line -> Long.toString(line))
                        .collect(Collectors.joining(", "))
                + (lines.size() > SHOWN_LINES ? " …" : "");
    }

    private static String percent(long count, long of) {
        return Math.round(count * 100.0 / of) + " %";
    }
}
