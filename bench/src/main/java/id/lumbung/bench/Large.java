package id.lumbung.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an officer waits for, over HTTP and as in use, while the register grows. */
final class Large {
    private static final int CLIENTS = 2;
    private static final int EXAMPLES = 400;
    private static final double MOST = 50;

    /** An enterprise that is looked for: what somebody would type of it. */
    private record Example(String id, String name, String owner, String village) {}

    /** Somebody at work; the draft is one in whose form the hint appears. */
    private record Officer(String name, String territory, List<Browser> screens, String draft) {
        String ofWhom() {
            return territory.isEmpty() ? "" : territory.length() > 5 ? ", kecamatan" : ", regency";
        }
    }

    private final Settings settings;
    private final Report report;
    private final Map<String, Map<Integer, Double>> growth = new LinkedHashMap<>();

    Large(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    /** Grows the register to a size and measures what people wait for. */
    void measure(Server server, int size) throws Exception {
        String password = server.password();
        new Register(server).growTo(size);
        Officer kecamatan = officer(server, password, "petugas.kepanjen", "35.07.13", true);
        Officer regency = officer(server, password, "dinas", "35.07", false);
        List<Officer> everybody = List.of(kecamatan, regency, visitor(server));
        // until the compiler of the server and the caches of PostgreSQL have seen everything
        for (Officer officer : everybody) {
            asked(server, officer, size).values().forEach(ask -> warm(officer, ask, settings.seconds() / 2.0));
        }
        for (Officer officer : everybody) {
            for (Map.Entry<String, Ask> each : asked(server, officer, size).entrySet()) {
                run(each.getKey() + officer.ofWhom(), officer, size, each.getValue());
            }
        }
        everybody.forEach(officer -> officer.screens().forEach(Browser::close));
        licence(server, size);
    }

    /** How long a server needs with so many enterprises until it is ready. */
    void started(int size, long millis) {
        report.add("large", "start", size, millis, "ms", "< 4000");
        chart("start", size, millis);
    }

    /** Growth from the smaller to the larger size, and the chart. */
    void summarise() throws IOException {
        int smallest = settings.sizes().stream()
                .filter(size -> size >= 421_000)
                .findFirst()
                .orElse(settings.sizes().getFirst());
        int largest = settings.sizes().getLast();
        if (largest > smallest) {
            growth.forEach((what, bySize) -> report.add(
                    "large",
                    what + " p95, " + largest + " : " + smallest,
                    largest,
                    bySize.getOrDefault(largest, Double.NaN) / bySize.getOrDefault(smallest, Double.NaN),
                    "times",
                    "< 1.5"));
        }
        Chart.write(
                settings.output().resolve("growth.svg"),
                "95 of 100 answers within this time, by enterprises in the register",
                growth,
                MOST);
    }

    /** Cases one after the other, from the empty form to the licence. */
    private void licence(Server server, int size) throws Exception {
        Licences licences = new Licences();
        List<Licences.Hands> hands = licences.signIn(server, 1);
        licences.warm(hands, settings.seconds());
        Licences.Steps steps = Licences.Steps.none();
        Load.run(1, settings.seconds(), (client, n) -> licences.handle(hands.getFirst(), steps));
        hands.forEach(Licences.Hands::close);
        report.add("large", "submission, one at a time", size, steps.submitted(), "");
        chart("submission, one at a time", size, steps.submitted().percentile(0.95));
        report.add("large", "issue, one at a time", size, steps.issued(), "");
        chart("issue, one at a time", size, steps.issued().percentile(0.95));
    }

    private void chart(String what, int size, double millis) {
        growth.computeIfAbsent(what, none -> new LinkedHashMap<>()).put(size, millis);
    }

    /** Anybody, without signing in. */
    private static Officer visitor(Server server) {
        List<Browser> screens = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            screens.add(new Browser(server.port));
        }
        return new Officer("", "", screens, "");
    }

    private static Officer officer(Server server, String password, String name, String territory, boolean enters)
            throws Exception {
        List<Browser> screens = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Browser screen = new Browser(server.port);
            screen.signIn(name, password);
            screens.add(screen);
        }
        String draft = "";
        if (enters) {
            HttpResponse<byte[]> begun =
                    screens.getFirst().post("/permohonan", Map.of("kecamatan", territory, "regime", "IUMK"));
            draft = begun.headers().firstValue("Location").orElseThrow().replaceAll(".*/permohonan/([^/]+)/.*", "$1");
        }
        return new Officer(name, territory, screens, draft);
    }

    private static Map<String, Ask> asked(Server server, Officer officer, int size) throws SQLException, IOException {
        Map<String, Ask> asked = new LinkedHashMap<>();
        if (officer.territory().isEmpty()) {
            PublicPages.PAGES.forEach(page -> asked.put(page.name(), (screen, n) -> screen.get(page.path())));
            return asked;
        }
        List<Example> examples = examples(server, officer.territory(), size);
        asked.put("search by name", (screen, n) -> {
            Example example = examples.get(n % EXAMPLES);
            return screen.post("/usaha", Map.of("q", typed(n % 2 == 0 ? example.name() : example.owner(), n)));
        });
        asked.put(
                "page of an enterprise",
                (screen, n) -> screen.get("/usaha/" + examples.get(n % EXAMPLES).id()));
        asked.put("work list", (screen, n) -> screen.get("/beranda"));
        asked.put("all cases", (screen, n) -> screen.get("/permohonan"));
        asked.put("list of a kecamatan", (screen, n) -> screen.get("/usaha?wilayah=35.07.13&halaman=" + (1 + n % 5)));
        asked.put("register, newest", (screen, n) -> screen.get("/usaha"));
        if (!officer.draft().isEmpty()) {
            asked.put("hint of duplicates", (screen, n) -> {
                Example example = examples.get(n % EXAMPLES);
                return screen.post(
                        "/permohonan/" + officer.draft() + "/dikenal",
                        Map.of(
                                "nik", "3599014507" + (700_000 + n % 250_000),
                                "phone", "0813" + (10_000_000 + n),
                                "ownerName", typed(example.owner(), n),
                                "businessName", typed(example.name(), n + 1),
                                "village", example.village()));
            });
        }
        return asked;
    }

    /** Every third time two letters have changed places. */
    private static String typed(String name, int n) {
        if (n % 3 != 0 || name.length() < 6) {
            return name;
        }
        int at = 2 + n % (name.length() - 4);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private interface Ask {
        HttpResponse<byte[]> ask(Browser screen, int n) throws IOException, InterruptedException;
    }

    private void run(String what, Officer officer, int size, Ask ask) throws Exception {
        turns(officer, ask, settings.seconds() / 3.0, new Sample());
        Sample sample = new Sample();
        turns(officer, ask, settings.seconds() / 2.0, sample);
        report.add("large", what, size, sample, "< 50");
        chart(what, size, sample.percentile(0.95));
    }

    private static void warm(Officer officer, Ask ask, double seconds) {
        try {
            turns(officer, ask, seconds, new Sample());
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static void turns(Officer officer, Ask ask, double seconds, Sample sample) throws Exception {
        Load.run(CLIENTS, seconds, (client, n) -> {
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = ask.ask(officer.screens().get(client), n * CLIENTS + client);
            sample.addIf(answer.statusCode() == 200, System.nanoTime() - begun);
        });
    }

    /** Of the whole register, not of a corner that is warm; of those whose owner's NIK nobody has to open. */
    private static List<Example> examples(Server server, String territory, int size) throws SQLException, IOException {
        List<Example> examples = new ArrayList<>();
        try (Connection database = server.database();
                PreparedStatement sql = database.prepareStatement("""
                        select e.id, e.name, p.name, e.region_code
                          from generate_series(1, 60000) n
                          join registry.enterprise e
                            on e.id = cast('018f0000-1000-7000-8000-' || lpad(to_hex(2 + 2 * bench.any(n, 99, ? / 2)), 12, '0') as uuid)
                          join registry.ownership o on o.enterprise = e.id
                          join registry.person p on p.id = o.person and p.nik_sealed is null
                         where starts_with(e.region_code, ?)
                         order by n
                         limit ?
                        """)) {
            sql.setInt(1, size);
            sql.setString(2, territory);
            sql.setInt(3, EXAMPLES);
            try (ResultSet rows = sql.executeQuery()) {
                while (rows.next()) {
                    examples.add(
                            new Example(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
        for (int i = 0; examples.size() < EXAMPLES; i++) {
            examples.add(examples.get(i));
        }
        return examples;
    }
}
