package id.lumbung.browser;

import id.lumbung.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Keycloak on this machine with a realm of made-up people, whose passwords are made for the run. Its address is not that
 * of the application's site, as at an office.
 */
final class TestKeycloak implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final String NAME = "SSO Malang";
    static final String KNOWN = "siti.rahayu";
    static final String STRANGER = "joko.susilo";
    /** Asked for a code of the telephone there; an administrator here. */
    static final String TWO_FACTORS = "agus.salim";

    static final String ONE_FACTOR = "wati.lestari";
    /** By these the service names the two. */
    static final Map<String, String> SUBJECTS = Map.of(
            TWO_FACTORS,
            UUID.randomUUID().toString(),
            ONE_FACTOR,
            UUID.randomUUID().toString());

    static final String PASSWORD = UUID.randomUUID().toString();
    private static final String SECRET = UUID.randomUUID().toString();
    private static final String OTP_SECRET = UUID.randomUUID().toString().substring(0, 20);
    private static final int SECONDS = 300;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "lumbung.oidc.issuer=" + Running.ISSUER,
                        "lumbung.oidc.client-id=lumbung",
                        "lumbung.oidc.client-secret=" + SECRET,
                        "lumbung.oidc.name=" + NAME,
                        "lumbung.oidc.second-factor-amr=otp")
                .applyTo(context);
    }

    static String issuer() {
        return Running.ISSUER;
    }

    /** What the telephone of {@link #TWO_FACTORS} shows now (RFC 6238). */
    static String code() {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(OTP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(System.currentTimeMillis() / 30_000)
                    .array());
            int from = hash[hash.length - 1] & 15;
            int number = ByteBuffer.wrap(hash, from, 4).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    private static final class Running {
        private static final Map<String, String> REFERENCES =
                Map.of("auth-username-password-form", "pwd", "auth-otp-form", "otp");
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
                String administrator = UUID.randomUUID().toString();
                command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
                command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", administrator);
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
                tellFactors("http://127.0.0.1:" + port, administrator);
                return issuer;
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        /** As an administrator of it does: a reference for each authenticator, which the mapper puts into the claim. */
        private static void tellFactors(String address, String password) throws IOException, InterruptedException {
            try (HttpClient client = HttpClient.newHttpClient()) {
                String token = JsonMapper.shared()
                        .readTree(ask(
                                client,
                                HttpRequest.newBuilder(
                                                URI.create(address + "/realms/master/protocol/openid-connect/token"))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(HttpRequest.BodyPublishers.ofString(
                                                "grant_type=password&client_id=admin-cli&username=admin&password="
                                                        + password))))
                        .get("access_token")
                        .asString();
                String flows = address + "/admin/realms/kantor/authentication/";
                for (JsonNode execution : JsonMapper.shared()
                        .readTree(ask(client, authorised(flows + "flows/browser/executions", token)))) {
                    String reference =
                            REFERENCES.get(execution.path("providerId").asString(""));
                    if (reference != null) {
                        ask(
                                client,
                                authorised(
                                                flows + "executions/"
                                                        + execution.get("id").asString() + "/config",
                                                token)
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared()
                                                .writeValueAsString(Map.of(
                                                        "alias",
                                                        reference,
                                                        "config",
                                                        Map.of(
                                                                "default.reference.value",
                                                                reference,
                                                                "default.reference.maxAge",
                                                                "36000"))))));
                    }
                }
            }
        }

        private static HttpRequest.Builder authorised(String address, String token) {
            return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
        }

        private static String ask(HttpClient client, HttpRequest.Builder request)
                throws IOException, InterruptedException {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("Keycloak answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
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
                                    "protocolMappers",
                                    List.of(Map.of(
                                            "name",
                                            "amr",
                                            "protocol",
                                            "openid-connect",
                                            "protocolMapper",
                                            "oidc-amr-mapper",
                                            "config",
                                            Map.of("id.token.claim", "true"))),
                                    "attributes",
                                    Map.of(
                                            "pkce.code.challenge.method",
                                            "S256",
                                            "post.logout.redirect.uris",
                                            KeycloakJourney.ADDRESS + "/masuk"))),
                            "users",
                            List.of(
                                    person(KNOWN, "Siti", "Rahayu"),
                                    person(STRANGER, "Joko", "Susilo"),
                                    person(ONE_FACTOR, "Wati", "Lestari"),
                                    person(
                                            TWO_FACTORS,
                                            "Agus",
                                            "Salim",
                                            Map.of(
                                                    "type",
                                                    "otp",
                                                    "secretData",
                                                    "{\"value\":\"" + OTP_SECRET + "\"}",
                                                    "credentialData",
                                                    "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,"
                                                            + "\"algorithm\":\"HmacSHA1\"}")))));
        }

        @SafeVarargs
        private static Map<String, Object> person(String name, String first, String last, Map<String, String>... more) {
            List<Map<String, String>> credentials = new ArrayList<>(List.of(more));
            credentials.add(Map.of("type", "password", "value", PASSWORD));
            return Map.of(
                    "id",
                    SUBJECTS.getOrDefault(name, UUID.randomUUID().toString()),
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
                    credentials);
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
