package id.lumbung.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document says what there is, and pages and endpoints keep step. */
@LumbungTest
class DocumentTest {
    private static final String DOCUMENT = "/api/v1/openapi.json";

    /** Page requests that change something and have no endpoint, and why. */
    private static final Map<String, String> WITHOUT = reasons();

    @Autowired
    private ApiClient api;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        String reference = "reference data change once a year, by a person who looks at the preview first";
        for (String path : List.of(
                "/acuan/kriteria",
                "/acuan/kriteria/akhiri",
                "/acuan/kriteria/aturan",
                "/acuan/libur",
                "/acuan/libur/hapus",
                "/acuan/libur/impor",
                "/acuan/libur/impor/terapkan",
                "/acuan/sektor",
                "/acuan/sektor/{kode}",
                "/acuan/sektor/{kode}/kbli",
                "/acuan/sektor/{kode}/kbli/hapus",
                "/acuan/sektor/{kode}/pensiun",
                "/acuan/kbli/impor",
                "/acuan/kbli/impor/terapkan",
                "/acuan/kbli/{versi}/{kode}/kata",
                "/acuan/kbli/{versi}/{kode}/kata/hapus",
                "/acuan/wilayah/alias",
                "/acuan/wilayah/alias/terapkan",
                "/acuan/wilayah/bps",
                "/acuan/wilayah/bps/terapkan")) {
            reasons.put("POST " + path, reference);
        }
        reasons.put(
                "POST /rezim/ubah/{*code}", "law is written down by a person who sees the drawing of the procedure");
        reasons.put(
                "POST /data-pribadi/retensi/{kelas}",
                "how long data are kept is decided by a person who sees how much will go");
        reasons.put("POST /izin/kunci", "keys are rotated by a person, on purpose");
        reasons.put("POST /izin/lambang", "the coat of arms is looked at before it is printed");
        reasons.put("POST /buku-register/unduh", "the rows are GET /register-book; a file is made for a person's desk");
        String judged = "a judgement is of a person who has looked at both records";
        reasons.put("POST /pencocokan/pasangan/{id}", judged);
        reasons.put("POST /pencocokan/putusan/{act}/batalkan", judged);
        reasons.put("POST /pencocokan/usaha/{id}/lepaskan", judged);
        reasons.put(
                "POST /pencocokan/cakupan/{list}/unduh",
                "it changes nothing; a file of counts is made for a person's desk");
        reasons.put("POST /permohonan/{id}/dikenal", "a hint while typing; POST /enterprises/search finds the same");
        reasons.put("POST /akun/saya/token", "a token makes no token");
        reasons.put(
                "POST /impor/{list}/perbaikan",
                "a file for a person to correct by hand; a program reads GET /lists/{id}/trial, which has the lines");
        String ways = "ways in and sessions of others are looked at by a person before they are taken away";
        reasons.put("POST /akun/{account}/lepas-cara-masuk", ways);
        reasons.put("POST /akun/{account}/sesi/{handle}/akhiri", ways);
        reasons.put("POST /akun/{account}/sesi/akhiri", ways);
        return reasons;
    }

    /** Ways in and out, and one's own secrets, are for browsers: a program shows a token instead. */
    private static boolean isSignIn(String request) {
        return request.matches(
                "POST (/masuk.*|/keluar|/atur/.*|/akun/saya/(?!token).*|/akun/saya|/penguat.*|/kunci-sandi.*|/login.*|/webauthn.*)");
    }

    private Set<String> mapped(String method, boolean ofTheApi) {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().stream()
                        .anyMatch(known -> method.isEmpty() || known.name().equals(method)))
                .flatMap(info -> info.getPatternValues().stream()
                        .map(path -> info.getMethodsCondition()
                                        .getMethods()
                                        .iterator()
                                        .next()
                                + " " + plain(path)))
                .filter(request -> request.contains(" /api/v1/") == ofTheApi)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without the forms of variables. */
    private static String plain(String path) {
        return path.replaceAll("\\{(\\w+):[^{}]*(?:\\{[^{}]*}[^{}]*)*}", "{$1}");
    }

    @Test
    void every_route_is_in_the_document_and_nothing_else() {
        Set<String> documented = api.document().operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> mapped = mapped("", true);
        mapped.remove("GET " + DOCUMENT);

        assertThat(documented).hasSizeGreaterThan(50).isEqualTo(mapped);
    }

    @Test
    void the_document_is_openapi_3_1_whose_references_lead_somewhere() {
        String text = api.document().root().toString();
        Matcher references = Pattern.compile("\"#/components/schemas/(\\w+)\"").matcher(text);
        Set<String> missing = new TreeSet<>();
        int found = 0;
        while (references.find()) {
            found++;
            if (!api.document().root().get("components").get("schemas").has(references.group(1))) {
                missing.add(references.group(1));
            }
        }

        assertThat(api.document().root().get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(found).isGreaterThan(100);
        assertThat(missing).isEmpty();
        assertThat(api.document().operations().stream().map(ApiDocument.Operation::id))
                .doesNotHaveDuplicates();
        assertThat(api.document().operations()).allSatisfy(operation -> {
            assertThat(operation.node().get("summary").asString()).isNotBlank();
            assertThat(operation.open() || operation.node().has("x-lumbung-scopes"))
                    .isTrue();
        });
    }

    @Test
    void the_document_speaks_english_to_who_asks_for_it() {
        assertThat(api.call(null, "GET", DOCUMENT, null, "Accept-Language", "en")
                        .text())
                .contains("Begin an application");
        assertThat(api.get(null, DOCUMENT).text()).contains("Mulai permohonan");
    }

    @Test
    void every_page_that_changes_something_has_an_endpoint_or_a_reason() {
        Set<String> endpoints = new TreeSet<>();
        mappings.getHandlerMethods().values().forEach(handler -> {
            var endpoint = handler.getMethodAnnotation(id.lumbung.api.document.Endpoint.class);
            if (endpoint != null) {
                endpoints.addAll(List.of(endpoint.pages()));
            }
        });
        List<String> open = new ArrayList<>();
        Set<String> pages = mapped("POST", false);
        pages.forEach(request -> {
            if (!endpoints.contains(request) && !WITHOUT.containsKey(request) && !isSignIn(request)) {
                open.add(request);
            }
        });

        assertThat(pages).hasSizeGreaterThan(40);
        assertThat(open)
                .as("name the page in an @Endpoint(pages), or say here why it has none")
                .isEmpty();
        assertThat(WITHOUT.keySet()).as("reasons for pages that are gone").isSubsetOf(pages);
        Set<String> all = mapped("", false);
        assertThat(endpoints).as("pages that endpoints stand for").allMatch(all::contains);
    }
}
