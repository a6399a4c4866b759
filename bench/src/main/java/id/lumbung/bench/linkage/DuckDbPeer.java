package id.lumbung.bench.linkage;

import id.lumbung.linkage.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Fellegi-Sunter job as one writes it in SQL: blocking by joins, comparison levels by the functions of DuckDB, EM over the
 * counted patterns, a frequency weight for equal names, connected components above 0.95. It gets the lists in the same
 * standard forms and uses the same blocking rules as the engine; its comparisons are the textbook's, one field each.
 */
public final class DuckDbPeer {
    /** From which probability on a pair is taken for a match. */
    public static final double THRESHOLD = 0.95;

    private static final int DRAWN = 1_000_000;
    private static final double SHARE_OF_SURE = 0.6;

    private static final int NAME = 0;
    private static final int BIRTH = 1;
    private static final int NIK = 2;
    private static final int PHONE = 3;
    private static final int VILLAGE = 5;
    private static final int KBLI = 7;

    /** The columns that must be equal, and known, in a blocking rule, and how many records a block may have at most. */
    private record Rule(int limit, String columns) {}

    private static final List<Rule> RULES = List.of(
            new Rule(1500, "nik15"),
            new Rule(1500, "phone"),
            new Rule(1500, "village, sound"),
            new Rule(1500, "village, rt, rw"),
            new Rule(1500, "village, birth"),
            new Rule(1500, "kec, birth, first4"),
            new Rule(1500, "birth, sound"),
            new Rule(1500, "village, business_sound"),
            new Rule(1500, "kec, rt, rw, first4"),
            new Rule(1500, "kec, rt, rw, kbli"),
            new Rule(1500, "village, rt, kbli"),
            new Rule(1500, "village, last4, year"),
            new Rule(1500, "village, last4, kbli"),
            new Rule(1500, "kec, sound, year"),
            new Rule(1500, "village, first4, kbli"),
            new Rule(60, "sound, rt, rw"),
            new Rule(12, "village, kbli"),
            new Rule(14, "village, first4"),
            new Rule(14, "village, last4"),
            new Rule(30, "kec, sound"));

    /** A comparison: how many levels it has, 0 included, and the SQL that gives the level of the records l and r. */
    private record Comparison(String name, int levels, String sql) {}

    private static final List<Comparison> OF_OWNERS = List.of(
            new Comparison("name", 6, """
                    case when l.name is null or r.name is null then 0
                         when l.name = r.name then 1
                         when l.joined = r.joined then 2
                         when jaro_winkler_similarity(l.joined, r.joined) >= 0.92 then 2
                         when list_has_any(l.name_words, r.name_words) then 3
                         when jaro_winkler_similarity(l.joined, r.joined) >= 0.8 then 4
                         else 5 end"""),
            new Comparison("birth", 6, """
                    case when l.year is null or r.year is null then 0
                         when l.birth = r.birth then 1
                         when l.birth is not null and r.birth is not null and ((l.year = r.year)::int
                              + (l.birth // 100 % 100 = r.birth // 100 % 100)::int + (l.birth % 100 = r.birth % 100)::int = 2
                              or l.year = r.year and l.birth // 100 % 100 = r.birth % 100 and l.birth % 100 = r.birth // 100 % 100)
                              then 2
                         when l.year = r.year then 3
                         when abs(l.year - r.year) <= 1 then 4
                         else 5 end"""),
            new Comparison("nik", 5, """
                    case when l.known is null or r.known is null then 0
                         when l.nik = r.nik then 1
                         when l.nik is not null and r.nik is not null and levenshtein(l.nik, r.nik) <= 1 then 2
                         when bit_count(l.known & r.known) < 16 then 0
                         when xor(l.digits, r.digits) & l.known & r.known = 0 then 3
                         else 4 end"""),
            new Comparison("phone", 4, """
                    case when l.phone is null or r.phone is null then 0
                         when l.phone = r.phone then 1
                         when levenshtein(l.phone, r.phone) <= 1 then 2
                         else 3 end"""),
            new Comparison("address", 5, """
                    case when l.rt is null and l.hamlet is null or r.rt is null and r.hamlet is null then 0
                         when l.rt = r.rt and l.rw = r.rw and l.hamlet = r.hamlet then 1
                         when l.rt = r.rt and l.rw = r.rw then 2
                         when l.rt = r.rt or l.hamlet = r.hamlet then 3
                         else 4 end"""),
            new Comparison("village", 4, """
                    case when l.village is null or r.village is null then 0
                         when l.village = r.village then 1
                         when l.kec = r.kec then 2
                         else 3 end"""));

    private static final List<Comparison> OF_BUSINESSES = List.of(
            new Comparison("business", 5, """
                    case when l.business is null or r.business is null then 0
                         when l.business = r.business then 1
                         when jaro_winkler_similarity(l.business, r.business) >= 0.9 then 2
                         when list_has_any(l.business_words, r.business_words) then 3
                         else 4 end"""),
            new Comparison("kbli", 4, """
                    case when l.kbli is null or r.kbli is null then 0
                         when l.kbli = r.kbli then 1
                         when left(l.kbli, 2) = left(r.kbli, 2) then 2
                         else 3 end"""),
            new Comparison(
                    "kind",
                    3,
                    "case when l.kind is null or r.kind is null then 0 when l.kind = r.kind then 1 else 2 end"));

    /**
     * What a run found.
     *
     * @param seconds what each step took, in their order; the first reads and standardises
     */
    public record Result(Level level, int records, long pairs, Map<String, Double> seconds, PeerEvaluation evaluation) {
        /** From files to clusters. */
        public double total() {
            return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        /** From standard forms to clusters. */
        public double fromCleaned() {
            return total() - seconds.getOrDefault("read and standardise", 0.0);
        }
    }

    private final Connection connection;
    private final Level level;
    private final List<Comparison> comparisons = new ArrayList<>(OF_OWNERS);
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long begun = System.nanoTime();

    private DuckDbPeer(Connection connection, Level level) {
        this.connection = connection;
        this.level = level;
        if (level == Level.BUSINESS) {
            comparisons.addAll(OF_BUSINESSES);
        }
    }

    /** Links the lists of a folder and holds the answer against its truth. */
    public static Result run(Path folder, Level level) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return new DuckDbPeer(connection, level).run(folder);
        }
    }

    private Result run(Path folder) throws IOException, SQLException {
        execute("set preserve_insertion_order = false");
        execute("set memory_limit = '2GB'");
        final int records = PeerRecords.load(folder, connection);
        execute(
                "create table often as select *, string_split(name, ' ') as name_words, string_split(business, ' ') as business_words,"
                        + " count(*) over (partition by name) / " + records + ".0 as name_share,"
                        + " count(*) over (partition by business) / " + records + ".0 as business_share from r");
        execute("drop table r");
        execute("alter table often rename to r");
        lap("read and standardise");
        block();
        final long pairs = number("select count(*) from pairs");
        lap("block");
        execute("create table compared as " + compared("pairs"));
        lap("compare");
        PeerModel model = model(records);
        lap("estimate");
        score(model);
        lap("score");
        int[] clusters = PeerClusters.above(connection, THRESHOLD, records);
        lap("cluster");
        return new Result(level, records, pairs, seconds, PeerEvaluation.of(connection, level, THRESHOLD, clusters));
    }

    private void lap(String step) {
        long now = System.nanoTime();
        seconds.put(step, (now - begun) / 1e9);
        begun = now;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void block() throws SQLException {
        execute("create table keys (rule integer, key ubigint, id integer)");
        execute("create table limits (rule integer, most integer)");
        for (int i = 0; i < RULES.size(); i++) {
            String columns = RULES.get(i).columns();
            execute("insert into keys select " + i + ", hash(" + columns + "), id from r where "
                    + columns.replace(", ", " is not null and ") + " is not null");
            execute("insert into limits values (" + i + ", " + RULES.get(i).limit() + ")");
        }
        execute("create table kept as select * from keys semi join (select rule, key from keys join limits using (rule)"
                + " group by rule, key having count(*) between 2 and any_value(most)) using (rule, key)");
        execute("create table pairs as select distinct l.id as a, r.id as b from kept l join kept r"
                + " on l.rule = r.rule and l.key = r.key and l.id < r.id");
        execute("drop table keys");
        execute("drop table kept");
    }

    /** The pairs of a table with their pattern as one number, and what an equal name weighs by its frequency. */
    private String compared(String pairs) {
        StringBuilder pattern = new StringBuilder();
        for (Comparison comparison : comparisons) {
            pattern.append(pattern.isEmpty() ? "" : " * 6 + ")
                    .insert(0, "(")
                    .append(comparison.sql())
                    .append(")");
        }
        return "select a, b, " + pattern
                + " as pattern, case when l.name = r.name then l.name_share end as name_share,"
                + " case when l.business = r.business then l.business_share end as business_share"
                + " from " + pairs + " join r l on l.id = a join r r on r.id = b";
    }

    private PeerModel model(int records) throws SQLException {
        PeerModel model =
                new PeerModel(comparisons.stream().mapToInt(Comparison::levels).toArray());
        execute("create table drawn as select (hash(i) % " + records + ")::integer as a, (hash(i + " + DRAWN + ") % "
                + records + ")::integer as b from range(" + DRAWN + ") t(i)");
        counted("(" + compared("drawn") + ")", model::strangers);
        counted("compared", (patterns, counts) -> {
            model.session(patterns, counts, NAME, VILLAGE);
            model.session(patterns, counts, BIRTH, VILLAGE);
            model.session(patterns, counts, PHONE);
            model.prior(sure(patterns, counts), SHARE_OF_SURE, 0.5 * records * (records - 1.0));
        });
        return model;
    }

    /** Pairs of one name and birth date in one village, or of one NIK and name; for businesses of one activity too. */
    private double sure(int[][] patterns, long[] counts) {
        double sure = 0;
        for (int p = 0; p < patterns.length; p++) {
            int[] pattern = patterns[p];
            boolean owner = pattern[NAME] <= 2
                    && pattern[NAME] > 0
                    && (pattern[NIK] == 1 || pattern[BIRTH] == 1 && pattern[VILLAGE] == 1);
            sure += owner && (level == Level.OWNER || pattern[KBLI] == 1) ? counts[p] : 0;
        }
        return sure;
    }

    private interface Counted {
        void take(int[][] patterns, long[] counts);
    }

    private void counted(String table, Counted into) throws SQLException {
        List<int[]> patterns = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select pattern, count(*) from " + table + " where a <> b group by 1 order by 1")) {
            while (rows.next()) {
                patterns.add(pattern(rows.getInt(1)));
                counts.add(rows.getLong(2));
            }
        }
        into.take(
                patterns.toArray(new int[0][]),
                counts.stream().mapToLong(Long::longValue).toArray());
    }

    private int[] pattern(int number) {
        int[] pattern = new int[comparisons.size()];
        int rest = number;
        for (int c = pattern.length - 1; c >= 0; c--) {
            pattern[c] = rest % 6;
            rest /= 6;
        }
        return pattern;
    }

    /** The weights go back to the database; an equal name weighs by how rare it is. */
    private void score(PeerModel model) throws SQLException {
        execute("create table weight (pattern integer, w double)");
        try (PreparedStatement insert = connection.prepareStatement("insert into weight values (?, ?)");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct pattern from compared")) {
            while (rows.next()) {
                insert.setInt(1, rows.getInt(1));
                insert.setDouble(2, model.weight(pattern(rows.getInt(1))));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        String business = level == Level.BUSINESS
                ? " + coalesce(ln(" + model.strangersAt(OF_OWNERS.size(), 1) + " / business_share), 0)"
                : "";
        execute("create table scored as select a, b, 1 / (1 + exp(-(w + coalesce(ln(" + model.strangersAt(NAME, 1)
                + " / name_share), 0)" + business + "))) as p from compared join weight using (pattern)");
    }
}
