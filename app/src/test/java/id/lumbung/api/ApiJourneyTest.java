package id.lumbung.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.application.Question;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The whole way of an application and of its licence, by programs only. */
@LumbungTest
class ApiJourneyTest {
    static final String KEPANJEN = "35.07.13";
    private static final AtomicInteger SERIAL = new AtomicInteger(4000);

    @Autowired
    private ApiClient api;

    @Autowired
    private TestActors actors;

    static Map<String, List<String>> answers(String business) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        String[][] typed = {
            {"nik", "999901540379" + String.format(Locale.ROOT, "%04d", SERIAL.incrementAndGet())},
            {"ownerName", "Sulastri"},
            {"sex", "FEMALE"},
            {"birthPlace", "Malang"},
            {"birthDate", "1979-03-14"},
            {"homeRegion", "Ngadilangkung"},
            {"homeRegionCode", "35.07.13.2012"},
            {"homeAddress", "Jl. Kawi 17"},
            {"phone", "0812 3456 7" + SERIAL.get() % 1000},
            {"businessName", business},
            {"legalForm", "INDIVIDUAL"},
            {"trade", "PRODUCTION"},
            {"activity", "Membuat dan menjual keripik tempe"},
            {"kbliCode", "2025:10794"},
            {"premises", "OWN"},
            {"village", "35.07.13.2012"},
            {"address", "Jl. Kawi 17"},
            {"capital", "12500000"},
            {"sales", "96000000"},
            {"salesYear", "2025"},
            {"npwp", "-"},
            {"knownAs", "NEW"}
        };
        for (String[] answer : typed) {
            assertThat(Question.find(answer[0])).isPresent();
            answers.put(answer[0], List.of(answer[1]));
        }
        return answers;
    }

    static byte[] picture() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BufferedImage picture = new BufferedImage(600, 900, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(5, 5, 0xE0B48C);
            ImageIO.write(picture, "jpg", bytes);
            return bytes.toByteArray();
        } catch (java.io.IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }

    /** An application handed in, with its papers. */
    static String handedIn(ApiClient api, String officer, String business) {
        ApiClient.Answer begun = api.post(officer, "/api/v1/applications", Map.of("kecamatan", KEPANJEN))
                .is(201);
        String path = begun.headers().get("Location");
        api.call(officer, "PUT", path + "/answers", Map.of("answers", answers(business)), "If-Match", begun.etag())
                .is(200);
        for (JsonNode regime : api.get(officer, "/api/v1/regimes").json()) {
            for (JsonNode paper : regime.get("papers")) {
                if (regime.get("code").asString().equals("IUMK")
                        && paper.get("required").asBoolean()) {
                    api.call(
                                    officer,
                                    "POST",
                                    path + "/papers/" + paper.get("code").asString(),
                                    picture(),
                                    "Content-Type",
                                    "image/jpeg")
                            .is(201);
                }
            }
        }
        String etag = api.get(officer, path).is(200).etag();
        ApiClient.Answer handedIn = api.call(officer, "POST", path + "/submission", null, "If-Match", etag)
                .is(200);
        assertThat(handedIn.json().get("caseCode").asString()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        return path;
    }

    /** A licence issued; its path. */
    static String issued(ApiClient api, TestActors actors, String camat, String business) {
        String officer = api.token(actors.kecamatanOfficer(KEPANJEN));
        String delegate = api.token(actors.camatDelegate(KEPANJEN));
        String path = handedIn(api, officer, business);
        String etag = api.get(delegate, path).etag();
        api.call(delegate, "POST", path + "/actions/verify", Map.of(), "If-Match", etag)
                .is(200);
        ApiClient.Answer issued = api.call(
                        camat,
                        "POST",
                        path + "/actions/issue",
                        Map.of(),
                        "If-Match",
                        api.get(camat, path).etag())
                .is(200);
        return "/api/v1/licences/"
                + issued.json().get("progress").get("licence").asString();
    }

    @Test
    void an_application_becomes_a_licence_and_the_licence_lives_its_life() {
        String camat = api.token(actors.camat(KEPANJEN));
        String licence = issued(api, actors, camat, "Keripik Bu Sulastri");

        ApiClient.Answer seen = api.get(camat, licence).is(200);
        assertThat(seen.json().get("holder").get("maskedNik").asString()).doesNotContain("999901540379");
        assertThat(api.call(camat, "GET", licence, null, "If-None-Match", seen.etag())
                        .status())
                .isEqualTo(304);
        assertThat(new String(api.get(camat, licence + "/sheet").is(200).body(), 0, 5))
                .isEqualTo("%PDF-");

        ApiClient.Answer amended = api.call(
                        camat,
                        "POST",
                        licence + "/amendments",
                        Map.of("reason", "Nama usaha berganti.", "business", Map.of("name", "Keripik Sulastri Jaya")),
                        "If-Match",
                        seen.etag())
                .is(200);
        assertThat(amended.json().get("business").get("name").asString()).isEqualTo("Keripik Sulastri Jaya");
        assertThat(api.call(
                                camat,
                                "POST",
                                licence + "/warnings",
                                Map.of("reason", "Terlambat."),
                                "If-Match",
                                seen.etag())
                        .is(412)
                        .code())
                .isEqualTo("changed-meanwhile");
        assertThat(api.post(camat, licence + "/warnings", Map.of("reason", "Melanggar ketertiban umum."))
                        .is(428)
                        .code())
                .isEqualTo("if-match-missing");
        ApiClient.Answer now = change(
                camat,
                licence,
                "/replacements",
                Map.of("letter", "SKH/1/2026", "reason", "Lembar lama hilang di pasar."));
        assertThat(now.json().get("sheets")).hasSize(3);
        now = change(camat, licence, "/warnings", Map.of("reason", "Melanggar ketertiban umum."));
        assertThat(now.json().get("grant").get("state").asString()).isEqualTo("WARNED_1");
        String letter = now.json().get("history").get(0).get("letter").asString();
        assertThat(new String(
                        api.get(camat, licence + "/letters/" + letter).is(200).body(), 0, 5))
                .isEqualTo("%PDF-");
        now = change(
                camat, licence, "/revocation", Map.of("ground", "HOLDER_REQUEST", "reason", "Pemegang izin pindah."));
        assertThat(now.json().get("grant").get("state").asString()).isEqualTo("REVOKED");
        now = change(camat, licence, "/reinstatement", Map.of("reason", "Pencabutan keliru, sudah diperiksa."));
        assertThat(now.json().get("grant").get("state").asString()).isEqualTo("VALID");

        String number = now.json().get("number").asString();
        assertThat(licence)
                .endsWith(api.post(camat, "/api/v1/licences/search", Map.of("number", number))
                        .is(200)
                        .json()
                        .get("id")
                        .asString());
        assertThat(api.post(camat, licence + "/readings", Map.of("field", "nik"))
                        .is(200)
                        .json()
                        .get("value")
                        .asString())
                .hasSize(16);
        assertThat(api.get(camat, "/api/v1/register-book?kecamatan=35.07.13&from=2026-01-01&to=2026-12-31")
                        .is(200)
                        .text())
                .contains(number);
        assertThat(api.get(null, "/api/v1/licence-status")
                        .is(200)
                        .json()
                        .get("bits")
                        .asInt())
                .isEqualTo(2);
    }

    private ApiClient.Answer change(String token, String licence, String what, Object body) {
        return api.call(
                        token,
                        "POST",
                        licence + what,
                        body,
                        "If-Match",
                        api.get(token, licence).etag())
                .is(200);
    }

    @Test
    void an_applicant_follows_a_case_by_its_code_alone() {
        String officer = api.token(actors.kecamatanOfficer(KEPANJEN));
        String path = handedIn(api, officer, "Tempe Pak Min");
        String code = api.post(officer, path + "/case-code", null)
                .is(200)
                .json()
                .get("caseCode")
                .asString();

        ApiClient.Answer followed =
                api.post(null, "/api/v1/case-status", Map.of("code", code)).is(200);

        assertThat(followed.json().get("state").get("id").asString()).isNotBlank();
        assertThat(followed.text()).doesNotContain("Sulastri").doesNotContain("Kawi");
        assertThat(api.post(null, "/api/v1/case-status", Map.of("code", "0000-0000-0000"))
                        .is(422)
                        .code())
                .isEqualTo("not-valid");
    }

    @Test
    void what_is_missing_for_handing_in_is_told_field_by_field_in_both_languages() {
        String officer = api.token(actors.kecamatanOfficer(KEPANJEN));
        ApiClient.Answer begun = api.post(officer, "/api/v1/applications", Map.of("kecamatan", KEPANJEN))
                .is(201);
        String path = begun.headers().get("Location");

        ApiClient.Answer indonesian = api.call(officer, "POST", path + "/submission", null, "If-Match", begun.etag())
                .is(422);
        ApiClient.Answer english = api.call(
                        officer,
                        "POST",
                        path + "/submission",
                        null,
                        "If-Match",
                        begun.etag(),
                        "Accept-Language",
                        "en-GB,en;q=0.9")
                .is(422);

        assertThat(indonesian.json().get("type").asString()).isEqualTo("/api/masalah/not-valid");
        assertThat(indonesian.json().get("title").asString()).isEqualTo("Isian belum benar");
        assertThat(english.json().get("title").asString()).isEqualTo("Some fields are not right");
        assertThat(indonesian.json().get("errors")).hasSizeGreaterThan(5);
        assertThat(indonesian.json().get("errors").get(0).get("sentence"))
                .isNotEqualTo(english.json().get("errors").get(0).get("sentence"));
    }

    @Test
    void an_enterprise_is_found_read_observed_and_given_its_nib() {
        String officer = api.token(actors.kecamatanOfficer(KEPANJEN));
        String application = handedIn(api, officer, "Batik Tulis Kepanjen Asri");
        String id = api.get(officer, application)
                .json()
                .get("progress")
                .get("enterprise")
                .asString();
        String path = "/api/v1/enterprises/" + id;

        assertThat(api.post(officer, "/api/v1/enterprises/search", Map.of("q", "Batik Tulis Kepanjen Asri"))
                        .is(200)
                        .text())
                .contains(id);
        ApiClient.Answer seen = api.get(officer, path).is(200);
        ApiClient.Answer observed = api.call(
                        officer,
                        "POST",
                        path + "/observations",
                        Map.of(
                                "kind",
                                "ANNUAL_SALES",
                                "value",
                                120000000,
                                "year",
                                2025,
                                "source",
                                "Pemilik",
                                "evidence",
                                "Buku kas"),
                        "If-Match",
                        seen.etag())
                .is(200);
        assertThat(observed.text()).contains("120000000");
        api.call(officer, "POST", path + "/nibs", Map.of("nib", "9120001234567"), "If-Match", seen.etag())
                .is(412);
        assertThat(api.call(officer, "POST", path + "/nibs", Map.of("nib", "912000123"), "If-Match", observed.etag())
                        .is(422)
                        .json()
                        .get("errors")
                        .get(0)
                        .get("field")
                        .asString())
                .isEqualTo("nib");
        api.call(
                        officer,
                        "POST",
                        path + "/nibs",
                        Map.of("nib", "912000123" + SERIAL.incrementAndGet(), "shared", true),
                        "If-Match",
                        observed.etag())
                .is(200);
        String owner = seen.json().get("owners").get(0).get("id").asString();
        assertThat(api.post(
                                officer,
                                path + "/readings",
                                Map.of("field", "identity:" + owner, "purpose", "VERIFY_IDENTITY"))
                        .is(200)
                        .json()
                        .get("facts")
                        .get("nik")
                        .asString())
                .hasSize(16);
        assertThat(api.post(officer, path + "/readings", Map.of("field", "identity:" + owner, "purpose", "IDLE"))
                        .is(422)
                        .text())
                .contains("purpose");
    }
}
