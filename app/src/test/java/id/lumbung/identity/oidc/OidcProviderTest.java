package id.lumbung.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.lumbung.platform.LumbungSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Against a sign-in service of our own that answers over HTTP as told, rightly or wrongly. */
class OidcProviderTest {
    private static RSAKey key;
    private static RSAKey strangeKey;
    private static HttpServer server;
    private static String issuer;
    private static String idToken = "";
    private static String tokenRequest = "";

    private OidcProvider provider;
    private OAuth2AuthorizationRequest asked;

    @BeforeAll
    static void start() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        strangeKey = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(issuer)));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", exchange -> {
            tokenRequest = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, """
                    {"access_token":"a","token_type":"Bearer","expires_in":60,"scope":"openid profile","id_token":"%s"}
                    """.formatted(idToken));
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @BeforeEach
    void begin() {
        provider = new OidcProvider(
                new OidcSettings(issuer, "lumbung", "secret", "SSO", List.of("mfa"), List.of()),
                new LumbungSettings("var", "https://lumbung.example", "35.07", null));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", OidcController.PATH);
        request.setServletPath(OidcController.PATH);
        asked = provider.begin(request).orElseThrow();
    }

    @Test
    void asks_with_code_challenge_nonce_and_our_own_address() throws Exception {
        String address = URLDecoder.decode(asked.getAuthorizationRequestUri(), StandardCharsets.UTF_8);
        assertThat(address)
                .startsWith(issuer + "/authorize?response_type=code&client_id=lumbung")
                .contains(
                        "code_challenge_method=S256",
                        "nonce=",
                        "redirect_uri=https://lumbung.example/masuk/oidc/kembali");

        assertThat(finish(claims -> claims)).hasValueSatisfying(person -> {
            assertThat(person.issuer()).isEqualTo(issuer);
            assertThat(person.subject()).isEqualTo("agus");
            assertThat(person.strong()).isFalse();
        });
        String verifier = tokenRequest.replaceAll(".*code_verifier=([^&]*).*", "$1");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        assertThat(address)
                .contains("code_challenge="
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    @Test
    void its_word_on_two_factors_counts_only_where_the_setting_names_it() throws Exception {
        assertThat(finish(claims -> claims.claim("amr", List.of("pwd")))
                        .orElseThrow()
                        .strong())
                .isFalse();
        begin();
        assertThat(finish(claims -> claims.claim("amr", List.of("pwd", "mfa")))
                        .orElseThrow()
                        .strong())
                .isTrue();
    }

    @Test
    void refuses_a_token_for_somebody_else() throws Exception {
        assertThat(finish(claims -> claims.audience("another"))).isEmpty();
    }

    @Test
    void refuses_a_token_of_another_sign_in() throws Exception {
        assertThat(finish(claims -> claims.claim("nonce", "of another"))).isEmpty();
        assertThat(finish(claims -> claims.claim("nonce", null))).isEmpty();
    }

    @Test
    void refuses_a_token_that_has_expired_or_is_of_another_issuer() throws Exception {
        assertThat(finish(
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600)))))
                .isEmpty();
        assertThat(finish(claims -> claims.issuer("https://jahat.example"))).isEmpty();
    }

    @Test
    void refuses_a_token_signed_by_a_strange_key_and_an_answer_to_another_question() throws Exception {
        idToken = token(strangeKey, claims -> claims);
        assertThat(provider.finish(asked, "code", asked.getState())).isEmpty();
        idToken = token(key, claims -> claims);
        assertThat(provider.finish(asked, "code", "another state")).isEmpty();
    }

    @Test
    void says_nothing_while_the_service_cannot_be_reached() {
        OidcProvider away = new OidcProvider(
                new OidcSettings("http://localhost:1", "lumbung", "", "SSO", List.of(), List.of()),
                new LumbungSettings("var", "https://lumbung.example", "35.07", null));

        assertThat(away.begin(new MockHttpServletRequest())).isEmpty();
    }

    private Optional<OidcProvider.Person> finish(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        idToken = token(key, change);
        return provider.finish(asked, "code", String.valueOf(asked.getState()));
    }

    private String token(RSAKey signer, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        String nonce = URLDecoder.decode(asked.getAuthorizationRequestUri(), StandardCharsets.UTF_8)
                .replaceAll(".*[?&]nonce=([^&]*).*", "$1");
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("agus")
                .audience("lumbung")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("nonce", nonce);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                change.apply(claims).build());
        token.sign(new RSASSASigner(signer));
        return token.serialize();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
