package id.lumbung.licensing.application;

import static id.lumbung.identity.TestActors.signedIn;
import static id.lumbung.licensing.application.ApplicationFixtures.KEPANJEN;
import static id.lumbung.licensing.application.ApplicationFixtures.aKeripikMaker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What an officer, a camat and an applicant read, without a script. */
@LumbungTest
class CounterPagesTest {
    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors people;

    private Actor officer;
    private Actor camat;

    @BeforeEach
    void people() {
        officer = people.kecamatanOfficer(KEPANJEN);
        camat = people.camat(KEPANJEN);
    }

    @Test
    void an_application_goes_through_the_pages_to_the_licence_and_the_applicant_can_follow_it() throws Exception {
        UUID id = draft();

        String code = handIn(id);
        assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

        Document home =
                page(browser.perform(get("/beranda").with(signedIn(camat))).andReturn());
        assertThat(home.select("table.list").text()).contains("Keripik Tempe Bu Lastri", "Diajukan", "2 hari kerja");
        assertThat(page(browser.perform(get("/beranda").with(signedIn(officer))).andReturn())
                        .select("a[href=/permohonan/" + id + "]"))
                .as("nothing for who entered it")
                .isEmpty();

        Document review = review(id, camat);
        assertThat(review.select("dl.facts").text()).doesNotContain("99990154").contains("••••");
        decide(id, "verify");
        decide(id, "issue");
        assertThat(review(id, camat).select(".badge-ok").text()).isEqualTo("Izin terbit");

        Document followed = page(browser.perform(post("/lacak")
                        .param("code", code.toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(status().isOk())
                .andReturn());
        assertThat(followed.select("h1").text()).isEqualTo("Izin terbit");
        assertThat(followed.text())
                .contains("Tidak dipungut biaya")
                .doesNotContain("Lastri")
                .doesNotContain("503/");
    }

    @Test
    void a_wrong_code_and_no_code_at_all_are_answered_alike() throws Exception {
        String none = follow("AAAA-BBBB-CCCC", "203.0.113.7");
        String malformed = follow("x", "203.0.113.8");

        assertThat(none).isEqualTo(malformed).contains("tidak membuka permohonan apa pun");
    }

    @Test
    void guessing_codes_is_slowed_down() throws Exception {
        int last = 0;
        for (int i = 0; i < 100 && last != 429; i++) {
            last = browser.perform(post("/lacak")
                            .param("code", "0000-0000-000" + i % 10)
                            .with(SecurityMockMvcRequestPostProcessors.csrf())
                            .with(request -> {
                                request.setRemoteAddr("203.0.113.99");
                                return request;
                            }))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        }

        assertThat(last).isEqualTo(429);
    }

    @Test
    void autosave_keeps_fills_in_and_warns() throws Exception {
        UUID id = draft();
        String nik = ApplicationFixtures.nik();

        browser.perform(post("/permohonan/" + id + "/simpan")
                        .header("X-Requested-With", "lumbung")
                        .param("version", "1")
                        .param("nik", nik)
                        .param("sex", "MALE")
                        .param("capital", "dua juta")
                        .with(signedIn(officer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.savedAt").value("09.00"))
                .andExpect(jsonPath("$.fill.birthDate").value("1979-03-14"))
                .andExpect(jsonPath("$.warnings.sex").isNotEmpty());

        Document form = form(id);
        assertThat(form.select("input[name=capital]").val()).isEqualTo("dua juta");
        assertThat(form.select("input[name=birthDate]").val()).isEqualTo("1979-03-14");
        assertThat(form.select("input[name=version]").val()).isEqualTo("2");
    }

    @Test
    void two_officers_in_one_draft_see_both_values_and_choose() throws Exception {
        UUID id = draft();
        Actor colleague = people.kecamatanOfficer(KEPANJEN);
        browser.perform(post("/permohonan/" + id + "/simpan")
                        .header("X-Requested-With", "lumbung")
                        .param("version", "1")
                        .param("businessName", "Kripik Tempe Lastri")
                        .param("capital", "15.000.000")
                        .with(signedIn(colleague)))
                .andExpect(status().isOk());

        Document conflict = page(browser.perform(post("/permohonan/" + id + "/simpan")
                        .param("version", "1")
                        .param("businessName", "Keripik Tempe Bu Lastri")
                        .param("capital", "12.500.000")
                        .with(signedIn(officer)))
                .andExpect(status().isConflict())
                .andReturn());

        assertThat(conflict.select("tr.differs").text())
                .contains("Keripik Tempe Bu Lastri", "Kripik Tempe Lastri", "12.500.000", "15.000.000");
        browser.perform(post(conflict.select("form.conflict").attr("action"))
                        .param("version", conflict.select("input[name=version]").val())
                        .param("pick.businessName", "mine")
                        .param("pick.capital", "theirs")
                        .with(signedIn(officer)))
                .andExpect(status().is3xxRedirection());
        Document merged = form(id);
        assertThat(merged.select("input[name=businessName]").val()).isEqualTo("Keripik Tempe Bu Lastri");
        assertThat(merged.select("input[name=capital]").val()).isEqualTo("15.000.000");
    }

    @Test
    void what_is_missing_is_said_beside_each_field_and_nothing_typed_is_lost() throws Exception {
        UUID id = draft();
        Answers typed = aKeripikMaker()
                .with(Question.NIK, "35071354037900")
                .with(Question.PREMISES)
                .with(Question.EMAIL, "lastri@");

        Document form = page(browser.perform(filled(id, "/ajukan", typed, 1).with(signedIn(officer)))
                .andExpect(status().isUnprocessableContent())
                .andReturn());

        assertThat(form.select("#nik-error").text()).contains("16 angka").contains("14");
        assertThat(form.select("#email-error").text()).isNotEmpty();
        assertThat(form.select("#KTP-error").text()).contains("wajib");
        assertThat(form.select("input[name=nik]").val()).isEqualTo("35071354037900");
        assertThat(form.select("input[name=nik]").attr("aria-invalid")).isEqualTo("true");
        assertThat(form.select("section.error-summary a[href=#premises]").text())
                .contains("sarana");
        assertThat(form.select("input[name=ownerName]").val()).isEqualTo("Lastri Handayani");
    }

    @Test
    void a_line_can_be_removed_and_words_searched_without_a_script() throws Exception {
        UUID id = draft();
        browser.perform(post("/permohonan/" + id + "/simpan")
                        .param("version", "1")
                        .param("kbli", "jual bakso keliling")
                        .param("kbliCode", "2020:10794")
                        .param("remove", "kbliCode:2020:10794")
                        .with(signedIn(officer)))
                .andExpect(status().is3xxRedirection());

        Document form = form(id);

        assertThat(form.select("ul.chosen li")).isEmpty();
        assertThat(form.select("input[type=checkbox][name=kbliCode]")).isNotEmpty();
    }

    @Test
    void papers_are_served_only_inside_the_territory_and_without_being_kept_by_the_browser() throws Exception {
        UUID id = draft();
        Document paper = page(browser.perform(multipart("/permohonan/" + id + "/lampiran/KTP")
                        .file(photo("KTP"))
                        .with(signedIn(officer)))
                .andExpect(status().isOk())
                .andReturn());
        String href = paper.select("img").attr("src");

        browser.perform(get(href).with(signedIn(officer)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/jpeg"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Content-Security-Policy", org.hamcrest.Matchers.containsString("sandbox")));
        browser.perform(get(href).with(signedIn(people.camat("35.07.14"))))
                .andExpect(status().isUnprocessableContent());
        browser.perform(get(href)).andExpect(status().is3xxRedirection());
    }

    @Test
    void an_html_page_that_calls_itself_a_photo_is_refused_with_a_sentence() throws Exception {
        UUID id = draft();
        MockMultipartFile fake = new MockMultipartFile(
                "KTP",
                "ktp.jpg",
                "image/jpeg",
                "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));

        Document answer = page(browser.perform(multipart("/permohonan/" + id + "/lampiran/KTP")
                        .file(fake)
                        .with(signedIn(officer)))
                .andExpect(status().isUnprocessableContent())
                .andReturn());

        assertThat(answer.select("#KTP-error").text()).contains("JPEG, PNG, atau PDF");
    }

    @Test
    void a_reprinted_receipt_carries_a_new_code_and_the_old_one_opens_nothing() throws Exception {
        UUID id = draft();
        String first = handIn(id);

        String second = codeShownAfter(
                browser.perform(post("/permohonan/" + id + "/tanda-terima").with(signedIn(officer)))
                        .andReturn());

        assertThat(second).isNotEqualTo(first);
        assertThat(follow(first, "203.0.113.21")).contains("tidak membuka permohonan apa pun");
        assertThat(follow(second, "203.0.113.22")).contains("Diajukan");
        Document later =
                page(browser.perform(get("/permohonan/" + id + "/tanda-terima").with(signedIn(officer)))
                        .andReturn());
        assertThat(later.select(".case-code")).isEmpty();
    }

    @Test
    void a_second_reviewer_is_shown_what_happened_meanwhile() throws Exception {
        UUID id = submitted();
        String version = review(id, camat).select("input[name=version]").val();
        decide(id, "verify");

        Document late = page(browser.perform(post("/permohonan/" + id + "/tindakan")
                        .param("version", version)
                        .param("action", "refuse")
                        .param("ground", "PLACE")
                        .param("note", "Lokasi di sempadan sungai")
                        .with(signedIn(people.camatDelegate(KEPANJEN))))
                .andExpect(status().isConflict())
                .andReturn());

        assertThat(late.select(".error-summary").text()).contains("sudah berubah");
        assertThat(late.select("textarea[name=note]").text()).isEqualTo("Lokasi di sempadan sungai");
        assertThat(late.select(".timeline").text()).contains("Terverifikasi");
    }

    @Test
    void an_administrator_does_not_get_to_see_applications() throws Exception {
        browser.perform(get("/permohonan").with(signedIn(people.administrator())))
                .andExpect(status().isForbidden());
    }

    private UUID draft() throws Exception {
        String form = browser.perform(
                        post("/permohonan").param("kecamatan", KEPANJEN).with(signedIn(officer)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return UUID.fromString(String.valueOf(form).split("/")[2]);
    }

    private UUID submitted() throws Exception {
        UUID id = draft();
        handIn(id);
        return id;
    }

    /** The code on the receipt. */
    private String handIn(UUID id) throws Exception {
        return codeShownAfter(browser.perform(filled(id, "/ajukan", aKeripikMaker(), 1)
                        .file(photo("KTP"))
                        .file(photo("KK"))
                        .file(photo("SURAT_PENGANTAR"))
                        .file(photo("FOTO"))
                        .with(signedIn(officer)))
                .andReturn());
    }

    private String codeShownAfter(MvcResult sent) throws Exception {
        String receipt = String.valueOf(sent.getResponse().getRedirectedUrl());
        assertThat(receipt).endsWith("/tanda-terima");
        Document shown = page(browser.perform(
                        get(receipt).cookie(sent.getResponse().getCookies()).with(signedIn(officer)))
                .andReturn());
        String code = shown.select(".case-code").text();
        assertThat(code).isNotEmpty();
        assertThat(sent.getFlashMap().toString()).as("sealed on the way").doesNotContain(code);
        return code;
    }

    private static org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder filled(
            UUID id, String action, Answers answers, int version) {
        var request = multipart("/permohonan/" + id + action);
        request.param("version", Integer.toString(version));
        answers.values().forEach((question, values) -> request.param(question.field(), values.toArray(String[]::new)));
        return request;
    }

    private static MockMultipartFile photo(String kind) {
        return new MockMultipartFile(kind, "foto.jpg", "image/jpeg", ApplicationFixtures.jpeg(400, 600));
    }

    private Document form(UUID id) throws Exception {
        return page(browser.perform(get("/permohonan/" + id + "/isian").with(signedIn(officer)))
                .andExpect(status().isOk())
                .andReturn());
    }

    private Document review(UUID id, Actor who) throws Exception {
        return page(browser.perform(get("/permohonan/" + id).with(signedIn(who)))
                .andExpect(status().isOk())
                .andReturn());
    }

    private void decide(UUID id, String action) throws Exception {
        browser.perform(post("/permohonan/" + id + "/tindakan")
                        .param(
                                "version",
                                review(id, camat).select("input[name=version]").val())
                        .param("action", action)
                        .with(signedIn(camat)))
                .andExpect(status().is3xxRedirection());
    }

    private String follow(String code, String from) throws Exception {
        AbstractMockHttpServletRequestBuilder<?> request = post("/lacak")
                .param("code", code)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .with(sent -> {
                    sent.setRemoteAddr(from);
                    return sent;
                });
        return page(browser.perform(request).andReturn()).select("main").text();
    }

    private static Document page(MvcResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
