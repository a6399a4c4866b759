package id.lumbung.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A census comes in: sent in pieces, tried out, brought in, over HTTP like a browser. Beside it, in the same database and the
 * same run, what two others would take for the same rows: COPY of the file as it is into thirty texts without index or rule,
 * which keeps nothing but texts; and COPY, in its text form, of the very records that came in into a table with the same
 * columns and indexes, which is what storing them costs whoever has them ready.
 */
final class Intake {
    private static final int PIECE = 4 << 20;
    private static final int WRONG = 10_000;
    private static final Pattern FILE = Pattern.compile("\"file\":\"([^\"]+)\"");
    private static final Pattern PAGE = Pattern.compile("\"page\":\"([^\"]+)\"");
    private static final Pattern SELECTED =
            Pattern.compile("<select name=\"(arti\\d+)\"[^>]*>.*?<option value=\"(\\w+)\" selected", Pattern.DOTALL);
    private static final Pattern YEAR = Pattern.compile("name=\"(tahun\\d+)\" value=\"(\\d*)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"versi\" value=\"(\\d+)\"");

    private final Settings settings;
    private final Report report;

    Intake(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    void measure(Server server, String password, Path folder) throws Exception {
        List<String[]> places = places(server);
        try (Browser officer = new Browser(server.port)) {
            officer.signIn("dinas", password);
            Path small = folder.resolve("small.csv");
            new ListFile(20_000, 100, places).csv(small);
            bring(server, officer, small, "warm", 0, false);
            for (int size : settings.sizes()) {
                Path csv = folder.resolve("list.csv");
                Path right = folder.resolve("right.csv");
                Path xlsx = folder.resolve("list.xlsx");
                new ListFile(size, Math.max(1, size / WRONG), places).csv(csv);
                new ListFile(size, 0, places).csv(right);
                new ListFile(size, Math.max(1, size / WRONG), places).xlsx(xlsx);
                double bare = bare(server, csv);
                report.add("intake", "bare COPY of the file into 30 texts, no index", size, bare, "s", "");
                double records = 0;
                for (Path file : List.of(csv, right, xlsx)) {
                    String kind = file == csv ? "CSV" : file == right ? "CSV without a wrong row" : "XLSX";
                    Brought brought = bring(server, officer, file, kind, size, file == csv);
                    if (file == csv) {
                        records = brought.records();
                        report.add("intake", "bare COPY of the records, same indexes", size, records, "s", "");
                    }
                    report.add(
                            "intake",
                            kind + ": rate to COPY of the file",
                            size,
                            bare / brought.seconds(),
                            "",
                            ">= 0.3");
                    report.add(
                            "intake",
                            kind + ": rate to COPY of the records",
                            size,
                            records / brought.seconds(),
                            "",
                            ">= 0.3");
                    Files.delete(file);
                }
            }
        }
    }

    /** Seconds that the records took to come in, and that bare COPY takes for them when that was asked for. */
    private record Brought(double seconds, double records) {}

    private Brought bring(Server server, Browser officer, Path file, String kind, int size, boolean peer)
            throws Exception {
        long begun = System.nanoTime();
        String page = send(officer, file);
        double sent = seconds(begun);
        long trying = System.nanoTime();
        check(officer, page);
        double tried = seconds(trying);
        long entering = System.nanoTime();
        expect(officer.post(page + "/masukkan", Map.of("cara", "GOOD_ROWS")), 302);
        String done = await(officer, page);
        double entered = seconds(entering);
        if (!done.contains("/batalkan\"")) {
            throw new IOException("the list did not come in: " + done.replaceAll("(?s).*<main", "<main"));
        }
        double all = seconds(begun);
        if (size > 0) {
            report.add("intake", kind + ": file", size, Files.size(file) / 1048576.0, "MB", "");
            report.add("intake", kind + ": sent and recognised", size, sent, "s", "");
            report.add("intake", kind + ": tried out", size, tried, "s", "");
            report.add("intake", kind + ": brought in", size, entered, "s", "");
            report.add("intake", kind + ": from file to records", size, all, "s", "<= 60 (heap 512 MB)");
        }
        double records = peer ? bareRecords(server, file.resolveSibling("records.txt")) : 0;
        expect(officer.post(page + "/batalkan", Map.of("alasan", "Hanya untuk mengukur")), 302);
        await(officer, page);
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            statement.execute("vacuum analyze intake.list_record");
        }
        return new Brought(entered, records);
    }

    /** The records that are in, into a table like theirs; the best of three. */
    private static double bareRecords(Server server, Path file) throws SQLException, IOException {
        double best = Double.MAX_VALUE;
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            CopyManager copy = database.unwrap(PGConnection.class).getCopyAPI();
            try (OutputStream out = Files.newOutputStream(file)) {
                copy.copyOut("copy intake.list_record to stdout", out);
            }
            for (int i = 0; i < 3; i++) {
                statement.execute("drop table if exists public.bare");
                statement.execute("create table public.bare (like intake.list_record including all)");
                long begun = System.nanoTime();
                try (InputStream in = Files.newInputStream(file)) {
                    copy.copyIn("copy public.bare from stdin", in, 1 << 16);
                }
                best = Math.min(best, seconds(begun));
            }
            statement.execute("drop table public.bare");
        }
        Files.delete(file);
        return best;
    }

    static String send(Browser officer, Path file) throws IOException, InterruptedException {
        String began = Browser.text(expect(
                officer.post(
                        "/impor/berkas",
                        Map.of(
                                "nama",
                                file.getFileName().toString(),
                                "ukuran",
                                Long.toString(Files.size(file)),
                                "wilayah",
                                "35.07")),
                200));
        String path = "/impor/berkas/" + matches(FILE, began).getFirst()[0];
        try (InputStream in = Files.newInputStream(file)) {
            int seq = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                expect(officer.postBytes(path + "/bagian/" + seq++, piece), 200);
            }
        }
        return matches(PAGE, Browser.text(expect(officer.post(path + "/selesai", Map.of()), 200)))
                .getFirst()[0];
    }

    /** Brings a file in whole, as a person who looks at nothing. */
    static void enter(Browser officer, Path file) throws IOException, InterruptedException {
        String page = send(officer, file);
        check(officer, page);
        expect(officer.post(page + "/masukkan", Map.of("cara", "GOOD_ROWS")), 302);
        String done = await(officer, page);
        if (!done.contains("/batalkan\"")) {
            throw new IOException("the list did not come in: " + done.replaceAll("(?s).*<main", "<main"));
        }
    }

    /** Takes the columns as they were suggested and tries the list out. */
    private static void check(Browser officer, String page) throws IOException, InterruptedException {
        String shaped = Browser.text(officer.get(page));
        Map<String, String> form = new LinkedHashMap<>();
        matches(SELECTED, shaped).forEach(found -> form.put(found[0], found[1]));
        matches(YEAR, shaped).forEach(found -> form.put(found[0], found[1]));
        form.put("versi", matches(VERSION, shaped).getFirst()[0]);
        expect(officer.post(page + "/kolom", form), 302);
        await(officer, page);
    }

    private static String await(Browser officer, String page) throws IOException, InterruptedException {
        while (true) {
            String text = Browser.text(officer.get(page));
            if (!text.contains("data-goes-on")) {
                return text;
            }
            Thread.sleep(100);
        }
    }

    private static HttpResponse<byte[]> expect(HttpResponse<byte[]> answer, int status) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(answer.uri().getPath() + " answered " + answer.statusCode() + ": "
                    + Browser.text(answer).replaceAll("(?s).*<main", "<main"));
        }
        return answer;
    }

    private static List<String[]> matches(Pattern pattern, String text) {
        List<String[]> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new String[] {matcher.group(1), matcher.groupCount() > 1 ? matcher.group(2) : ""});
        }
        return found;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Into a table of thirty texts without index or rule; the best of three. */
    private static double bare(Server server, Path csv) throws SQLException, IOException {
        String columns = IntStream.rangeClosed(1, ListFile.COLUMNS)
                .mapToObj(i -> "c" + i + " text")
                .collect(Collectors.joining(", "));
        double best = Double.MAX_VALUE;
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            for (int i = 0; i < 3; i++) {
                statement.execute("drop table if exists public.bare");
                statement.execute("create table public.bare (" + columns + ")");
                long begun = System.nanoTime();
                try (InputStream in = Files.newInputStream(csv)) {
                    database.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy public.bare from stdin (format csv, delimiter ';', header)", in, 1 << 16);
                }
                best = Math.min(best, seconds(begun));
            }
            statement.execute("drop table public.bare");
        }
        return best;
    }

    static List<String[]> places(Server server) throws SQLException, IOException {
        List<String[]> places = new ArrayList<>();
        try (Connection database = server.database();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select v.name, k.name
                          from reference.region v
                          join reference.region k on k.code = v.parent
                         where v.code like '35.07.%' and v.level = 'VILLAGE'
                         order by v.code
                        """)) {
            while (rows.next()) {
                places.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
        return places;
    }
}
