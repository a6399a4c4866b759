package id.lumbung.browser;

import id.lumbung.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Keycloak on this machine with a realm of made-up people, whose passwords are made for the run. Its address is not that
 * of the application's site, as at an office.
 */
final class TestKeycloak implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final String NAME = "SSO Malang";
    static final String KNOWN = "siti.rahayu";
    static final String STRANGER = "joko.susilo";
    static final String PASSWORD = UUID.randomUUID().toString();
    private static final String SECRET = UUID.randomUUID().toString();
    private static final int SECONDS = 300;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "lumbung.oidc.issuer=" + Running.ISSUER,
                        "lumbung.oidc.client-id=lumbung",
                        "lumbung.oidc.client-secret=" + SECRET,
                        "lumbung.oidc.name=" + NAME)
                .applyTo(context);
    }

    private static final class Running {
        static final String ISSUER = start();

        private static String start() {
            try (ServerSocket free = new ServerSocket(0)) {
                int port = free.getLocalPort();
                Path home = distribution();
                FileSystemUtils.deleteRecursively(home.resolve("data"));
                Files.createDirectories(home.resolve("data/import"));
                Files.writeString(home.resolve("data/import/kantor.json"), realm());
                Path output = TestDatabase.temporaryFolder("lumbung-keycloak").resolve("output");
                free.close();
                ProcessBuilder command = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--cache=local",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://127.0.0.1:" + port);
                command.environment().put("JAVA_HOME", System.getProperty("java.home"));
                command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx600m");
                Process process = command.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }));
                String issuer = "http://127.0.0.1:" + port + "/realms/kantor";
                await(issuer, process, output);
                return issuer;
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        private static Path distribution() throws IOException {
            try (Stream<Path> unpacked = Files.list(
                    Path.of(System.getProperty("lumbung.module.directory", ".")).resolve("target/keycloak"))) {
                Path home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
                home.resolve("bin/kc.sh").toFile().setExecutable(true);
                return home;
            }
        }

        private static String realm() {
            return JsonMapper.shared()
                    .writeValueAsString(Map.of(
                            "realm",
                            "kantor",
                            "enabled",
                            true,
                            "sslRequired",
                            "none",
                            "clients",
                            List.of(Map.of(
                                    "clientId",
                                    "lumbung",
                                    "secret",
                                    SECRET,
                                    "publicClient",
                                    false,
                                    "redirectUris",
                                    List.of(KeycloakJourney.ADDRESS + "/masuk/oidc/kembali"),
                                    "attributes",
                                    Map.of(
                                            "pkce.code.challenge.method",
                                            "S256",
                                            "post.logout.redirect.uris",
                                            KeycloakJourney.ADDRESS + "/masuk"))),
                            "users",
                            List.of(person(KNOWN, "Siti", "Rahayu"), person(STRANGER, "Joko", "Susilo"))));
        }

        private static Map<String, Object> person(String name, String first, String last) {
            return Map.of(
                    "username",
                    name,
                    "enabled",
                    true,
                    "email",
                    name + "@malang.example",
                    "emailVerified",
                    true,
                    "firstName",
                    first,
                    "lastName",
                    last,
                    "credentials",
                    List.of(Map.of("type", "password", "value", PASSWORD)));
        }

        private static void await(String issuer, Process process, Path output) throws IOException {
            try (HttpClient client = HttpClient.newHttpClient()) {
                for (int i = 0; i < SECONDS && process.isAlive(); i++) {
                    Thread.sleep(1000);
                    if (answers(client, issuer)) {
                        return;
                    }
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("no Keycloak:\n" + Files.readString(output));
        }

        private static boolean answers(HttpClient client, String issuer) throws InterruptedException {
            try {
                return client.send(
                                        HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            }
        }
    }
}
