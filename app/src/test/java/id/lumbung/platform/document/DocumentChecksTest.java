package id.lumbung.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import id.lumbung.TestStore;
import id.lumbung.platform.start.Finding;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What is wrong with a store of documents is said at the start, by the setting's name and in both languages. */
@Timeout(60)
class DocumentChecksTest {
    private final TestStore store = TestStore.shared();

    @TempDir
    private Path folder;

    @Test
    void a_store_that_is_named_completely_and_answers_is_fine() throws Exception {
        assertThat(check(Map.of())).isEmpty();

        Path file = Files.writeString(folder.resolve("rahasia"), store.secret() + "\n");
        assertThat(check(Map.of("SECRET_KEY", "", "SECRET_KEY_FILE", file.toString())))
                .isEmpty();
    }

    @Test
    void without_a_word_of_it_documents_stay_in_the_folder_and_nothing_is_asked() {
        assertThat(new DocumentChecks().check(environment(Map.of()))).isEmpty();
    }

    @Test
    void a_place_that_there_is_not_is_refused() {
        assertThat(new DocumentChecks().check(environment(Map.of("LUMBUNG_DOCUMENTS_PLACE", "awan"))))
                .singleElement()
                .matches(Finding::refuses)
                .extracting(Finding::setting)
                .isEqualTo("LUMBUNG_DOCUMENTS_PLACE");
    }

    @Test
    void everything_that_is_missing_is_said_at_once() {
        assertThat(new DocumentChecks().check(environment(Map.of("LUMBUNG_DOCUMENTS_PLACE", "s3"))))
                .allMatch(Finding::refuses)
                .extracting(Finding::setting)
                .containsExactly(
                        "LUMBUNG_DOCUMENTS_S3_ENDPOINT",
                        "LUMBUNG_DOCUMENTS_S3_BUCKET",
                        "LUMBUNG_DOCUMENTS_S3_ACCESS_KEY",
                        "LUMBUNG_DOCUMENTS_S3_SECRET_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "ENDPOINT, http://s3.example.go.id, https",
        "ENDPOINT, http://10.0.0.7:9000, https",
        "ENDPOINT, s3.example.go.id, not the address",
        "ENDPOINT, https://s3.example.go.id/lumbung, not the address",
        "ENDPOINT, https://kunci:rahasia@s3.example.go.id, not the address",
        "BUCKET, a/b, cannot be used",
        "BUCKET, tidak-ada, not this bucket",
        "REGION, Jakarta Barat, cannot be used",
        "PREFIX, /malang/, cannot be used",
        "PREFIX, ../lain/, cannot be used",
        "PREFIX, malang, cannot be used",
        "PATH_STYLE, ya, true or false",
        "ACCESS_KEY, '', missing",
        "SECRET_KEY, '', missing",
        "SECRET_KEY_FILE, /tidak/ada, only one",
    })
    void a_setting_that_cannot_be_right_is_refused(String setting, String value, String said) {
        List<Finding> findings = check(Map.of(setting, value));

        assertThat(findings).first().matches(Finding::refuses);
        assertThat(findings.getFirst().setting()).startsWith("LUMBUNG_DOCUMENTS_S3_" + setting.replace("_FILE", ""));
        assertThat(findings.getFirst().english()).contains(said);
    }

    @Test
    void a_wrong_secret_is_refused_and_not_repeated() {
        List<Finding> findings = check(Map.of("SECRET_KEY", "rahasia-lain"));

        assertThat(findings).singleElement().matches(Finding::refuses);
        assertThat(findings.getFirst().setting()).isEqualTo("LUMBUNG_DOCUMENTS_S3_ACCESS_KEY");
        assertThat(findings.getFirst().toString())
                .contains("SignatureDoesNotMatch")
                .doesNotContain("rahasia-lain");
    }

    @Test
    void an_empty_file_of_the_secret_is_refused() throws Exception {
        Path empty = Files.createFile(folder.resolve("kosong"));

        assertThat(check(Map.of("SECRET_KEY", "", "SECRET_KEY_FILE", empty.toString())))
                .singleElement()
                .matches(Finding::refuses)
                .extracting(Finding::setting)
                .isEqualTo("LUMBUNG_DOCUMENTS_S3_SECRET_KEY_FILE");
    }

    @Test
    void a_store_that_does_not_answer_is_mentioned_and_waited_for() {
        assertThat(check(Map.of("ENDPOINT", "http://127.0.0.1:1")))
                .singleElement()
                .matches(finding -> !finding.refuses())
                .extracting(Finding::english)
                .asString()
                .contains("does not answer");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(check(Map.of(
                            "ENDPOINT",
                            "https://localhost:" + server.getAddress().getPort())))
                    .singleElement()
                    .matches(Finding::refuses)
                    .extracting(Finding::english)
                    .asString()
                    .contains("certificate", "not trusted");
        } finally {
            server.stop(0);
        }
    }

    private SSLContext selfSigned() throws Exception {
        Path file = folder.resolve("sendiri.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "toko",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "hanya-uji")
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(file.toFile(), "hanya-uji".toCharArray());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "hanya-uji".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private List<Finding> check(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "ENDPOINT",
                store.address(),
                "BUCKET",
                TestStore.BUCKET,
                "PREFIX",
                "periksa/",
                "ACCESS_KEY",
                TestStore.ACCESS_KEY,
                "SECRET_KEY",
                store.secret()));
        settings.putAll(changed);
        Map<String, Object> environment = new HashMap<>(Map.of("LUMBUNG_DOCUMENTS_PLACE", "s3"));
        settings.forEach((name, value) -> environment.put("LUMBUNG_DOCUMENTS_S3_" + name, value));
        return new DocumentChecks().check(environment(environment));
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", settings));
        return environment;
    }
}
