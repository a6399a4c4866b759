package id.lumbung.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The SQL of one case, from the empty form to the licence, run by {@code pgbench} on the same server: what the database
 * alone could do. PostgreSQL writes down the statements of two cases; where the two differ (identifiers, numbers, seals)
 * pgbench draws a new value for each case, the same wherever the first case had the same.
 */
final class SameSql {
    private static final String MARK = "select 'between two cases'";
    /** Columns of PostgreSQL's log as CSV. */
    private static final int USER = 1;

    private static final int PROCESS = 3;
    private static final int MESSAGE = 13;
    private static final int DETAIL = 14;

    private static final Pattern PROGRAMS = Pattern.compile("/usr/lib/postgresql/(\\d+)/bin/pgbench");
    private static final Pattern EXECUTED = Pattern.compile("(?s)execute [^:]*: (.*)");
    private static final Pattern OF_A_REQUEST = Pattern.compile("= '(GET|POST) /");
    private static final Pattern PARAMETER =
            Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']++|'')*+')(?:, |$)", Pattern.DOTALL);
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T].*");
    private static final Pattern TOKEN = Pattern.compile(
            "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|([0-9a-f]{18,})|(\\d+)|([^0-9a-f]+|[a-f])");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    /** A statement with the values that were given to it, still quoted. */
    private record Executed(String sql, List<String> values) {}

    private final Server server;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<String> definitions = new ArrayList<>();

    SameSql(Server server) {
        this.server = server;
    }

    /** From the next start of the server on, its log can be read. */
    static void prepare(Server server) throws SQLException, IOException {
        try (Connection database = server.database();
                Statement sql = database.createStatement()) {
            for (String setting : List.of(
                    "logging_collector = on",
                    "log_destination = 'csvlog'",
                    "log_directory = 'log'",
                    "log_filename = 'bench.log'",
                    "log_file_mode = '0644'",
                    "log_rotation_size = 0",
                    "log_min_error_statement = 'panic'")) {
                sql.execute("alter system set " + setting);
            }
        }
    }

    interface Work {
        void run() throws Exception;
    }

    /** Writes down what is done twice, as a script for pgbench. */
    void record(Work work, Path script) throws Exception {
        List<List<Executed>> two = List.of();
        for (int tries = 0; tries < 5; tries++) {
            int before = log().size();
            try (Connection database = server.database();
                    Statement sql = database.createStatement()) {
                sql.execute("alter system set log_statement = 'all'");
                sql.execute("select pg_reload_conf()");
                Thread.sleep(500);
                work.run();
                sql.execute(MARK);
                work.run();
                sql.execute("alter system set log_statement = 'none'");
                sql.execute("select pg_reload_conf()");
            }
            Thread.sleep(500);
            List<CsvRecord> all = log();
            two = cases(all.subList(before, all.size()));
            if (alike(two)) {
                Files.writeString(script, script(two.getFirst(), two.getLast()));
                return;
            }
        }
        throw new IOException("two cases never took the same statements: "
                + two.getFirst().size() + " and " + two.getLast().size());
    }

    private static boolean alike(List<List<Executed>> two) {
        return two.size() == 2
                && !two.getFirst().isEmpty()
                && two.getFirst().stream()
                        .map(Executed::sql)
                        .toList()
                        .equals(two.getLast().stream().map(Executed::sql).toList());
    }

    /** The statements of requests, transaction by transaction, before and after the mark. */
    private static List<List<Executed>> cases(List<CsvRecord> log) {
        List<List<Executed>> cases = new ArrayList<>(List.of(new ArrayList<>()));
        Map<String, List<Executed>> open = new LinkedHashMap<>();
        for (CsvRecord line : log) {
            String message = line.getField(MESSAGE);
            if (message.endsWith(MARK)) {
                cases.add(new ArrayList<>());
            }
            Matcher executed = EXECUTED.matcher(message);
            if (!line.getField(USER).equals("lumbung_app") || !executed.matches()) {
                continue;
            }
            String sql = executed.group(1).strip();
            List<Executed> transaction = open.computeIfAbsent(line.getField(PROCESS), unknown -> new ArrayList<>());
            // the driver tells it with the first statement of a transaction, which then is logged alone
            if (transaction.isEmpty() && !sql.equals("BEGIN")) {
                transaction.add(new Executed("BEGIN", List.of()));
            }
            transaction.add(new Executed(sql, values(line.getField(DETAIL))));
            if (sql.equals("COMMIT")) {
                if (transaction.stream()
                        .anyMatch(each -> each.values().stream()
                                .anyMatch(value ->
                                        OF_A_REQUEST.matcher("= " + value).find()))) {
                    cases.getLast().addAll(transaction);
                }
                open.remove(line.getField(PROCESS));
            }
        }
        return cases;
    }

    private static List<String> values(String detail) {
        List<String> values = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(detail);
        while (parameter.find()) {
            values.add(parameter.group(2));
        }
        return values;
    }

    private String script(List<Executed> one, List<Executed> other) {
        StringBuilder statements = new StringBuilder();
        for (int i = 0; i < one.size(); i++) {
            Executed executed = one.get(i);
            boolean session = executed.sql().toLowerCase(Locale.ROOT).contains("spring_session");
            List<String> values = new ArrayList<>();
            for (int k = 0; k < executed.values().size(); k++) {
                String first = executed.values().get(k);
                values.add(drawn(first, other.get(i).values().get(k), session));
            }
            statements
                    .append(Pattern.compile("\\$(\\d+)")
                            .matcher(executed.sql())
                            .replaceAll(place ->
                                    Matcher.quoteReplacement(values.get(Integer.parseInt(place.group(1)) - 1))))
                    .append(";\n");
        }
        return String.join("\n", definitions) + "\n" + statements;
    }

    /** A value with a variable of pgbench in the place of whatever differs between the two cases. */
    private String drawn(String one, String other, boolean always) {
        if (one.equals(other) && !always
                || TIME.matcher(one.substring(Math.min(1, one.length()))).matches()) {
            return one;
        }
        List<String> tokens = tokens(one);
        List<String> others = tokens(other);
        if (tokens.size() != others.size()) {
            return one;
        }
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean free = i + 1 == tokens.size()
                    || !Character.isLetterOrDigit(tokens.get(i + 1).charAt(0))
                            && tokens.get(i + 1).charAt(0) != '_';
            boolean differs = !token.equals(others.get(i)) || always && token.length() == 36;
            // a check digit says nothing by itself; a value of its own may be as short
            boolean alone = tokens.size() == 3;
            drawn.append(
                    differs && free && (token.length() > 2 || alone)
                            ? variables.computeIfAbsent(token, this::variable)
                            : token);
        }
        return drawn.toString();
    }

    private static List<String> tokens(String value) {
        return TOKEN.matcher(value).results().map(found -> found.group()).toList();
    }

    private String variable(String token) {
        Matcher kind = TOKEN.matcher(token);
        if (!kind.matches() || kind.group(4) != null) {
            return token;
        }
        String name = "v" + (variables.size() + 1);
        if (kind.group(1) != null) {
            definitions.add("\\set " + name + "a random(10000000, 99999999)");
            definitions.add("\\set " + name + "b random(100000000000, 999999999999)");
            return ":" + name + "a-4000-4000-8000-:" + name + "b";
        }
        int digits = kind.group(2) != null ? 18 : Math.clamp(token.length(), 9, 18);
        String most = "9".repeat(digits);
        definitions.add("\\set " + name + " random(1" + "0".repeat(digits - 1) + ", " + most + ")");
        return kind.group(2) == null ? ":" + name : token.substring(0, token.length() - 18) + ":" + name;
    }

    /** Cases a second with so many clients. */
    double rate(Path script, int clients, int seconds) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                program().toString(),
                "-n",
                "-M",
                "simple",
                "-f",
                script.toString(),
                "-c",
                "" + clients,
                "-j",
                "2",
                "-T",
                "" + seconds,
                "-h",
                "127.0.0.1",
                "-p",
                "" + server.databasePort(),
                "-U",
                "lumbung_app",
                "lumbung");
        command.environment().put("PGPASSWORD", server.appSecret());
        Path said = script.resolveSibling("pgbench.log");
        Process process =
                command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        if (!process.waitFor(seconds + 120L, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String text = Files.readString(said);
        Matcher rate = RATE.matcher(text);
        if (process.exitValue() != 0 || !rate.find()) {
            throw new IOException("pgbench could not repeat a case: "
                    + text.lines()
                            .filter(line -> line.contains("ERROR"))
                            .findFirst()
                            .orElse(text));
        }
        return Double.parseDouble(rate.group(1));
    }

    private static Path program() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin/pgbench"))
                    .filter(program -> PROGRAMS.matcher(program.toString()).matches() && Files.isExecutable(program))
                    .max(java.util.Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("pgbench is not installed"));
        }
    }

    /** Its lines so far; one that is just being written is not whole. */
    private List<CsvRecord> log() throws IOException {
        Path file = server.home().resolve("postgres/log/bench.csv");
        if (!Files.exists(file)) {
            return List.of();
        }
        try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(file)) {
            return lines.stream().filter(line -> line.getFieldCount() > DETAIL).toList();
        }
    }
}
