package id.lumbung.licensing.licence;

import static id.lumbung.identity.TestActors.signedIn;
import static id.lumbung.licensing.licence.LicenceFixtures.TODAY;
import static id.lumbung.licensing.licence.LicenceFixtures.holder;
import static id.lumbung.licensing.licence.LicenceFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.platform.Sight;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@LumbungTest
class RegisterBookTest {
    private static final String KECAMATAN = "35.07.33";
    private static final String FORMULA = "=HYPERLINK(\"http://jahat.example\";\"Warung\")";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Licences licences;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Actor officer = LicenceFixtures.officerOf(KECAMATAN);

    @BeforeEach
    void aBook() {
        officer = actors.kecamatanOfficer(KECAMATAN);
        boolean empty = database("select id::text from licensing.licence where region_code = '" + KECAMATAN + "'")
                .isEmpty();
        if (empty) {
            Actor camat = actors.camat(KECAMATAN);
            CurrentActor.runAs(camat, () -> {
                transaction.execute(status -> licences.issue(order(KECAMATAN)));
                LicensedBusiness was = LicenceFixtures.itinerant();
                LicensedBusiness odd = new LicensedBusiness(
                        FORMULA,
                        was.activityText(),
                        was.kbli(),
                        was.address(),
                        null,
                        was.kecamatan(),
                        was.regency(),
                        was.province(),
                        null,
                        was.sectors(),
                        was.premises(),
                        was.capital(),
                        null,
                        was.sizeClass());
                transaction.execute(status -> licences.issue(order(KECAMATAN, TODAY, holder(), odd)));
            });
        }
    }

    @Test
    void the_screen_shows_the_book_of_the_only_kecamatan_masked() throws Exception {
        Document page = page(get("/buku-register").with(signedIn(officer)), 200);

        assertThat(page.select("table.list tbody tr")).hasSize(2);
        assertThat(page.select("tbody tr").first().text())
                .contains("1", "Keripik Tempe Bu Lastri", "Lastri Handayani", "24 November 2026");
        assertThat(page.html()).doesNotContain("3599015403790003");
    }

    @Test
    void the_spreadsheet_has_real_dates_and_amounts_and_no_formula() throws Exception {
        byte[] file = download("xlsx", false, "");

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            Row first = rows.stream()
                    .filter(row -> row.getCellText(0).equals("1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(rows.stream().map(row -> row.getCellText(1))).contains("Nomor izin");
            assertThat(first.getCellText(1)).isEqualTo("503/IUMK/001/35.07.33/XI/2026");
            assertThat(first.getCellAsDate(2))
                    .hasValueSatisfying(day -> assertThat(day.toLocalDate()).isEqualTo(TODAY));
            assertThat(first.getCellAsNumber(11))
                    .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("12500000"));
            assertThat(first.getCellText(4)).endsWith("0003").doesNotContain("3599015403");
            Row second = rows.stream()
                    .filter(row -> row.getCellText(0).equals("2"))
                    .findFirst()
                    .orElseThrow();
            assertThat(second.getCellText(5)).isEqualTo("'" + FORMULA);
            assertThat(second.getCell(5).getFormula()).isNull();
        }
    }

    @Test
    void full_data_need_a_purpose_which_is_written_down() throws Exception {
        Document refused = page(request("xlsx", true, "ya"), 422);
        assertThat(refused.select("#tujuan-error").text()).contains("10 huruf");

        byte[] file = download("xlsx", true, "Pemutakhiran data penerima bantuan");

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getFirstSheet().read().stream().map(row -> row.getCellText(4)))
                    .contains("3599015403790003");
        }
        assertThat(database(
                        "select purpose from identity.reading where subject_kind = 'register-book' and region_code = '"
                                + KECAMATAN + "'"))
                .contains("Pemutakhiran data penerima bantuan");
    }

    @Test
    void the_paper_has_numbered_pages_and_the_head_of_the_kecamatan() throws Exception {
        byte[] pdf = download("pdf", false, "");

        assertThat(LicencePictures.text(pdf))
                .contains("BUKU REGISTER IZIN USAHA MIKRO DAN KECIL", "KABUPATEN MALANG")
                .contains("Halaman 1 dari 1", "Dicetak 24 November 2026", "24-11-2026")
                .doesNotContain("3599015403790003");
        assertThat(database("select what from identity.reading where subject_kind = 'register-book' and region_code = '"
                        + KECAMATAN + "'"))
                .contains("export:pdf 2026-01-01/2026-12-31");
    }

    @Test
    void a_book_elsewhere_is_not_offered_and_a_turned_period_is_explained() throws Exception {
        Document page = page(get("/buku-register?kecamatan=35.07.13").with(signedIn(officer)), 422);
        assertThat(page.select("#kecamatan-error").text()).isEqualTo("Pilih kecamatan yang bukunya akan dibuka.");
        Document turned =
                page(get("/buku-register?dari=2026-05-01&sampai=2026-04-01").with(signedIn(officer)), 422);
        assertThat(turned.select("#sampai-error").text()).startsWith("Tanggal akhir mendahului");
    }

    private byte[] download(String form, boolean full, String purpose) throws Exception {
        return browser.perform(request(form, full, purpose))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private MockHttpServletRequestBuilder request(String form, boolean full, String purpose) {
        MockHttpServletRequestBuilder request = post("/buku-register/unduh")
                .param("kecamatan", KECAMATAN)
                .param("dari", "2026-01-01")
                .param("sampai", "2026-12-31")
                .param("bentuk", form)
                .param("tujuan", purpose);
        if (full) {
            request.param("lengkap", "ya");
        }
        return request.with(signedIn(officer));
    }

    private List<String> database(String sql) {
        return Sight.system(
                "a test",
                () -> transaction.execute(
                        status -> database.sql(sql).query(String.class).list()));
    }

    private Document page(MockHttpServletRequestBuilder request, int expected) throws Exception {
        return Jsoup.parse(browser.perform(request)
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
