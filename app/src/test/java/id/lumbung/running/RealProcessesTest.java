package id.lumbung.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.lumbung.LumbungTest;
import id.lumbung.TestDatabase;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.application.Answers;
import id.lumbung.licensing.application.Applications;
import id.lumbung.licensing.application.Question;
import id.lumbung.platform.LumbungSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Two real processes on one database and one home, behind a proxy that remembers nobody. In the end one is killed and the
 * other asked to stop, which is why the order counts.
 */
@LumbungTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealProcessesTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("lumbung.module.directory", "."))
            .toAbsolutePath()
            .normalize()
            .getParent();
    private static final String KECAMATAN = "35.07.19";
    private static final String NIK = "3507195403790017";
    private static final String KK = "3507191208110033";
    private static final String PHONE = "081234987651";
    private static final String OWNER = "Sumarsih Wulandaru";
    private static final String BUSINESS = "Keripik Bu Wulandaru";
    private static final String MAIL = "wulandaru@contoh.id";
    private static final String PASSWORD = "Rahasia-sekali-4471";
    private static final String TOKEN = "Kx7Jq2TzWv9LmPd4RsHb";
    /** None of these may stand in a log, a metric or a trace. */
    private static final List<String> PLANTED =
            List.of(NIK, KK, PHONE, "6281234987651", "0812 3498 7651", "Sumarsih", "Wulandaru", MAIL, PASSWORD, TOKEN);

    @Autowired
    private LumbungSettings settings;

    @Autowired
    private TestActors actors;

    @Autowired
    private Applications applications;

    @Autowired
    private JdbcClient database;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final ByteArrayOutputStream traced = new ByteArrayOutputStream();
    private HttpServer collector;
    private RunningLumbung one;
    private RunningLumbung other;
    private RoundRobin proxy;
    private Caller officer;
    private Actor who;
    private UUID application;

    @BeforeAll
    void startTwo() throws Exception {
        collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            synchronized (traced) {
                exchange.getRequestBody().transferTo(traced);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        int door = RunningLumbung.freePort();
        Path folder = TestDatabase.temporaryFolder("lumbung-running");
        Map<String, String> file = new LinkedHashMap<>(TestDatabase.settingsOf(
                java.util.Objects.requireNonNull(settings.database()).url()));
        file.put("LUMBUNG_HOME", settings.home());
        file.put("LUMBUNG_PUBLIC_URL", "http://localhost:" + door);
        file.put("LUMBUNG_LOG", "json");
        file.put("LUMBUNG_TRACES", "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
        one = RunningLumbung.start(folder, "one", file);
        other = RunningLumbung.start(folder, "other", file);
        one.awaitReady();
        other.awaitReady();
        proxy = new RoundRobin(door, List.of(one, other));
        officer = new Caller("http://localhost:" + door);
        who = actors.kecamatanOfficer(KECAMATAN);
        application = CurrentActor.runAs(who, () -> applications.begin(KECAMATAN, "IUMK", answers()));
    }

    @AfterAll
    void stopAll() {
        for (AutoCloseable each : new AutoCloseable[] {officer, proxy, one, other}) {
            try {
                if (each != null) {
                    each.close();
                }
            } catch (Exception problem) {
                throw new IllegalStateException(problem);
            }
        }
        collector.stop(0);
    }

    @Test
    @Order(1)
    void one_session_is_served_by_both_without_a_sticky_proxy() throws Exception {
        officer.signIn(actors.signInNameOf(who), TestActors.PASSWORD);

        for (int i = 0; i < 6; i++) {
            assertThat(officer.get("/permohonan/" + application + "/isian").statusCode())
                    .isEqualTo(200);
        }

        assertThat(proxy.served).allSatisfy(count -> assertThat(count.get()).isGreaterThan(3));
    }

    @Test
    @Order(2)
    void what_law_changes_in_one_process_counts_in_the_other_at_once() throws Exception {
        for (RunningLumbung process : List.of(one, other)) {
            try (Caller reader = new Caller(process.address())) {
                reader.signIn(actors.signInNameOf(who), TestActors.PASSWORD);
                assertThat(reader.get("/acuan/libur?tahun=2031").body()).doesNotContain("Hari uji dua proses");
            }
        }
        database.sql("insert into reference.holiday (day, name, kind, source)"
                        + " values ('2031-03-05', 'Hari uji dua proses', 'PUBLIC', 'uji')")
                .update();
        try {
            for (RunningLumbung process : List.of(one, other)) {
                try (Caller reader = new Caller(process.address())) {
                    reader.signIn(actors.signInNameOf(who), TestActors.PASSWORD);
                    assertThat(reader.get("/acuan/libur?tahun=2031").body()).contains("Hari uji dua proses");
                }
            }
        } finally {
            database.sql("delete from reference.holiday where day = '2031-03-05'")
                    .update();
        }
    }

    @Test
    @Order(3)
    void what_a_person_typed_stands_in_no_log_however_wrongly_it_was_typed() throws Exception {
        int asked = 0;
        // some of what is asked ends the sessions of whoever asks
        String walker = actors.signInNameOf(actors.kecamatanOfficer(KECAMATAN));
        try (Caller caller = new Caller(one.address())) {
            for (RequestMappingInfo route :
                    requestMappingHandlerMapping.getHandlerMethods().keySet()) {
                if (caller.get("/permohonan").statusCode() != 200) {
                    caller.signIn(walker, TestActors.PASSWORD);
                }
                asked += ask(caller, route);
            }
        }
        for (RunningLumbung process : List.of(one, other)) {
            try (Caller caller = new Caller(process.address());
                    Caller stranger = new Caller(process.address())) {
                caller.signIn(walker, TestActors.PASSWORD);
                stranger.get("/masuk");
                stranger.post("/masuk", Map.of("username", NIK, "password", PASSWORD));
                for (String path : List.of(
                        "/atur/" + TOKEN,
                        "/lacak/" + TOKEN,
                        "/c/" + TOKEN,
                        "/" + NIK,
                        "/usaha/" + NIK + "?q=" + Caller.encoded(OWNER),
                        "/?lang=" + NIK,
                        "/masuk?lanjut=" + Caller.encoded("/usaha?q=" + OWNER),
                        "/usaha?q=" + NIK + "%00")) {
                    stranger.get(path);
                    caller.get(path);
                }
                raw(
                        process,
                        "GET /usaha/%ZZ?q=" + NIK + " HTTP/1.1\r\nHost: localhost\r\nCookie: lumbung=" + NIK
                                + "\r\nConnection: close\r\n\r\n");
                raw(
                        process,
                        "GET /" + NIK + "|<" + PHONE + " HTTP/1.1\r\nHost: " + NIK + "\r\nConnection: close\r\n\r\n");
            }
        }

        assertThat(asked).isGreaterThan(100);
        for (RunningLumbung process : List.of(one, other)) {
            String log = process.log();
            assertThat(log.lines().filter(line -> line.contains("id.lumbung.request")))
                    .hasSizeGreaterThan(15);
            for (String planted : PLANTED) {
                assertThat(log.lines().filter(line -> line.contains(planted)))
                        .as(planted)
                        .isEmpty();
            }
        }
    }

    @Test
    @Order(4)
    void a_line_of_the_request_log_says_which_route_and_how_it_ended() throws Exception {
        officer.get("/usaha/" + UUID.randomUUID());

        assertThat((one.log() + other.log()).lines())
                .filteredOn(line -> line.contains(" /usaha/{id}"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"@timestamp\"")
                        .contains(
                                "\"method\":\"",
                                "\"route\":\"/usaha/{id}",
                                "\"status\":",
                                "\"ms\":",
                                "\"request\":\""));
    }

    @Test
    @Order(5)
    void every_number_that_an_alert_asks_for_is_told() throws Exception {
        String scrape = one.metrics() + other.metrics();
        String rules = Files.readString(REPOSITORY.resolve("ops/alerts.yml"));
        TreeSet<String> named = Pattern.compile("\\b(?:lumbung|http|hikaricp|logback)_[a-z0-9_]+")
                .matcher(rules.lines()
                        .filter(line -> line.strip().startsWith("expr:") || line.startsWith("          "))
                        .collect(Collectors.joining("\n")))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> told = Pattern.compile("(?m)^([a-z][a-z0-9_]+)[{ ]")
                .matcher(scrape)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(told).containsAll(named);
        assertThat(one.metrics().lines().filter(line -> line.startsWith("lumbung_job_failures_total")))
                .as("each job begins at nought, so that its first failure is an increase")
                .contains(
                        "lumbung_job_failures_total{job=\"deadlines\"} 0.0",
                        "lumbung_job_failures_total{job=\"printing\"} 0.0",
                        "lumbung_job_failures_total{job=\"data-requests\"} 0.0",
                        "lumbung_job_failures_total{job=\"disposal\"} 0.0",
                        "lumbung_job_failures_total{job=\"other\"} 0.0");
        assertThat(PLANTED).noneMatch(scrape::contains);
    }

    @Test
    @Order(6)
    void the_metrics_are_not_at_the_public_door() throws Exception {
        try (Caller stranger = new Caller(one.address())) {
            assertThat(stranger.get("/metrics").body()).doesNotContain("lumbung_");
            assertThat(stranger.get("/health").body()).contains("UP").doesNotContain("database", "free");
        }
    }

    @Test
    @Order(7)
    void traces_arrive_and_name_routes_but_nobody() throws Exception {
        long until = System.nanoTime() + 20_000_000_000L;
        String spans = "";
        while (System.nanoTime() < until && !spans.contains("/usaha/{id}")) {
            Thread.sleep(300);
            synchronized (traced) {
                spans = traced.toString(StandardCharsets.ISO_8859_1);
            }
        }

        assertThat(spans).contains("/usaha/{id}", "/masuk");
        assertThat(PLANTED).noneMatch(spans::contains);
    }

    @Test
    @Order(8)
    void work_goes_on_when_one_of_them_is_killed() throws Exception {
        one.kill();

        for (int i = 0; i < 4; i++) {
            assertThat(officer.get("/permohonan/" + application + "/isian").statusCode())
                    .isEqualTo(200);
        }
        assertThat(officer.get("/permohonan").body()).contains(BUSINESS);
    }

    @Test
    @Order(9)
    void a_request_that_has_begun_is_answered_before_the_process_stops() throws Exception {
        byte[] body = ("username=siapa&password=" + "x".repeat(2000)).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("127.0.0.1", other.port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /masuk HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Connection: close\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, 100);
            out.flush();
            Thread.sleep(500);

            other.askToStop();
            Thread.sleep(1500);
            out.write(body, 100, body.length - 100);
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 403").contains("</html>");
        }
        assertThat(other.awaitEnd()).isEqualTo(143);
    }

    /** Every variable of the route and every field that a form may have carry something that must not be told. */
    private static int ask(Caller caller, RequestMappingInfo route) throws IOException, InterruptedException {
        int asked = 0;
        for (String pattern : route.getPatternValues()) {
            String path = pattern.replaceAll("\\{\\*[^}]*}", "/" + NIK);
            // a pattern of a variable may itself hold braces
            path = path.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", NIK);
            if (!PathContainer.parsePath(path).value().startsWith("/") || path.equals("/keluar")) {
                continue;
            }
            caller.get(path + "?q=" + Caller.encoded(OWNER) + "&nik=" + NIK + "&kode=" + TOKEN + "&halaman=" + PHONE);
            asked++;
            for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                if (method == RequestMethod.POST) {
                    caller.post(path, fields());
                    asked++;
                }
            }
        }
        return asked;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Question question : Question.values()) {
            fields.put(question.name(), NIK);
            fields.put(question.name().toLowerCase(java.util.Locale.ROOT), OWNER);
        }
        fields.put("NIK", NIK);
        fields.put("nik", NIK);
        fields.put("kk", KK);
        fields.put("telepon", PHONE);
        fields.put("q", OWNER + " " + MAIL);
        fields.put("username", MAIL);
        fields.put("password", PASSWORD);
        fields.put("kode", TOKEN);
        fields.put("version", NIK);
        fields.put("versi", OWNER);
        fields.put("tanggal", OWNER);
        return fields;
    }

    private static Answers answers() {
        return Answers.NONE
                .with(Question.NIK, NIK)
                .with(Question.OWNER_NAME, OWNER)
                .with(Question.PHONE, PHONE)
                .with(Question.BUSINESS_NAME, BUSINESS);
    }

    private static void raw(RunningLumbung process, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", process.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.getInputStream().readAllBytes();
        }
    }
}
