package id.lumbung.intake.shape;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.column.Headings;
import id.lumbung.intake.column.Suggestions;
import id.lumbung.intake.read.Row;
import id.lumbung.intake.read.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the row of headings below titles and empty rows, joins two rows of headings, and tells a list from a recap. */
public final class Shapes {
    private static final int LOOKED_AT = 300;
    private static final int DEEPEST_HEADING = 40;
    private static final int SAMPLE = 60;
    private static final Pattern RECAP =
            Pattern.compile("\\b(rekap|rekapitulasi|statistik|jumlah umkm|banyaknya|jumlah usaha)\\b");
    private static final Set<String> PLAIN =
            Set.of("nama", "jenis", "alamat", "status", "no", "nomor", "jumlah", "nilai");
    private static final Set<Field> NAMES = Set.of(Field.OWNER_NAME, Field.BUSINESS_NAME);

    private Shapes() {}

    private record Line(long number, List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    private record Head(int from, int to, List<String> headings) {}

    public static Shape of(Rows rows) {
        List<Line> lines = new ArrayList<>();
        Row row = new Row();
        while (lines.size() < LOOKED_AT && rows.next(row)) {
            lines.add(new Line(row.line(), row.copy()));
        }
        if (lines.isEmpty()) {
            return new Shape.Nothing();
        }
        Head head = head(lines);
        List<List<String>> body = lines.subList(Math.min(head.to() + 1, lines.size()), lines.size()).stream()
                .map(Line::cells)
                .toList();
        if (body.isEmpty()) {
            return new Shape.Nothing();
        }
        List<List<String>> sample = body.subList(0, Math.min(SAMPLE, body.size()));
        long at = head.to() < head.from()
                ? lines.get(head.from()).number() - 1
                : lines.get(head.to()).number();
        if (head.headings().stream().anyMatch(Shapes::isName)) {
            return new Shape.Listed(at, head.headings(), sample);
        }
        Shape.Sign sign = recap(lines.subList(0, head.from()), head.headings(), body);
        return sign == null ? new Shape.Unclear(at, head.headings(), sample) : new Shape.Recap(sign);
    }

    private static boolean isName(String heading) {
        return Suggestions.meaning(heading).filter(NAMES::contains).isPresent();
    }

    /** The row with the most known headings; without any, the first that is as wide as the rows below it. */
    private static Head head(List<Line> lines) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < Math.min(DEEPEST_HEADING, lines.size()); i++) {
            int known = known(lines.get(i).cells());
            if (known > most) {
                most = known;
                best = i;
            }
        }
        if (most < 2) {
            best = firstWide(lines);
            if (most == 0 && isData(lines, best)) {
                return new Head(best, best - 1, unnamed(lines.get(best)));
            }
        }
        int from = best;
        List<String> headings = new ArrayList<>(lines.get(best).cells());
        if (best > 0 && isUpperHalf(lines.get(best - 1), lines.get(best))) {
            headings = joined(lines.get(best - 1), lines.get(best));
            from = best - 1;
            if (from > 0 && isUpperHalf(lines.get(from - 1), lines.get(from))) {
                headings = joined(lines.get(from - 1), new Line(lines.get(best).number(), headings));
                from--;
            }
        } else if (best + 1 < lines.size() && isLowerHalf(lines.get(best), lines.get(best + 1))) {
            headings = joined(lines.get(best), lines.get(best + 1));
            best++;
        }
        if (best + 1 < lines.size() && isNumbering(lines.get(best + 1))) {
            best++;
        }
        return new Head(from, best, trimmed(headings));
    }

    private static int known(List<String> cells) {
        return (int) cells.stream()
                .filter(cell -> !cell.isEmpty())
                .filter(cell -> Suggestions.meaning(cell).isPresent())
                .count();
    }

    private static int firstWide(List<Line> lines) {
        int widest = lines.stream().mapToInt(line -> filled(line.cells())).max().orElse(0);
        for (int i = 0; i < lines.size(); i++) {
            if (filled(lines.get(i).cells()) * 3 >= widest * 2) {
                return i;
            }
        }
        return 0;
    }

    private static int filled(List<String> cells) {
        return (int) cells.stream().filter(cell -> !cell.isEmpty()).count();
    }

    /** Groups such as "Omset" over years: the lower row is empty under what stands alone, the upper over the groups' rest. */
    private static boolean isLowerHalf(Line upper, Line lower) {
        int halves = 0;
        for (int i = 0; i < lower.cells().size(); i++) {
            String cell = lower.cell(i);
            if (cell.isEmpty()) {
                continue;
            }
            boolean stands = Headings.year(cell) != 0 && cell.length() <= 12
                    || Suggestions.meaning(cell).isPresent()
                    || isShortWord(cell);
            if (!stands) {
                return false;
            }
            halves++;
        }
        return halves >= 2
                && halves < filled(upper.cells()) + lower.cells().size() / 2 + 1
                && emptyUnderNames(upper, lower);
    }

    private static boolean emptyUnderNames(Line upper, Line lower) {
        boolean one = false;
        for (int i = 0; i < upper.cells().size(); i++) {
            if (isName(upper.cell(i))) {
                if (!lower.cell(i).isEmpty()) {
                    return false;
                }
                one = true;
            }
        }
        return one;
    }

    private static boolean isShortWord(String cell) {
        return switch (Headings.plain(cell)) {
            case "l", "p", "laki laki", "perempuan", "rt", "rw", "jumlah", "nilai", "satuan", "ada", "tidak" -> true;
            default -> false;
        };
    }

    private static boolean isUpperHalf(Line upper, Line lower) {
        int over = 0;
        int gaps = 0;
        for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
            if (!upper.cell(i).isEmpty()) {
                over++;
            }
            // a heading that is merged over both rows stands in both
            if (!upper.cell(i).isEmpty()
                    && (lower.cell(i).isEmpty() || lower.cell(i).equals(upper.cell(i)))) {
                gaps++;
            }
        }
        return over >= 2 && gaps >= 1 && known(upper.cells()) >= 1;
    }

    private static List<String> joined(Line upper, Line lower) {
        List<String> headings = new ArrayList<>();
        String group = "";
        int width = Math.max(upper.cells().size(), lower.cells().size());
        for (int i = 0; i < width; i++) {
            if (!upper.cell(i).isEmpty()) {
                group = upper.cell(i);
            }
            headings.add(joined(upper.cell(i), group, lower.cell(i)));
        }
        return headings;
    }

    /** What says enough by itself needs no group; NAMA or JENIS says it only below one. */
    private static String joined(String above, String group, String own) {
        if (own.isEmpty() || own.equals(above)) {
            return above;
        }
        boolean plain = PLAIN.contains(Headings.plain(own));
        boolean known = Suggestions.meaning(own).isPresent() && Headings.year(own) == 0;
        return known && !plain ? own : (group + " " + own).strip();
    }

    /** No row of headings at all: the first row is one of the list. */
    private static boolean isData(List<Line> lines, int first) {
        int alike = 0;
        for (String cell : lines.get(first).cells()) {
            String digits = Headings.plain(cell).replace(" ", "");
            if (digits.length() >= 10 && digits.length() <= 16 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                alike++;
            }
        }
        return alike > 0;
    }

    private static List<String> unnamed(Line line) {
        return new ArrayList<>(Collections.nCopies(line.cells().size(), ""));
    }

    /** (1) (2) (3) below the headings, as on printed forms. */
    private static boolean isNumbering(Line line) {
        int expected = 1;
        for (String cell : line.cells()) {
            String digits = cell.replace("(", "").replace(")", "").strip();
            if (digits.isEmpty()) {
                continue;
            }
            if (!digits.equals(Integer.toString(expected))) {
                return false;
            }
            expected++;
        }
        return expected > 4;
    }

    private static List<String> trimmed(List<String> headings) {
        int end = headings.size();
        while (end > 0 && headings.get(end - 1).isEmpty()) {
            end--;
        }
        return headings.subList(0, end);
    }

    private static Shape.@Nullable Sign recap(List<Line> titles, List<String> headings, List<List<String>> body) {
        boolean said = titles.stream()
                .flatMap(line -> line.cells().stream())
                .anyMatch(cell -> RECAP.matcher(Headings.plain(cell)).find());
        if (said) {
            return Shape.Sign.TITLE;
        }
        int numeric = 0;
        int places = 0;
        for (int i = 0; i < headings.size(); i++) {
            int column = i;
            long cells = body.stream()
                    .filter(row -> column < row.size() && !row.get(column).isEmpty())
                    .count();
            long numbers = body.stream()
                    .filter(row -> column < row.size() && isAmount(row.get(column)))
                    .count();
            if (cells > 0 && numbers * 10 >= cells * 8) {
                numeric++;
                Optional<Field> meaning = Suggestions.meaning(headings.get(i));
                if (meaning.isEmpty()) {
                    places++;
                }
            }
        }
        if (places >= 4 && places * 2 >= headings.size()) {
            return Shape.Sign.NUMBERS_BY_PLACE;
        }
        return headings.size() > 2 && numeric >= headings.size() - 1 ? Shape.Sign.NUMBERS : null;
    }

    private static boolean isAmount(String cell) {
        if (cell.isEmpty() || cell.length() > 20) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != ',' && c != '-') {
                return false;
            }
        }
        return true;
    }
}
