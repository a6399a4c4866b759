package id.lumbung.reference.kbli;

import id.lumbung.reference.RowProblem;
import id.lumbung.reference.upload.UploadedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A complete KBLI list as it is found in the world, read without touching the database. Understood: CSV or
 * semicolon/tab text with a header that names a code and a title column (kode/code, judul/title, optionally
 * deskripsi/description), and JSON lists of objects with the same names. Rows above the five-digit level are counted
 * and left out: the licensing unit is the five-digit group.
 */
public record KbliListFile(List<Row> rows, int higherLevels, List<RowProblem> problems) {

    public record Row(int line, String code, String title, String description) {}

    private static final Pattern FIVE_DIGITS = Pattern.compile("\\d{5}");
    private static final Pattern HIGHER = Pattern.compile("[A-V]|\\d{2,4}");
    private static final Set<String> CODE = Set.of("kode", "code", "kbli", "kode_kbli");
    private static final Set<String> TITLE = Set.of("judul", "title", "nama", "judul_kbli");
    private static final Set<String> DESCRIPTION = Set.of("deskripsi", "description", "uraian");

    public KbliListFile {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    public static KbliListFile read(byte[] content) {
        String text = UploadedTable.text(content);
        Collector collector = new Collector();
        if (text.isBlank()) {
            collector.problem(0, "reference.kbli.file.empty");
        } else if (text.stripLeading().startsWith("[") || text.stripLeading().startsWith("{")) {
            json(text, collector);
        } else {
            csv(content, collector);
        }
        return collector.result();
    }

    private static void json(String text, Collector collector) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            collector.problem(0, "reference.kbli.file.not-json");
            return;
        }
        if (root.isObject()) {
            for (JsonNode child : root) {
                if (child.isArray()) {
                    root = child;
                    break;
                }
            }
        }
        if (!root.isArray()) {
            collector.problem(0, "reference.kbli.file.not-a-list");
            return;
        }
        int number = 0;
        for (JsonNode item : root) {
            number++;
            collector.row(number, field(item, CODE).strip(), field(item, TITLE), field(item, DESCRIPTION));
        }
    }

    private static String field(JsonNode item, Set<String> names) {
        for (Map.Entry<String, JsonNode> property : item.properties()) {
            if (names.contains(property.getKey().toLowerCase(Locale.ROOT))
                    && property.getValue().isValueNode()) {
                return property.getValue().asString("");
            }
        }
        return "";
    }

    private static void csv(byte[] content, Collector collector) {
        UploadedTable table = UploadedTable.read(content);
        OptionalInt code = table.column(CODE);
        OptionalInt title = table.column(TITLE);
        OptionalInt description = table.column(DESCRIPTION);
        if (table.broken()) {
            collector.problem(0, "reference.file.broken");
        } else if (code.isEmpty() || title.isEmpty()) {
            collector.problem(1, "reference.kbli.file.no-columns");
        } else {
            table.lines()
                    .forEach(line ->
                            collector.row(line.number(), line.field(code), line.field(title), line.field(description)));
        }
    }

    /** Official lists come in capitals; a page full of capitals is hard to read. Abbreviations stay as they are. */
    public static String title(String official) {
        String plain = official.replaceAll("\\s+", " ").replace("( ", "(").strip();
        if (plain.isEmpty()) {
            return plain;
        }
        String lower = plain.toLowerCase(Locale.ROOT);
        for (String abbreviation :
                new String[] {"YTDL", "YBDI", "SPA", "LPG", "BBG", "CPO", "SMS", "IPTV", "AKAP", "AKDP"}) {
            lower = lower.replaceAll("\\b" + abbreviation.toLowerCase(Locale.ROOT) + "\\b", abbreviation);
        }
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    private static final class Collector {

        private final Map<String, Row> rows = new TreeMap<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private int higher;

        void problem(int line, String key, Object... args) {
            problems.add(new RowProblem(line, key, List.of(args)));
        }

        void row(int line, String code, String title, String description) {
            if (HIGHER.matcher(code).matches()) {
                higher++;
            } else if (!FIVE_DIGITS.matcher(code).matches()) {
                problem(line, "reference.kbli.file.bad-code", code);
            } else if (title.isBlank()) {
                problem(line, "reference.kbli.file.no-title", code);
            } else if (rows.containsKey(code)) {
                problem(line, "reference.kbli.file.twice", code, rows.get(code).line());
            } else {
                rows.put(
                        code,
                        new Row(
                                line,
                                code,
                                title(title),
                                description.replaceAll("\\s+", " ").strip()));
            }
        }

        KbliListFile result() {
            if (rows.isEmpty() && problems.isEmpty()) {
                problem(0, "reference.kbli.file.no-five-digits");
            }
            return new KbliListFile(List.copyOf(rows.values()), higher, problems);
        }
    }
}
