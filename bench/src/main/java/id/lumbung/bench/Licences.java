package id.lumbung.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Applications from the counter to the issued licence, over HTTP, all in one kecamatan, whose numbers all come from one
 * counter: the hardest case for numbers without gaps.
 */
final class Licences {
    private static final Duration PACE = Duration.ofSeconds(4);
    private static final String KECAMATAN = "35.07.13";
    private static final Pattern VERSION = Pattern.compile("name=\"version\"[^>]*value=\"(\\d+)\"");
    private static final Pattern CASE = Pattern.compile("/permohonan/([0-9a-f-]{36})");
    private static final String NUMBERS = """
            select count(*) as issued, count(distinct l.running_no) as different, min(l.running_no) as first,
                   max(l.running_no) as last, max(c.last_no) as counted, count(distinct l.number) as numbers
              from licensing.licence l
              join licensing.number_counter c on c.series = l.regime and c.region_code = l.region_code and c.year = l.year
             where l.region_code = '35.07.13' and l.year = extract(year from now() at time zone 'Asia/Jakarta')
            """;

    /** Who handles one case: at the counter, the one who verifies, the camat. */
    record Hands(Browser officer, Browser delegate, Browser camat) {
        void close() {
            officer.close();
            delegate.close();
            camat.close();
        }
    }

    /** How long the steps took. */
    record Steps(Sample submitted, Sample issued, Sample whole) {
        static Steps none() {
            return new Steps(new Sample(), new Sample(), new Sample());
        }
    }

    private final AtomicInteger serial = new AtomicInteger();
    private final Map<String, byte[]> papers = new LinkedHashMap<>();
    private final int start = (int) (System.currentTimeMillis() / 1000 % 1_000_000);

    Licences() throws IOException {
        for (String kind : List.of("KTP", "KK", "SURAT_PENGANTAR")) {
            papers.put(kind, picture(430, 270));
        }
        papers.put("FOTO", picture(300, 450));
    }

    List<Hands> signIn(Server server, int clients) throws Exception {
        String password = server.password();
        List<Hands> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Browser[] three = new Browser[3];
            String[] names = {"petugas.kepanjen", "sekcam.kepanjen", "camat.kepanjen"};
            for (int k = 0; k < 3; k++) {
                three[k] = new Browser(server.port);
                three[k].comeFrom(1000 + i * 3 + k);
                three[k].signIn(names[k], password);
            }
            all.add(new Hands(three[0], three[1], three[2]));
        }
        return all;
    }

    void warm(List<Hands> hands, double seconds) throws Exception {
        Load.run(hands.size(), seconds, (client, n) -> handle(hands.get(client), Steps.none()));
    }

    /** Returns cases a second. */
    double measure(Settings settings, Server server, List<Hands> hands, Report report) throws Exception {
        Steps steps = Steps.none();
        double took = Load.run(hands.size(), settings.seconds() * 2.0, (client, n) -> handle(hands.get(client), steps));
        report.add(
                "licences",
                "submissions, " + hands.size() + " clients",
                0,
                steps.submitted().size() / took,
                "1/s",
                "");
        report.add("licences", "submission", 0, steps.submitted(), "");
        report.add("licences", "licences issued", 0, steps.issued().size() / took, "1/s", "");
        report.add("licences", "issue", 0, steps.issued(), "");
        report.add(
                "licences",
                "p99 of submission and issue",
                0,
                Math.max(steps.submitted().percentile(0.99), steps.issued().percentile(0.99)),
                "ms",
                "< 100");
        report.add(
                "licences",
                "cases, from the empty form to the licence",
                0,
                steps.whole().size() / took,
                "1/s",
                "");
        report.add("licences", "case, from the empty form to the licence", 0, steps.whole(), "");
        checkNumbers(server, report);
        return steps.whole().size() / took;
    }

    /** As many clients, each with one case after another at a pace of people, however quick the server is. */
    void measurePaced(Settings settings, List<Hands> hands, Report report) throws Exception {
        Steps steps = Steps.none();
        long begun = System.nanoTime();
        Load.run(hands.size(), settings.seconds() * 2.0, (client, n) -> {
            long due = begun + PACE.toNanos() * n + PACE.toNanos() * client / hands.size();
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            handle(hands.get(client), steps);
        });
        String pace = ", a case in " + PACE.toSeconds() + " s each";
        report.add("licences", "submission" + pace, 0, steps.submitted(), "");
        report.add("licences", "issue" + pace, 0, steps.issued(), "");
        report.add(
                "licences",
                "p99 of submission and issue" + pace,
                0,
                Math.max(steps.submitted().percentile(0.99), steps.issued().percentile(0.99)),
                "ms",
                "< 100");
    }

    private static void checkNumbers(Server server, Report report) throws SQLException, IOException {
        try (Connection database = server.database();
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery(NUMBERS)) {
            row.next();
            long issued = row.getLong("issued");
            long missing = row.getLong("last")
                    - row.getLong("first")
                    + 1
                    - row.getLong("different")
                    + row.getLong("counted")
                    - row.getLong("last")
                    + row.getLong("first")
                    - 1;
            long twice = issued - row.getLong("different") + issued - row.getLong("numbers");
            report.add("licences", "licences of the year in the register", 0, issued, "", "");
            report.add("licences", "numbers missing", 0, missing, "", "0");
            report.add("licences", "numbers given twice", 0, twice, "", "0");
        }
    }

    /** One case from the empty form to the licence. */
    void handle(Hands hands, Steps steps) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        int number = serial.incrementAndGet();
        HttpResponse<byte[]> opened = expect(
                302,
                "begin",
                hands.officer()
                        .post("/permohonan", Map.of("kecamatan", KECAMATAN, "regime", "IUMK", "knownAs", "NEW")));
        Matcher found = CASE.matcher(opened.headers().firstValue("Location").orElse(""));
        if (!found.find()) {
            throw new IOException("no case was begun");
        }
        String path = "/permohonan/" + found.group(1);
        String version = version(hands.officer().get(path + "/isian"));
        long handing = System.nanoTime();
        Map<String, String> form = answers(number);
        form.put("version", version);
        expect(302, "hand in", hands.officer().post(path + "/ajukan", form, papers));
        steps.submitted().add(System.nanoTime() - handing);
        step(hands.delegate(), path, "verify");
        version = version(hands.camat().get(path));
        long issuing = System.nanoTime();
        expect(302, "issue", hands.camat().post(path + "/tindakan", Map.of("version", version, "action", "issue")));
        steps.issued().add(System.nanoTime() - issuing);
        steps.whole().add(System.nanoTime() - begun);
    }

    private static void step(Browser who, String path, String action) throws IOException, InterruptedException {
        String version = version(who.get(path));
        expect(302, action, who.post(path + "/tindakan", Map.of("version", version, "action", action)));
    }

    private static HttpResponse<byte[]> expect(int status, String what, HttpResponse<byte[]> answer)
            throws IOException {
        if (answer.statusCode() != status) {
            String text = Browser.text(answer);
            throw new IOException(what + " answered " + answer.statusCode() + ": "
                    + text.replaceAll("(?s).*?(class=\"[^\"]*(?:problem|error)[^\"]*\"[^<]*<.{0,300}).*", "$1"));
        }
        return answer;
    }

    private static String version(HttpResponse<byte[]> page) throws IOException {
        Matcher matcher = VERSION.matcher(Browser.text(page));
        if (!matcher.find()) {
            throw new IOException("a page without a form, status " + page.statusCode());
        }
        return matcher.group(1);
    }

    /** An invented person; 3599 is the code of no regency, so that the NIK is nobody's. */
    private Map<String, String> answers(int number) {
        int unique = start + number;
        Map<String, String> form = new LinkedHashMap<>();
        form.put("nik", nik(unique));
        form.put("ownerName", "Slamet Uji " + Integer.toString(unique, 36));
        form.put("sex", "MALE");
        form.put("birthDate", birth(unique));
        form.put("birthPlace", "Malang");
        form.put("education", "SMA");
        form.put("kk", String.format(Locale.ROOT, "3599010101%06d", unique % 1_000_000));
        form.put("homeRegionCode", KECAMATAN + ".1007");
        form.put("homeRegion", "Kepanjen");
        form.put("homeAddress", "Jl. Uji No. " + unique % 200);
        form.put("homeRt", "001");
        form.put("homeRw", "002");
        form.put("phone", String.format(Locale.ROOT, "0813%08d", 10_000_000 + unique));
        form.put("businessName", "Warung Uji " + Integer.toString(unique, 36));
        form.put("legalForm", "INDIVIDUAL");
        form.put("trade", "TRADE");
        form.put("activity", "menjual nasi dan lauk di warung");
        form.put("kbliCode", "2025:56101");
        form.put("sector", "kuliner-warung");
        form.put("premises", "OWN");
        form.put("village", KECAMATAN + ".1007");
        form.put("address", "Jl. Uji No. " + unique % 200);
        form.put("rt", "001");
        form.put("rw", "002");
        form.put("foundedOn", "2020-05-01");
        form.put("capital", "5000000");
        form.put("sales", "60000000");
        form.put("salesYear", "2025");
        form.put("workersPaid", "1");
        form.put("workersUnpaid", "1");
        form.put("npwp", "-");
        form.put("knownAs", "NEW");
        return form;
    }

    private static String birth(int unique) {
        return String.format(Locale.ROOT, "19%02d-%02d-%02d", 60 + unique / 9_000 % 40, 1 + unique / 360_000 % 12, 5);
    }

    private static String nik(int unique) {
        String birth = birth(unique);
        return "359901" + birth.substring(8) + birth.substring(5, 7) + birth.substring(2, 4)
                + String.format(Locale.ROOT, "%04d", 1 + unique % 9_000);
    }

    private static byte[] picture(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0xFBFAF6));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0x2B5BA6));
        for (int y = 20; y < height; y += 20) {
            pen.fillRect(width / 10, y, width * 8 / 10, 5);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }
}
