package id.lumbung.running;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import id.lumbung.TestDatabase;
import id.lumbung.TestSignInService;
import id.lumbung.TestStore;
import id.lumbung.api.access.Tokens;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.application.Answers;
import id.lumbung.licensing.application.Applications;
import id.lumbung.platform.LumbungSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real process whose settings file names a store of documents and a sign-in service, and asks everyone for two factors.
 * Both services go away; in the end the process is killed, which is why the order counts.
 */
@LumbungTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartedWithServicesTest {
    private static final String KECAMATAN = "35.07.19";
    private static final String PREFIX =
            "berkas-" + UUID.randomUUID().toString().substring(0, 8) + "/";

    @Autowired
    private LumbungSettings settings;

    @Autowired
    private TestActors actors;

    @Autowired
    private Applications applications;

    @Autowired
    private Tokens tokens;

    @Autowired
    private JdbcClient database;

    private final TestStore store = TestStore.shared();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> file = new LinkedHashMap<>();
    private Path folder;
    private TestSignInService service;
    private RunningLumbung office;
    private Actor officer;
    private String token;
    private UUID application;

    @BeforeAll
    void start() throws Exception {
        service = new TestSignInService();
        folder = TestDatabase.temporaryFolder("lumbung-services");
        file.putAll(TestDatabase.settingsOf(
                Objects.requireNonNull(settings.database()).url()));
        file.put("LUMBUNG_HOME", settings.home());
        file.put("LUMBUNG_SECOND_FACTOR", "everyone");
        file.put("LUMBUNG_DOCUMENTS_PLACE", "s3");
        file.put("LUMBUNG_DOCUMENTS_S3_ENDPOINT", store.address());
        file.put("LUMBUNG_DOCUMENTS_S3_BUCKET", TestStore.BUCKET);
        file.put("LUMBUNG_DOCUMENTS_S3_PREFIX", PREFIX);
        file.put("LUMBUNG_DOCUMENTS_S3_ACCESS_KEY", TestStore.ACCESS_KEY);
        file.put("LUMBUNG_DOCUMENTS_S3_SECRET_KEY", store.secret());
        file.put("LUMBUNG_OIDC_ISSUER", service.issuer());
        file.put("LUMBUNG_OIDC_CLIENT_ID", "lumbung");
        file.put("LUMBUNG_OIDC_CLIENT_SECRET", "rahasia-layanan");
        file.put("LUMBUNG_OIDC_NAME", "SSO Malang");
        file.put("LUMBUNG_OIDC_SECOND_FACTOR_AMR", "mfa,otp");
        office = RunningLumbung.start(folder, "office", file);
        office.awaitReady();
        officer = actors.kecamatanOfficer(KECAMATAN);
        link(officer, "petugas");
        application = CurrentActor.runAs(officer, () -> applications.begin(KECAMATAN, "IUMK", Answers.NONE));
        token = CurrentActor.runAs(
                officer,
                () -> tokens.make(
                                "uji",
                                Tokens.grantable(officer).stream()
                                        .map(Enum::name)
                                        .collect(Collectors.toSet()),
                                LocalDate.now().plusDays(30))
                        .text());
    }

    @AfterAll
    void stop() {
        store.comeBack();
        office.close();
        service.close();
        client.close();
    }

    @Test
    @Order(1)
    void a_paper_goes_to_the_store_and_comes_back_from_it() throws Exception {
        HttpResponse<byte[]> kept = hand();

        assertThat(kept.statusCode()).isEqualTo(201);
        assertThat(inStore()).hasSize(1);
        assertThat(Path.of(settings.home(), "documents", inStore().getFirst())).doesNotExist();
        assertThat(look(kept)).isEqualTo(200);
    }

    @Test
    @Order(2)
    void while_the_store_is_away_the_office_says_so_and_goes_on_by_itself() throws Exception {
        store.kill();
        HttpResponse<byte[]> refused = hand();

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("\"documents-away\"");
        awaitReadiness(503);
        assertThat(plain("/health/live").statusCode()).isEqualTo(200);
        assertThat(office.log())
                .containsPattern("ERROR .*could not be served: DOCUMENTS_AWAY: a document was not ")
                .doesNotContain("\tat ");

        store.comeBack();
        awaitReadiness(200);
        HttpResponse<byte[]> kept = hand();
        assertThat(kept.statusCode()).isEqualTo(201);
        assertThat(look(kept)).isEqualTo(200);
    }

    @Test
    @Order(3)
    void an_administrator_with_two_factors_at_the_service_needs_no_third_here() throws Exception {
        Actor administrator = actors.administrator();
        link(administrator, "admin");
        service.next("admin", "pwd", "otp");
        try (Caller caller = caller()) {
            assertThat(signInThere(caller)).isEqualTo("/akun");
            assertThat(caller.get("/akun").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Order(4)
    void a_password_alone_at_the_service_is_one_factor_here_for_everyone_who_needs_two() throws Exception {
        service.next("petugas", "pwd");
        try (Caller caller = caller()) {
            signInThere(caller);

            assertThat(caller.get("/permohonan").headers().firstValue("Location"))
                    .hasValue("/akun/saya/faktor-kedua");
        }
        try (Caller caller = caller()) {
            caller.signIn(actors.signInNameOf(officer), TestActors.PASSWORD);

            assertThat(caller.get("/permohonan").headers().firstValue("Location"))
                    .hasValue("/akun/saya/faktor-kedua");
        }
        service.next("petugas", "pwd", "mfa");
        try (Caller caller = caller()) {
            assertThat(signInThere(caller)).isEqualTo("/beranda");
            assertThat(caller.get("/permohonan").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Order(5)
    void somebody_whom_no_account_knows_stays_outside_however_strong() throws Exception {
        service.next("orang-lain", "mfa");
        try (Caller caller = caller()) {
            assertThat(backFrom(caller).statusCode()).isEqualTo(403);
            assertThat(caller.get("/beranda").headers().firstValue("Location")).hasValue("/masuk?lanjut=%2Fberanda");
        }
    }

    @Test
    @Order(6)
    void a_store_with_another_secret_is_refused_at_the_start_and_a_service_that_is_away_is_not() throws Exception {
        Map<String, String> wrong = new LinkedHashMap<>(file);
        wrong.put("LUMBUNG_DOCUMENTS_S3_SECRET_KEY", "bukan-rahasianya");
        assertThat(checked(wrong))
                .startsWith("78\n")
                .contains("LUMBUNG_DOCUMENTS_S3_ACCESS_KEY", "Lumbung does not start")
                .doesNotContain("bukan-rahasianya", "rahasia-layanan", "\tat ");
        service.close();

        assertThat(checked(file))
                .startsWith("0\n")
                .contains("LUMBUNG_OIDC_ISSUER", "sedang tidak menjawab", "Lumbung starts all the same");
    }

    @Test
    @Order(7)
    void while_the_service_is_away_people_read_so_and_use_their_password() throws Exception {
        try (Caller caller = caller()) {
            HttpResponse<String> told = caller.get("/masuk/oidc");
            // what the service said of itself is known; the answer of the service itself is what is missing
            if (told.statusCode() == 302) {
                told = caller.get("/masuk/oidc/kembali?code=abc&state=xyz");
                assertThat(told.statusCode()).isEqualTo(403);
            }
            assertThat(told.body()).contains("ayanan masuk");
            caller.signIn(actors.signInNameOf(officer), TestActors.PASSWORD);
        }
    }

    @Test
    @Order(8)
    void a_killed_process_leaves_nothing_in_the_folder_for_temporary_files() throws Exception {
        Path own = Path.of(settings.home(), "server");
        assertThat(own).isDirectoryContaining(path -> Files.isDirectory(path.resolve("root")));

        office.kill();

        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(temporary.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("tomcat") && name.contains("." + office.port + "."));
        }
    }

    private void link(Actor actor, String subject) {
        database.sql("insert into identity.outside_identity (id, account, issuer, subject, linked_at)"
                        + " values (:id, :account, :issuer, :subject, now())")
                .param("id", UUID.randomUUID())
                .param("account", actor.account())
                .param("issuer", service.issuer())
                .param("subject", subject)
                .update();
    }

    private Caller caller() {
        return new Caller("http://localhost:" + office.port);
    }

    /** To the service and back, as a browser goes; where Lumbung leads to then. */
    private String signInThere(Caller caller) throws IOException, InterruptedException {
        HttpResponse<String> in = backFrom(caller);
        assertThat(in.statusCode()).isEqualTo(302);
        return in.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> backFrom(Caller caller) throws IOException, InterruptedException {
        String there =
                caller.get("/masuk/oidc").headers().firstValue("Location").orElseThrow();
        assertThat(there).startsWith(service.issuer() + "/authorize");
        URI back = URI.create(
                client.send(HttpRequest.newBuilder(URI.create(there)).build(), HttpResponse.BodyHandlers.discarding())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
        assertThat(back.getPort()).isEqualTo(office.port);
        return caller.get(back.getRawPath() + "?" + back.getRawQuery());
    }

    private HttpResponse<byte[]> hand() throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(
                                URI.create(office.address() + "/api/v1/applications/" + application + "/papers/KTP"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "image/jpeg")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(picture()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private int look(HttpResponse<?> kept) throws IOException, InterruptedException {
        String path = kept.headers().firstValue("Location").orElseThrow();
        return client.send(
                        HttpRequest.newBuilder(URI.create(office.address() + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** An answer about health is kept for some seconds. */
    private void awaitReadiness(int status) throws IOException, InterruptedException {
        for (int i = 0; i < 150 && plain("/health/ready").statusCode() != status; i++) {
            Thread.sleep(200);
        }
        assertThat(plain("/health/ready").statusCode()).isEqualTo(status);
    }

    private HttpResponse<String> plain(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(office.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private List<String> inStore() throws IOException {
        Path bucket = store.bucket().resolve(PREFIX);
        try (Stream<Path> all = Files.walk(bucket)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> bucket.relativize(path).toString())
                    .filter(name -> !name.contains("probe"))
                    .toList();
        }
    }

    /** What {@code ./lumbung check} says of these settings, after its exit code. */
    private String checked(Map<String, String> settings) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        settings.forEach((name, value) -> lines.add(name + "=" + value));
        Path written = Files.write(folder.resolve("check-" + UUID.randomUUID() + ".conf"), lines);
        Process process = new ProcessBuilder(
                        RunningLumbung.command("--lumbung.config=" + written, "--lumbung.check=true"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + said;
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 900, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }
}
