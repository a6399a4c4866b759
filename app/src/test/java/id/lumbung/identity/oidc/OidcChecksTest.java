package id.lumbung.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.lumbung.platform.start.Finding;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** What is wrong with the sign-in service is said at the start; that it is away keeps nobody from starting. */
class OidcChecksTest {
    private HttpServer server;
    private String address;
    private String description = "";
    private int status = 200;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://localhost:" + server.getAddress().getPort();
        description = "{\"issuer\":\"" + address + "\"}";
        server.createContext("/.well-known/openid-configuration", exchange -> {
            byte[] body = description.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_service_that_is_named_completely_and_answers_is_fine() {
        assertThat(check(Map.of())).isEmpty();
    }

    @Test
    void without_a_word_of_it_nothing_is_asked() {
        assertThat(new OidcChecks().check(new MockEnvironment())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, sso.example.go.id, not the address",
        "issuer, https://sso.example.go.id/realms/kantor?x=1, not the address",
        "issuer, https://nama:sandi@sso.example.go.id, not the address",
        "issuer, http://sso.example.go.id, without https",
        "client-id, '', missing",
        "client-secret, '', missing",
        "second-factor-amr, 'mfa,pwd', password alone",
    })
    void a_setting_that_cannot_be_right_is_refused(String setting, String value, String said) {
        List<Finding> findings = check(Map.of(setting, value));

        assertThat(findings).singleElement().matches(Finding::refuses);
        assertThat(findings.getFirst().english()).contains(said);
        assertThat(findings.getFirst().setting())
                .isEqualTo("LUMBUNG_OIDC_"
                        + setting.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        assertThat(findings.getFirst().toString()).doesNotContain("sandi@");
    }

    @Test
    void a_service_that_calls_itself_otherwise_is_refused() {
        description = "{\"issuer\":\"https://lain.example\"}";

        assertThat(check(Map.of()))
                .singleElement()
                .matches(finding -> finding.refuses() && finding.english().contains("calls itself"));
    }

    @Test
    void a_service_that_is_away_is_mentioned_and_nothing_more() {
        status = 503;
        assertThat(check(Map.of()))
                .singleElement()
                .matches(finding -> !finding.refuses() && finding.english().contains("status 503"));

        status = 200;
        description = "<html>sedang dirawat</html>";
        assertThat(check(Map.of()))
                .singleElement()
                .matches(finding -> !finding.refuses() && finding.english().contains("no description"));

        server.stop(0);
        assertThat(check(Map.of()))
                .singleElement()
                .matches(finding -> !finding.refuses() && finding.indonesian().contains("tetap berjalan"));
    }

    private List<Finding> check(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(Map.of("issuer", address, "client-id", "lumbung"));
        settings.put("client-secret", "rahasia");
        settings.putAll(changed);
        MockEnvironment environment = new MockEnvironment();
        settings.forEach((name, value) -> environment.setProperty("lumbung.oidc." + name, value));
        return new OidcChecks().check(environment);
    }
}
