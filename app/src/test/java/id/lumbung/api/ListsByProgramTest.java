package id.lumbung.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A program sends a list, tries it out, brings it in and takes it out again. */
@LumbungTest
class ListsByProgramTest {
    private static final String LISTS = "/api/v1/lists";

    @Autowired
    private ApiClient api;

    @Autowired
    private TestActors actors;

    private String token = "";

    @BeforeEach
    void an_officer_of_the_office() {
        Actor officer = actors.dinasOfficer();
        token = api.token(officer);
    }

    private String sent(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String file = api.post(
                        token, LISTS + "/files", Map.of("name", "daftar.csv", "size", bytes.length, "region", "35.07"))
                .is(201)
                .json()
                .get("file")
                .asString();
        String piece = LISTS + "/files/" + file + "/pieces/0";
        api.call(token, "PUT", piece, bytes, "Content-Type", "application/octet-stream")
                .is(200);
        assertThat(api.call(token, "PUT", piece, bytes, "Content-Type", "application/octet-stream")
                        .is(200)
                        .json()
                        .get("pieces")
                        .asInt())
                .as("a piece that is there already changes nothing")
                .isEqualTo(1);
        return api.post(token, LISTS + "/files/" + file + "/lists", Map.of())
                .is(201)
                .json()
                .get("id")
                .asString();
    }

    private JsonNode atRest(String list) throws InterruptedException {
        while (true) {
            JsonNode trial =
                    api.get(token, LISTS + "/" + list + "/trial").is(200).json();
            if (trial.get("work").isNull()) {
                return trial;
            }
            Thread.sleep(50);
        }
    }

    @Test
    void from_the_file_to_the_records_and_out_again() throws Exception {
        String list = sent("""
                Kolom A;Nama Usaha;Kecamatan
                Painem %1$s;Jamu %1$s;Kepanjen
                Tuminah %1$s;Bakul %1$s;Kepanjen
                ;;Lowokwaru
                Sarmi %1$s;Pecel %1$s;Lowokwaru
                """.formatted(System.nanoTime()));
        ApiClient.Answer columns =
                api.get(token, LISTS + "/" + list + "/columns").is(200);
        Map<String, Object> meanings = Map.of(
                "columns",
                List.of(Map.of("field", "OWNER_NAME"), Map.of("field", "BUSINESS_NAME"), Map.of("field", "KECAMATAN")));
        api.call(token, "PUT", LISTS + "/" + list + "/columns", meanings).is(428);
        api.call(token, "PUT", LISTS + "/" + list + "/columns", meanings, "If-Match", columns.etag())
                .is(200);
        api.call(token, "PUT", LISTS + "/" + list + "/columns", meanings, "If-Match", columns.etag())
                .is(412);

        api.post(token, LISTS + "/" + list + "/trial", Map.of()).is(202);
        JsonNode tried = atRest(list);
        assertThat(tried.at("/list/state").asString()).isEqualTo("CHECKED");
        assertThat(tried.at("/result/good").asInt()).isEqualTo(2);
        assertThat(tried.at("/result/wrong").asInt()).isEqualTo(2);
        assertThat(tried.at("/result/rules").findValuesAsString("code")).contains("other-regency", "name-missing");
        assertThat(tried.at("/result/rules/0/lines/0").asInt()).isPositive();

        assertThat(api.post(token, LISTS + "/" + list + "/entry", Map.of("mode", "ALL_OR_NOTHING"))
                        .is(422)
                        .code())
                .isEqualTo("rows-wrong");
        api.post(token, LISTS + "/" + list + "/entry", Map.of("mode", "GOOD_ROWS"))
                .is(202);
        assertThat(atRest(list).at("/list/entered").asInt()).isEqualTo(2);

        api.post(token, LISTS + "/" + list + "/undoing", Map.of("reason", "Hanya untuk mencoba"))
                .is(202);
        assertThat(atRest(list).at("/list/state").asString()).isEqualTo("UNDONE");
    }

    @Test
    void a_token_that_may_only_look_changes_nothing_and_another_kecamatan_sees_nothing() {
        String list = sent("Nama Usaha;Kecamatan\nJamu %s;Kepanjen\n".formatted(System.nanoTime()));
        String neighbour = api.token(actors.kecamatanOfficer("35.07.14"));

        assertThat(api.get(neighbour, LISTS + "/" + list + "/trial").status()).isEqualTo(404);
        assertThat(api.post(neighbour, LISTS + "/" + list + "/trial", Map.of()).status())
                .isIn(403, 404);
        assertThat(api.post(neighbour, LISTS + "/files", Map.of("name", "a.csv", "size", 3, "region", "35.07.13"))
                        .status())
                .isEqualTo(403);
    }
}
