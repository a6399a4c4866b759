package id.lumbung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import id.lumbung.LumbungTest;
import id.lumbung.identity.TestActors;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** Whatever goes wrong is told in one form. */
@LumbungTest
class ProblemTest {
    @Autowired
    private ApiClient api;

    @Autowired
    private TestActors actors;

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/tidak-ada, 404, not-found",
        "GET, /api/tidak-ada, 404, not-found",
        "GET, /api/v1/enterprises/0198c0de-0000-7000-8000-000000000000, 404, not-found",
        "GET, /api/v1/enterprises/bukan-uuid, 404, not-found",
        "GET, /api/v1/licences/0198c0de-0000-7000-8000-000000000000, 404, not-found",
        "GET, /api/v1/applications/0198c0de-0000-7000-8000-000000000000, 404, not-found",
        "GET, /api/v1/data-requests/0198c0de-0000-7000-8000-000000000000, 404, not-found",
        "GET, /api/v1/consents/0198c0de-0000-7000-8000-000000000000, 404, not-found",
        "DELETE, /api/v1/enterprises, 405, method-not-allowed",
        "GET, /api/v1/enterprises?limit=0, 400, bad-request",
        "GET, /api/v1/enterprises?limit=201, 400, bad-request",
        "GET, /api/v1/enterprises?limit=banyak, 400, bad-request",
        "GET, /api/v1/enterprises?apa=ini, 400, bad-request",
        "GET, /api/v1/enterprises?cursor=abc, 400, cursor-not-valid",
        "GET, /api/v1/regions, 400, bad-request"
    })
    void has_a_code_and_sentences_in_both_languages(String method, String path, int status, String code) {
        String token = api.token(actors.kecamatanOfficer("35.07.13"));

        ApiClient.Answer indonesian = api.call(token, method, path, null).is(status);
        ApiClient.Answer english =
                api.call(token, method, path, null, "Accept-Language", "en").is(status);

        assertThat(indonesian.type()).startsWith("application/problem+json");
        assertThat(indonesian.code()).isEqualTo(code);
        assertThat(indonesian.json().get("type").asString()).isEqualTo("/api/masalah/" + code);
        assertThat(indonesian.json().get("detail")).isNotEqualTo(english.json().get("detail"));
        api.send(get("/api/masalah/" + code)).is(200);
    }

    @Test
    void the_form_of_body_and_answer_is_kept_to() {
        String token = api.token(actors.kecamatanOfficer("35.07.13"));
        String path = "/api/v1/applications";

        assertThat(api.call(token, "GET", path, null, "Accept", "text/html")
                        .is(406)
                        .code())
                .isEqualTo("not-acceptable");
        assertThat(api.call(token, "POST", path, "<a/>".getBytes(), "Content-Type", "application/xml")
                        .is(415)
                        .code())
                .isEqualTo("media-type-not-supported");
        assertThat(api.call(token, "POST", path, new byte[2 << 20], "Content-Type", "application/json")
                        .is(413)
                        .code())
                .isEqualTo("too-large");
        assertThat(api.post(token, path, "{\"kecamatan\": ").is(400).code()).isEqualTo("body-unreadable");
        ApiClient.Answer unknown = api.post(token, path, Map.of("kecamatan", "35.07.13", "state", "ISSUED"))
                .is(400);
        assertThat(unknown.json().get("errors").get(0).get("field").asString()).isEqualTo("state");
    }

    @Test
    void says_nothing_of_a_bug() {
        ApiClient.Answer answer = api.send(request(HttpMethod.GET, "/api/v1/enterprises/{id}", UUID.randomUUID())
                .header("Authorization", "Basic YTpi"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("id.lumbung");
    }
}
