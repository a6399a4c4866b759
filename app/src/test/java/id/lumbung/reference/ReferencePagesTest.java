package id.lumbung.reference;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@LumbungTest
class ReferencePagesTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Kbli kbli;

    @Autowired
    private Regions regions;

    private Actor officer;
    private Actor administrator;

    @BeforeEach
    void people() {
        officer = actors.kecamatanOfficer("35.07.13");
        administrator = actors.administrator();
    }

    @Test
    void suggestions_of_activities_are_json_for_the_field_and_html_for_a_page() throws Exception {
        browser.perform(get("/acuan/kbli/cari?q=jual bakso keliling&versi=2020")
                        .accept(MediaType.APPLICATION_JSON)
                        .with(signedIn(officer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].value").value("56104"))
                .andExpect(jsonPath("$[0].label").value("56104 Penyediaan makanan keliling/tempat tidak tetap"))
                .andExpect(jsonPath("$[0].note").value("KBLI 2020 · Kuliner: warung, kafe, katering"));

        Document html = Jsoup.parse(browser.perform(get("/acuan/kbli/cari?q=jual bakso keliling&versi=2025")
                        .accept(MediaType.TEXT_HTML)
                        .with(signedIn(officer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(html.select("li").first().attr("data-value")).isEqualTo("56102");
    }

    @Test
    void suggestions_of_villages_stay_within_the_kecamatan() throws Exception {
        browser.perform(get("/acuan/wilayah/cari?q=ngadi&kecamatanCode=35.07.13&tingkat=desa")
                        .accept(MediaType.APPLICATION_JSON)
                        .with(signedIn(officer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].label").value("Ngadilangkung"))
                .andExpect(jsonPath("$[0].note").value("Desa · Kecamatan Kepanjen · 35.07.13.2017"));
    }

    @Test
    void the_villages_of_a_kecamatan_come_as_options() throws Exception {
        Document html = page(get("/acuan/wilayah/desa?kecamatan=35.07.13").accept(MediaType.TEXT_HTML), officer);

        assertThat(html.select("option")).hasSize(1 + 18);
        assertThat(html.text()).contains("Ardirejo (Kelurahan)");
    }

    @Test
    void nobody_without_a_sign_in_reads_the_reference_data() throws Exception {
        browser.perform(get("/acuan/kbli/cari?q=bakso")).andExpect(status().is3xxRedirection());
    }

    @Test
    void an_officer_reads_and_does_not_edit() throws Exception {
        Document page = page(get("/acuan/kbli?versi=2020"), officer);

        assertThat(page.select("form[method=post][action^=/acuan]")).isEmpty();
        browser.perform(post("/acuan/kbli/2020/56104/kata")
                        .param("kata", "cilok")
                        .with(signedIn(officer)))
                .andExpect(status().isForbidden());
    }

    @Test
    void words_an_administrator_adds_are_found_at_once() throws Exception {
        assertThat(kbli.search("sempe mawon", "2020", 3))
                .extracting(hit -> hit.kbli().code())
                .doesNotContain("10794");

        browser.perform(post("/acuan/kbli/2020/10794/kata")
                        .param("kata", "sempe mawon")
                        .with(signedIn(administrator)))
                .andExpect(redirectedUrl("/acuan/kbli/2020/10794"));

        assertThat(kbli.search("sempe mawon", "2020", 3).getFirst().kbli().code())
                .isEqualTo("10794");
    }

    @Test
    void empty_words_come_back_with_a_sentence_beside_the_field() throws Exception {
        Document page = Jsoup.parse(browser.perform(
                        post("/acuan/kbli/2020/10794/kata").param("kata", "  ").with(signedIn(administrator)))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));

        assertThat(page.select("#kata-error").text()).isEqualTo("Tulis paling sedikit satu kata.");
        assertThat(page.select("#kata").attr("aria-invalid")).isEqualTo("true");
    }

    /** Trap 10 on the screen. */
    @Test
    void the_page_of_10793_says_that_the_other_edition_means_something_else() throws Exception {
        Document page = page(get("/acuan/kbli/2020/10793"), officer);

        assertThat(page.select(".notice-warning").text())
                .contains("Dalam KBLI 2025")
                .contains("kelapa");
    }

    @Test
    void a_list_is_tried_out_before_anything_changes() throws Exception {
        String list = """
                kode;judul;deskripsi
                10;Industri Makanan;
                01700;Perburuan dan penangkapan satwa liar;Kelompok ini mencakup perburuan.
                10793;Sesuatu yang lain sama sekali;
                1700;Nol di depan hilang;
                """;
        MockMultipartFile file =
                new MockMultipartFile("berkas", "kbli.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8));

        Document preview = Jsoup.parse(browser.perform(multipart("/acuan/kbli/impor")
                        .file(file)
                        .param("versi", "2020")
                        .with(signedIn(administrator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));

        assertThat(preview.text()).contains("01700 Perburuan dan penangkapan satwa liar");
        assertThat(preview.select(".problems li").eachText())
                .anySatisfy(line -> assertThat(line).contains("Baris 4").contains("sudah berarti"))
                .noneSatisfy(line -> assertThat(line).contains("Baris 2"));
        assertThat(kbli.find("2020", "01700")).isEmpty();

        String upload = preview.select("input[name=upload]").attr("value");
        browser.perform(post("/acuan/kbli/impor/terapkan")
                        .param("versi", "2020")
                        .param("upload", upload)
                        .with(signedIn(administrator)))
                .andExpect(redirectedUrl("/acuan/kbli?versi=2020"));

        assertThat(kbli.find("2020", "01700").orElseThrow().title()).isEqualTo("Perburuan dan penangkapan satwa liar");
        assertThat(kbli.find("2020", "10793").orElseThrow().title()).contains("kedele");
        browser.perform(post("/acuan/kbli/impor/terapkan")
                        .param("versi", "2020")
                        .param("upload", upload)
                        .with(signedIn(administrator)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void other_spellings_are_imported_from_a_comparison_of_sources() throws Exception {
        String list = """
                code,Kepmendagri,BPS 2020
                35.07.07.2016,Gubugklakah,Gubukklakah
                35.07.99.2001,Tidak Ada,Entah
                """;

        Document preview = tryOut("/acuan/wilayah/alias", "ejaan.csv", list);

        assertThat(preview.text()).contains("35.07.07.2016 Gubukklakah");
        assertThat(preview.select(".problems li").text()).contains("35.07.99.2001");
        browser.perform(post("/acuan/wilayah/alias/terapkan")
                        .param("upload", preview.select("input[name=upload]").attr("value"))
                        .with(signedIn(administrator)))
                .andExpect(redirectedUrl("/acuan/wilayah"));
        assertThat(regions.resolveVillage("Gubuk Klakah", "35.07.07"))
                .isEqualTo(new VillageMatch.Found(regions.get("35.07.07.2016"), true));
    }

    @Test
    void bps_codes_are_imported_once_each() throws Exception {
        String list = """
                kemendagri_code,kemendagri_name,bps_code
                35.07.01,Donomulyo,3507010
                35.07.02,Pagak,3507010
                35.07.03,Bantur,350704
                """;

        Document preview = tryOut("/acuan/wilayah/bps", "bps.csv", list);

        assertThat(preview.select(".problems li").eachText())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("Baris 3").contains("35.07.01"))
                .anySatisfy(line -> assertThat(line).contains("Baris 4").contains("bukan kode BPS"));
        browser.perform(post("/acuan/wilayah/bps/terapkan")
                        .param("upload", preview.select("input[name=upload]").attr("value"))
                        .with(signedIn(administrator)))
                .andExpect(redirectedUrl("/acuan/wilayah"));
        assertThat(regions.bpsCode("35.07.01")).hasValue("3507010");
    }

    @Test
    void the_region_page_shows_what_lies_inside_and_speaks_english_too() throws Exception {
        Document page = page(get("/acuan/wilayah"), officer);
        Document english = page(get("/acuan/wilayah?lang=en&kode=35.07.13"), officer);

        assertThat(page.select("table.list tbody tr")).hasSize(33);
        assertThat(english.select("caption").text()).isEqualTo("18 regions inside Kecamatan Kepanjen");
    }

    private Document tryOut(String path, String name, String content) throws Exception {
        MockMultipartFile file =
                new MockMultipartFile("berkas", name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
        return Jsoup.parse(browser.perform(multipart(path).file(file).with(signedIn(administrator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, Actor who) throws Exception {
        return Jsoup.parse(browser.perform(request.with(signedIn(who)))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
