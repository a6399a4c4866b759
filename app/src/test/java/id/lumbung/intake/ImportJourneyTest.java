package id.lumbung.intake;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import id.lumbung.platform.Sight;
import id.lumbung.privacy.held.HeldData;
import id.lumbung.privacy.held.HeldReport;
import id.lumbung.registry.Nik;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** An officer sends a list, looks through it, brings it in, sends what was wrong again, and takes it all out. */
@LumbungTest
class ImportJourneyTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final String LIST = """
            DAFTAR UMKM BINAAN;;;;;;
            Tahun %d;;;;;;

            No;Nama Pemilik;Nama Usaha;NIK;No HP;Kecamatan;Desa;Omset 2020;Omset 2021
            1;Sutini %1$d;Warung Bu Tini;3507135408800001;081234567890;Kepanjen;Ngadilangkung;Rp 12.000.000;15 juta
            2;Joko Santoso %1$d;-;3.5071E+15;0812345;Kepanjen;Wonorejo;;-
            3;-;-;;;Kepanjen;;1;1
            4;Rahayu %1$d;Jenang Apel;3507131708750002;0341 396123;Lowokwaru;;5000000;6000000
            5;Slamet %1$d;Kios Slamet;;;Kepanjen;Kepanjen;-500;0
            1;Sutini %1$d;Warung Bu Tini;3507135408800001;081234567890;Kepanjen;Ngadilangkung;Rp 12.000.000;15 juta
            ;Jumlah;;;;;;17000000;21000000
            """;

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private HeldData held;

    private Actor officer;

    @BeforeEach
    void an_officer_of_the_office() {
        officer = actors.dinasOfficer();
    }

    static byte[] list() {
        return LIST.formatted(COUNT.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_list_comes_in_with_what_is_right_and_says_what_is_wrong() throws Exception {
        String page = sent("daftar binaan.csv", list());

        Document shaped = shown(page);
        assertThat(shaped.select("select[name=arti1] option[selected]").text()).isEqualTo("Nama pemilik");
        assertThat(shaped.select("select[name=arti3] option[selected]").val()).isEqualTo("NIK");
        assertThat(shaped.select("input[name=tahun8]").val()).isEqualTo("2021");
        assertThat(shaped.text()).doesNotContain("3507135408800001").doesNotContain("081234567890");

        Document checked = after(mapped(page, shaped, "Binaan"));
        assertThat(checked.select("dl.facts").first().text())
                .contains("Baris 6", "Dapat masuk 2", "Tidak dapat masuk 4", "berulang) 1");
        assertThat(checked.text())
                .contains("NIK terpotong oleh Excel")
                .contains("Nomor telepon tidak dapat dibaca")
                .contains("Baris ini tanpa nama pemilik dan tanpa nama usaha.")
                .contains("Tempat usahanya di kabupaten atau kota lain.")
                .contains("di bawah nol")
                .contains("Desa ini tidak ada di kecamatannya.")
                .contains("Baris yang sama persis sudah ada di atasnya.");
        assertThat(records(page)).isZero();

        Document entered = after(post(page + "/masukkan").param("cara", "GOOD_ROWS"));
        assertThat(entered.text()).contains("Daftar ini sudah masuk", "Baris masuk 2");
        assertThat(records(page)).isEqualTo(2);
    }

    @Test
    void with_wrong_rows_a_person_says_what_is_to_come_in() throws Exception {
        String page = sent("daftar binaan.csv", list());
        Document checked = after(mapped(page, shown(page), ""));
        assertThat(checked.select("input[name=cara][type=radio]")).hasSize(2);
        assertThat(checked.select("input[name=cara][checked]"))
                .as("nothing is chosen for anybody")
                .isEmpty();

        MockHttpServletResponse unsaid = asked(post(page + "/masukkan"));
        assertThat(unsaid.getStatus()).isEqualTo(422);
        assertThat(unsaid.getContentAsString(StandardCharsets.UTF_8)).contains("Pilih dulu");
        MockHttpServletResponse whole = asked(post(page + "/masukkan").param("cara", "ALL_OR_NOTHING"));
        assertThat(whole.getStatus()).isEqualTo(422);
        assertThat(whole.getContentAsString(StandardCharsets.UTF_8)).contains("Masih ada baris yang salah");
        assertThat(records(page)).isZero();

        after(post(page + "/masukkan").param("cara", "GOOD_ROWS"));
        assertThat(records(page)).isEqualTo(2);
    }

    @Test
    void a_record_knows_its_line_and_keeps_its_number_sealed() throws Exception {
        String page = brought(list());

        List<String> lines = inSight(() ->
                database.sql("""
                        select line || ' ' || region_code || ' ' || coalesce(business_name, '') || ' ' || coalesce(notes, '')
                          from intake.list_record where list = cast(:list as uuid) order by line
                        """).param("list", id(page)).query(String.class).list());
        assertThat(lines)
                .containsExactly(
                        "5 35.07.13.2017 Warung Bu Tini ",
                        "6 35.07.13  nik-scientific phone-unreadable village-unknown");
        List<String> measured = inSight(() ->
                database.sql("""
                        select kind || ' ' || year || ' ' || value from intake.pub_list_observation
                         where list = cast(:list as uuid) order by year
                        """).param("list", id(page)).query(String.class).list());
        assertThat(measured).containsExactly("ANNUAL_SALES 2020 12000000", "ANNUAL_SALES 2021 15000000");
        String all = inSight(() -> database.sql(
                        "select string_agg(r::text, ' ') from intake.list_record r where list = cast(:list as uuid)")
                .param("list", id(page))
                .query(String.class)
                .single());
        assertThat(all).doesNotContain("3507135408800001").doesNotContain("81234567890");
    }

    @Test
    void what_a_list_holds_of_a_person_is_in_the_answer_to_her() throws Exception {
        brought(list());

        HeldReport report = held.of(null, Nik.parse("3507135408800001"));

        assertThat(report.sections()).anySatisfy(section -> {
            assertThat(section.category()).isEqualTo("list");
            assertThat(section.source()).isEqualTo("LIST");
            assertThat(section.facts())
                    .contains(new HeldReport.Fact("business", "Warung Bu Tini"), new HeldReport.Fact("row", "5"));
        });
        assertThat(report.json()).doesNotContain("3507135408800001");
        assertThat(held.of(null, Nik.parse("3507135408800009")).sections()).isEmpty();
    }

    @Test
    void the_same_file_again_changes_nothing_and_is_told_so() throws Exception {
        byte[] list = list();
        String first = brought(list);

        String second = sent("salinan.csv", list);

        assertThat(second).isEqualTo(first);
        assertThat(records(first)).isEqualTo(2);
    }

    @Test
    void rows_that_are_in_already_do_not_come_in_again_with_another_file() throws Exception {
        byte[] list = list();
        brought(list);
        String more = new String(list, StandardCharsets.UTF_8) + "9;Baru Sekali;Toko Baru;;;Kepanjen;Kepanjen;;\n";

        String page = brought(more.getBytes(StandardCharsets.UTF_8));

        assertThat(records(page)).isEqualTo(1);
        assertThat(shown(page).text()).contains("Baris yang sudah ada sebelumnya 2");
    }

    @Test
    void a_whole_list_is_taken_out_again_with_a_reason() throws Exception {
        byte[] list = list();
        String page = brought(list);

        MockHttpServletResponse refused = asked(post(page + "/batalkan").param("alasan", "salah"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(records(page)).isEqualTo(2);

        Document undone = after(post(page + "/batalkan").param("alasan", "Daftar tahun lalu terkirim keliru"));
        assertThat(undone.text()).contains("Daftar ini sudah dikeluarkan lagi", "Daftar tahun lalu terkirim keliru");
        assertThat(records(page)).isZero();
        assertThat(records(brought(list))).isEqualTo(2);
    }

    @Test
    void columns_that_a_person_corrected_are_known_when_the_same_headings_come_again() throws Exception {
        String head = "Kolom A%d;Kolom B;Kolom C\n".formatted(COUNT.incrementAndGet());
        String page = sent("a.csv", (head + "Sri;Warung Sri;x\nTini;Kios Tini;y\n").getBytes(StandardCharsets.UTF_8));
        Document unclear = shown(page);

        MockHttpServletResponse refused = asked(post(page + "/kolom").param("versi", version(unclear)));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("Tentukan kolom mana");
        after(post(page + "/kolom")
                .param("versi", version(unclear))
                .param("arti0", "OWNER_NAME")
                .param("arti1", "BUSINESS_NAME")
                .param("resep", "Daftar desa"));

        Document again = shown(sent("b.csv", (head + "Yu Nah;Pecel Yu Nah;z\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(again.select("select[name=arti1] option[selected]").val()).isEqualTo("BUSINESS_NAME");
        assertThat(again.text()).contains("resep \"Daftar desa\"");
    }

    @Test
    void wrong_rows_come_back_in_the_senders_columns_with_reasons_and_without_formulas() throws Exception {
        String text = new String(list(), StandardCharsets.UTF_8).replace("Jenang Apel", "=HYPERLINK(A1)");
        String page = sent("c.csv", text.getBytes(StandardCharsets.UTF_8));
        after(mapped(page, shown(page), ""));

        MockHttpServletResponse file = asked(post(page + "/perbaikan").param("bentuk", "csv"));

        String csv = file.getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith(
                        "\ufeffNo,Nama Pemilik,Nama Usaha,NIK,No HP,Kecamatan,Desa,Omset 2020,Omset 2021,Lumbung: baris asal");
        assertThat(csv)
                .contains("'=HYPERLINK(A1)")
                .contains("[Kecamatan] Tempat usahanya di kabupaten atau kota lain.");
        assertThat(csv.lines()).as("the repeated row has nothing to correct").hasSize(4);
        assertThat(inSight(() -> database.sql("""
                        select count(*) from identity.reading where subject = cast(:list as uuid) and what = 'export:wrong-rows'
                        """)
                        .param("list", id(page))
                        .query(Integer.class)
                        .single()))
                .isEqualTo(1);
    }

    @Test
    void corrected_rows_can_be_sent_again_as_they_came_back() throws Exception {
        String page = brought(list());
        String csv = asked(post(page + "/perbaikan").param("bentuk", "csv")).getContentAsString(StandardCharsets.UTF_8);

        String corrected =
                sent("perbaikan.csv", csv.replace("Lowokwaru", "Kepanjen").getBytes(StandardCharsets.UTF_8));

        Document shaped = shown(corrected);
        assertThat(shaped.select("select[name^=arti]")).hasSize(9);
        Document checked = after(mapped(corrected, shaped, ""));
        assertThat(checked.select("dl.facts").first().text()).contains("Baris 3", "Dapat masuk 1");
        after(post(corrected + "/masukkan").param("cara", "GOOD_ROWS"));
        assertThat(records(corrected)).isEqualTo(1);
    }

    @Test
    void a_recap_is_told_from_a_list() throws Exception {
        String recap = """
                REKAPITULASI UMKM PER KECAMATAN;;;;
                Sektor Usaha;Kepanjen;Turen;Dampit;Jumlah
                Kuliner;12;13;14;39
                Kriya;%d;3;4;9
                """.formatted(COUNT.incrementAndGet());

        Document page = shown(sent("rekap.csv", recap.getBytes(StandardCharsets.UTF_8)));

        assertThat(page.text()).contains("Bukan daftar").contains("Ini rekapitulasi, bukan daftar");
        assertThat(page.select("form[action$=/kolom]")).isEmpty();
    }

    @Test
    void an_officer_of_a_kecamatan_brings_in_what_lies_in_it_and_sees_no_other_list() throws Exception {
        String page = brought(list());
        Actor other = actors.kecamatanOfficer("35.07.14");
        officer = other;

        assertThat(asked(get(page)).getStatus()).isNotEqualTo(200);
        byte[] list = list();
        MockHttpServletResponse answer = browser.perform(multipart("/impor")
                        .file(new MockMultipartFile("berkas", "x.csv", "text/csv", list))
                        .param("wilayah", "35.07.13")
                        .with(signedIn(other)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);

        String own = sent("x.csv", list, "35.07.14");
        Document checked = after(mapped(own, shown(own), ""));
        assertThat(checked.text()).contains("di luar wilayah yang dipilih");
    }

    @Test
    void a_file_arrives_in_pieces_and_goes_on_where_it_stopped() throws Exception {
        byte[] list = list();
        String began = json(post("/impor/berkas")
                .param("nama", "besar.csv")
                .param("ukuran", Integer.toString(list.length))
                .param("wilayah", "35.07"));
        String file = "/impor/berkas/" + began.replaceAll(".*\"file\":\"([^\"]+)\".*", "$1");
        assertThat(asked(post(file + "/selesai")).getStatus()).isEqualTo(422);

        assertThat(json(post(file + "/bagian/0")
                        .contentType("application/octet-stream")
                        .content(list)))
                .contains("\"pieces\":1");
        assertThat(json(post(file + "/bagian/0")
                        .contentType("application/octet-stream")
                        .content(list)))
                .as("sent twice")
                .contains("\"pieces\":1");
        assertThat(json(get(file))).contains("\"pieces\":1");
        String page = json(post(file + "/selesai")).replaceAll(".*\"page\":\"([^\"]+)\".*", "$1");

        assertThat(shown(page).text()).contains("besar.csv", "Menunggu diperiksa");
        officer = actors.dinasOfficer();
        assertThat(asked(get(file)).getStatus()).as("somebody else's").isEqualTo(422);
    }

    @Test
    void a_workbook_says_which_of_its_sheets_is_the_list() throws Exception {
        int mark = COUNT.incrementAndGet();
        byte[] workbook = new Workbooks()
                .sheet("Sampul", Workbooks.row(1, "Dinas Koperasi"))
                .sheet(
                        "Data",
                        Workbooks.row(1, "Nama Usaha", "Kecamatan", "NIK")
                                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Kios " + mark
                                + "</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>Kepanjen</t></is></c><c r=\"C2\"><v>3507131708750010</v></c></row>")
                .bytes();

        String page = sent("buku.xlsx", workbook);

        Document shaped = shown(page);
        assertThat(shaped.select("select[name=lembar] option").text()).isEqualTo("Sampul");
        assertThat(after(mapped(page, shaped, "")).text()).contains("NIK dibulatkan oleh Excel");
    }

    private String brought(byte[] list) throws Exception {
        String page = sent("daftar.csv", list);
        after(mapped(page, shown(page), ""));
        after(post(page + "/masukkan").param("cara", "GOOD_ROWS"));
        return page;
    }

    private MockHttpServletRequestBuilder mapped(String page, Document shaped, String recipe) {
        MockHttpServletRequestBuilder form =
                post(page + "/kolom").param("versi", version(shaped)).param("resep", recipe);
        shaped.select("select[name^=arti]")
                .forEach(select -> form.param(
                        select.attr("name"), select.select("option[selected]").val()));
        shaped.select("input[name^=tahun]").forEach(input -> form.param(input.attr("name"), input.val()));
        return form;
    }

    private static String version(Document page) {
        return page.select("input[name=versi]").val();
    }

    private String sent(String name, byte[] content) throws Exception {
        return sent(name, content, "35.07");
    }

    private String sent(String name, byte[] content, String region) throws Exception {
        MockHttpServletResponse answer = browser.perform(multipart("/impor")
                        .file(new MockMultipartFile("berkas", name, "text/csv", content))
                        .param("wilayah", region)
                        .with(signedIn(officer)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus())
                .as(answer.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(302);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private Document shown(String page) throws Exception {
        MockHttpServletResponse answer = asked(get(page));
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    /** The page to which a step leads. */
    private Document after(MockHttpServletRequestBuilder step) throws Exception {
        MockHttpServletResponse answer = asked(step);
        assertThat(answer.getStatus())
                .as(answer.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(302);
        return shown(Objects.requireNonNull(answer.getRedirectedUrl()));
    }

    private String json(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = asked(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(signedIn(officer))).andReturn().getResponse();
    }

    private static String id(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private int records(String page) {
        return inSight(() -> database.sql("select count(*) from intake.list_record where list = cast(:list as uuid)")
                .param("list", id(page))
                .query(Integer.class)
                .single());
    }

    private <T> T inSight(java.util.function.Supplier<T> question) {
        return Sight.system("test", () -> transaction.execute(status -> question.get()));
    }
}
