package id.lumbung.reference;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@LumbungTest
class ReferenceEditingTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private TestClock clock;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private Sectors sectors;

    @Autowired
    private Settings settings;

    @Autowired
    private SizeCriteria criteria;

    private Actor administrator;

    @BeforeEach
    void people() {
        administrator = actors.administrator();
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void the_overview_says_what_is_loaded_and_from_where() throws Exception {
        Document page = page(get("/acuan"));

        assertThat(page.text())
                .contains("38 provinsi, 514 kabupaten dan kota, 7.285 kecamatan, 83.762 desa dan kelurahan")
                .contains("Kepmendagri 300.2.2-2430/2025")
                .contains("Peraturan BPS Nomor 7 Tahun 2025");
        assertThat(page.select("nav.tabs a[aria-current=page]").text()).isEqualTo("Ringkasan");
    }

    @Test
    void from_october_on_the_holidays_of_the_next_year_are_asked_for() throws Exception {
        clock.moveTo(LocalDate.of(2026, 9, 30));
        assertThat(page(get("/acuan")).select(".notice-warning")).isEmpty();

        clock.moveTo(LocalDate.of(2026, 10, 1));
        assertThat(page(get("/acuan")).select(".notice-warning").text()).contains("Hari libur 2027 belum diisi");
        assertThat(page(get("/acuan/libur")).select(".notice-warning").text()).contains("2027");
    }

    @Test
    void a_holiday_is_entered_counts_at_once_and_can_be_removed() throws Exception {
        LocalDate day = LocalDate.of(2026, 11, 30);
        assertThat(workingDays.isWorkingDay(day)).isTrue();

        send(post("/acuan/libur")
                        .param("tanggal", "2026-11-30")
                        .param("nama", "Pemilihan kepala desa")
                        .param("jenis", "PUBLIC")
                        .param("sumber", "Keputusan Bupati"))
                .andExpect(redirectedUrl("/acuan/libur?tahun=2026"));
        assertThat(workingDays.isWorkingDay(day)).isFalse();

        send(post("/acuan/libur/hapus").param("tanggal", "2026-11-30"))
                .andExpect(redirectedUrl("/acuan/libur?tahun=2026"));
        assertThat(workingDays.isWorkingDay(day)).isTrue();
        assertThat(page(get("/acuan")).select(".timeline").text()).contains("Hari libur 2026-11-30 dihapus");
    }

    @Test
    void a_wrong_holiday_comes_back_as_it_was_typed() throws Exception {
        Document page = wrong(send(post("/acuan/libur")
                .param("tanggal", "2026-12-25")
                .param("nama", "Natal lagi")
                .param("jenis", "PUBLIC")
                .param("sumber", "")));

        assertThat(page.select("#nama").attr("value")).isEqualTo("Natal lagi");
        assertThat(page.select("#tanggal-error").text()).contains("sudah ada");
        assertThat(page.select("#sumber-error").text()).contains("perlu diisi");
        assertThat(page.select(".error-summary li")).hasSize(2);
    }

    @Test
    void a_year_of_holidays_is_imported_from_a_file() throws Exception {
        String year = """
                tanggal;nama;jenis;sumber
                2029-01-01;Tahun Baru 2029 Masehi;libur;SKB
                2/1/2029;Cuti bersama Tahun Baru;cuti bersama;SKB
                31/2/2029;Tidak ada;libur;SKB
                """;
        MockMultipartFile file =
                new MockMultipartFile("berkas", "2029.csv", "text/csv", year.getBytes(StandardCharsets.UTF_8));

        Document preview = Jsoup.parse(
                browser.perform(multipart("/acuan/libur/impor").file(file).with(signedIn(administrator)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));

        assertThat(preview.text()).contains("1 Januari 2029: Tahun Baru 2029 Masehi");
        assertThat(preview.select(".problems li").text()).contains("Baris 4").contains("31/2/2029");
        assertThat(workingDays.knows(2029)).isFalse();
        send(post("/acuan/libur/impor/terapkan")
                        .param("upload", preview.select("input[name=upload]").attr("value")))
                .andExpect(redirectedUrl("/acuan/libur?tahun=2029"));
        assertThat(workingDays.knows(2029)).isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2029, 1, 2))).isFalse();
    }

    @Test
    void a_sector_is_added_given_codes_and_retired_but_never_lost() throws Exception {
        send(post("/acuan/sektor")
                        .param("kode", "kriya-topeng")
                        .param("namaId", "Topeng Malangan")
                        .param("namaEn", "Malang masks"))
                .andExpect(redirectedUrl("/acuan/sektor/kriya-topeng"));
        send(post("/acuan/sektor/kriya-topeng/kbli").param("versi", "2020").param("awalan", "90024"))
                .andExpect(status().isUnprocessableContent());
        send(post("/acuan/sektor/kriya-topeng/kbli").param("versi", "2020").param("awalan", "9002"))
                .andExpect(redirectedUrl("/acuan/sektor/kriya-topeng"));

        assertThat(sectors.ofKbli("2020", "90023")).containsExactly("kriya-topeng");
        assertThat(sectors.ofKbli("2025", "90023")).containsExactly("jasa");

        send(post("/acuan/sektor/kriya-topeng/kbli/hapus")
                .param("versi", "2020")
                .param("awalan", "9002"));
        send(post("/acuan/sektor/kriya-topeng/pensiun").param("pensiun", "true"));

        assertThat(sectors.all()).extracting(Sector::code).doesNotContain("kriya-topeng");
        assertThat(sectors.find("kriya-topeng")).isPresent();
        assertThat(page(get("/acuan/sektor/kriya-topeng")).text()).contains("tidak ditawarkan lagi");
    }

    @Test
    void a_sector_code_of_another_form_is_refused_beside_the_field() throws Exception {
        Document page = wrong(send(post("/acuan/sektor")
                .param("kode", "Kriya Topeng")
                .param("namaId", "Topeng")
                .param("namaEn", "")));

        assertThat(page.select("#kode-error").text()).contains("huruf kecil");
        assertThat(page.select("#namaEn-error").text()).contains("kedua bahasa");
        assertThat(page.select("#namaId").attr("value")).isEqualTo("Topeng");
    }

    @Test
    void the_combination_rule_holds_from_its_day_on() throws Exception {
        send(post("/acuan/kriteria/aturan")
                        .param("aturan", "BY_MEASURE")
                        .param("sejak", "2031-01-01")
                        .param("alasan", "Keputusan Kepala Dinas 5/2030"))
                .andExpect(redirectedUrl("/acuan/kriteria"));

        assertThat(settings.combinationRule(LocalDate.of(2030, 12, 31))).isEqualTo(CombinationRule.HIGHEST_CLASS);
        assertThat(settings.combinationRule(LocalDate.of(2031, 1, 1))).isEqualTo(CombinationRule.BY_MEASURE);
    }

    @Test
    void a_new_bound_needs_the_old_law_to_have_ended() throws Exception {
        Document page = wrong(send(post("/acuan/kriteria")
                .param("dasar", "PP 99/2032")
                .param("pasal", "Pasal 1")
                .param("mulai", "2032-01-01")
                .param("ukuran", "ANNUAL_SALES")
                .param("kelas", "MICRO")
                .param("batas", "3.000.000.000")));

        assertThat(page.select("#mulai-error").text()).contains("Akhiri dulu");
        assertThat(page.select("#batas").attr("value")).isEqualTo("3.000.000.000");
        assertThat(criteria.inForce(LocalDate.of(2032, 6, 1)))
                .extracting(SizeCriterion::law)
                .doesNotContain("PP 99/2032");
    }

    @Test
    void the_criteria_page_shows_law_article_and_inclusive_bounds() throws Exception {
        Document page = page(get("/acuan/kriteria"));

        assertThat(page.select("table.list").text())
                .contains("UU 20/2008 Pasal 6 huruf b")
                .contains("Rp300.000.000")
                .contains("Berlaku 4 Juli 2008 sampai 1 Februari 2021")
                .contains("4 orang");
        assertThat(page.text()).contains("Batas atas masih termasuk kelasnya");
    }

    @Test
    void the_pages_read_in_english_too() throws Exception {
        for (String path : new String[] {
            "/acuan",
            "/acuan/sektor",
            "/acuan/sektor/jasa",
            "/acuan/kriteria",
            "/acuan/libur",
            "/acuan/kbli",
            "/acuan/kbli/2025/10793",
            "/acuan/wilayah"
        }) {
            Document page = page(get(path).param("lang", "en"));
            assertThat(page.select("html").attr("lang")).isEqualTo("en");
            assertThat(page.select("h1")).hasSize(1);
        }
    }

    private ResultActions send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return browser.perform(request.with(signedIn(administrator)));
    }

    private static Document wrong(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return Jsoup.parse(send(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
