package id.lumbung.licensing.licence;

import static id.lumbung.identity.TestActors.signedIn;
import static id.lumbung.licensing.licence.LicenceFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.licence.life.LicenceStore;
import id.lumbung.platform.Sight;
import id.lumbung.registry.EnterpriseFinder;
import id.lumbung.registry.EnterpriseLicences;
import id.lumbung.registry.TimelineContributor;
import java.util.List;
import java.util.stream.IntStream;
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
class LicencePagesTest {
    private static final String KECAMATAN = "35.07.24";
    private static final String REASON = "Label produk tidak memuat tanggal kedaluwarsa.";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Licences licences;

    @Autowired
    private LicenceStore store;

    @Autowired
    private List<EnterpriseLicences> enterpriseLicences;

    @Autowired
    private List<TimelineContributor> contributors;

    @Autowired
    private List<EnterpriseFinder> finders;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Actor camat = LicenceFixtures.camatOf(KECAMATAN);
    private Actor officer = LicenceFixtures.officerOf(KECAMATAN);
    private IssueOrder order = order(KECAMATAN);
    private LicenceId id = LicenceId.next();
    private String number = "";

    @BeforeEach
    void aLicence() {
        camat = actors.camat(KECAMATAN);
        officer = actors.kecamatanOfficer(KECAMATAN);
        order = order(KECAMATAN);
        id = CurrentActor.runAs(camat, () -> transaction.execute(status -> licences.issue(order)));
        number = CurrentActor.runAs(camat, () -> licences.find(id).orElseThrow().number());
    }

    @Test
    void the_list_shows_the_licences_of_the_territory_and_nothing_beyond() throws Exception {
        Document page = page(get("/izin").with(signedIn(officer)), 200);

        assertThat(page.select("table.list a[href=/izin/" + id + "]").text()).isEqualTo("Keripik Tempe Bu Lastri");
        assertThat(page.text()).contains(number, "Berlaku").doesNotContain("3599015403790003");
        assertThat(page(get("/izin").with(signedIn(actors.kecamatanOfficer("35.07.25"))), 200)
                        .text())
                .doesNotContain(number);
    }

    @Test
    void the_list_is_narrowed_by_state_and_period_and_refuses_what_is_no_day() throws Exception {
        assertThat(page(get("/izin?keadaan=revoked").with(signedIn(officer)), 200)
                        .text())
                .doesNotContain(number);
        assertThat(page(
                                get("/izin?dari=2026-11-24&sampai=2026-11-24&kecamatan=" + KECAMATAN)
                                        .with(signedIn(officer)),
                                200)
                        .text())
                .contains(number);
        Document page = page(get("/izin?dari=kemarin").with(signedIn(officer)), 422);
        assertThat(page.select("#dari-error").text()).startsWith("Tanggal ini tidak ada.");
    }

    @Test
    void a_long_list_goes_on_where_the_page_before_ended() throws Exception {
        Actor there = actors.camat("35.07.26");
        CurrentActor.runAs(
                there,
                () -> transaction.executeWithoutResult(status -> IntStream.rangeClosed(1, LicenceQueries.PAGE + 3)
                        .forEach(count -> store.insert(NumberAllocationProcess.licence("35.07.26", count)))));

        Document first = page(get("/izin").with(signedIn(there)), 200);
        String next = first.select("a[rel=next]").attr("href");
        Document second = page(get(next).with(signedIn(there)), 200);

        assertThat(first.select("table.list tbody tr")).hasSize(LicenceQueries.PAGE);
        assertThat(second.select("table.list tbody tr")).hasSize(3);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select("tbody a").eachAttr("href"))
                .doesNotContainAnyElementsOf(first.select("tbody a").eachAttr("href"));
    }

    @Test
    void a_number_is_found_by_post_and_only_inside_the_territory() throws Exception {
        browser.perform(post("/izin/cari")
                        .param("number", " " + number.toLowerCase(java.util.Locale.ROOT) + " ")
                        .with(signedIn(officer)))
                .andExpect(redirectedUrl("/izin/" + id));
        Document page = page(
                post("/izin/cari").param("number", number).with(signedIn(actors.kecamatanOfficer("35.07.25"))), 422);
        assertThat(page.select("#number-error").text()).startsWith("Tidak ada izin dengan nomor itu");
        assertThat(page.select("#number").val()).isEqualTo(number);
    }

    @Test
    void the_page_masks_what_is_personal_until_asked_and_writes_the_asking_down() throws Exception {
        Document masked = page(get("/izin/" + id).with(signedIn(officer)), 200);
        assertThat(masked.text()).contains("Keripik Tempe Bu Lastri", "Lastri Handayani", "Izin terbit");
        assertThat(masked.html()).doesNotContain("3599015403790003").doesNotContain("081234567890");

        Document shown =
                page(post("/izin/" + id + "/buka").param("field", "nik").with(signedIn(officer)), 200);

        assertThat(shown.text()).contains("3599015403790003");
        assertThat(shown.html()).doesNotContain("081234567890");
        assertThat(readings()).containsExactly("page", "nik");
    }

    @Test
    void opening_the_sheet_is_written_down() throws Exception {
        browser.perform(get("/izin/" + id + "/lembar.pdf").with(signedIn(officer)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Cache-Control", "no-store"));

        assertThat(readings()).containsExactly("document:sheet-1");
        browser.perform(get("/izin/" + id + "/lembar.pdf?lembar=9").with(signedIn(officer)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_licence_elsewhere_is_not_there() throws Exception {
        Actor elsewhere = actors.camat("35.07.25");
        for (String path : List.of("", "/lembar.pdf", "/cabut")) {
            browser.perform(get("/izin/" + id + path).with(signedIn(elsewhere))).andExpect(status().isNotFound());
        }
        browser.perform(get("/izin/" + id + "/lembar.pdf")).andExpect(status().is3xxRedirection());
    }

    @Test
    void the_head_of_the_dinas_sees_licences_but_opens_no_document() throws Exception {
        Actor head = actors.dinasHead();

        Document page = page(get("/izin/" + id).with(signedIn(head)), 200);

        assertThat(page.select("a[href$=.pdf], form[action$=/buka]")).isEmpty();
        browser.perform(get("/izin/" + id + "/lembar.pdf").with(signedIn(head))).andExpect(status().isForbidden());
        browser.perform(post("/izin/" + id + "/buka").param("field", "nik").with(signedIn(head)))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_form_that_lacks_something_says_what_and_keeps_what_was_typed() throws Exception {
        Document page = page(
                post("/izin/" + id + "/cabut")
                        .param("version", "0")
                        .param("reason", "karena")
                        .with(signedIn(camat)),
                422);

        assertThat(page.select("#ground-error").text()).isEqualTo("Pilih alasan pencabutan.");
        assertThat(page.select("#reason-error").text()).contains("10 huruf");
        assertThat(page.select("#reason").text()).isEqualTo("karena");
        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#reason", "#ground");
    }

    @Test
    void trap_20_on_the_screen_the_refusal_says_how_many_warnings_are_missing() throws Exception {
        Document page = page(
                post("/izin/" + id + "/cabut")
                        .param("version", "0")
                        .param("ground", "BREACH")
                        .param("reason", REASON)
                        .with(signedIn(camat)),
                422);

        assertThat(page.select(".notice-error").text())
                .contains("memerlukan 3 surat peringatan", "yang sudah diberikan 0");
        assertThat(page.select("input[name=ground][checked]").val()).isEqualTo("BREACH");
        assertThat(page.select("#reason").text()).isEqualTo(REASON);
    }

    @Test
    void a_warning_is_given_and_a_second_camat_at_the_same_time_is_told() throws Exception {
        browser.perform(post("/izin/" + id + "/peringatan")
                        .param("version", "0")
                        .param("reason", REASON)
                        .with(signedIn(camat)))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/izin/" + id));

        Document late = page(
                post("/izin/" + id + "/peringatan")
                        .param("version", "0")
                        .param("reason", "Tempat usaha pindah tanpa memberi tahu.")
                        .with(signedIn(actors.camatDelegate(KECAMATAN))),
                409);

        assertThat(late.select(".notice-error").text())
                .contains("baru saja diubah oleh orang lain", "Surat peringatan diberikan", camat.name());
        assertThat(late.select("#reason").text()).isEqualTo("Tempat usaha pindah tanpa memberi tahu.");
        assertThat(late.select("input[name=version]").val()).isEqualTo("1");
        Document licence = page(get("/izin/" + id).with(signedIn(camat)), 200);
        assertThat(licence.select(".badge-warn").text()).contains("Peringatan ke-1");
        String letter = licence.select("a[href*=/surat/]").attr("href");
        browser.perform(get(letter).with(signedIn(officer)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"));
    }

    @Test
    void an_amendment_keeps_nik_and_telephone_that_were_left_empty() throws Exception {
        Document form = page(get("/izin/" + id + "/ubah").with(signedIn(camat)), 200);
        assertThat(form.html()).doesNotContain("3599015403790003");
        MockHttpServletRequestBuilder amend = post("/izin/" + id + "/ubah");
        form.select("form.sheet input[name], form.sheet textarea")
                .forEach(field -> amend.param(
                        field.attr("name"), field.tagName().equals("textarea") ? field.wholeText() : field.val()));

        browser.perform(amend.param("village", "Desa Gunungrejo")
                        .with(request -> {
                            request.setParameter("businessName", "Keripik Lastri Jaya");
                            request.setParameter("reason", "Nama usaha berubah menurut surat pemilik.");
                            return request;
                        })
                        .with(signedIn(camat)))
                .andExpect(status().is3xxRedirection());

        Document page = page(get("/izin/" + id).with(signedIn(camat)), 200);
        assertThat(page.select("h1").text()).isEqualTo("Keripik Lastri Jaya");
        assertThat(page.text()).contains("Lembar ke-2", "Isi izin diubah");
        assertThat(page(post("/izin/" + id + "/buka").param("field", "nik").with(signedIn(camat)), 200)
                        .text())
                .contains("3599015403790003");
    }

    @Test
    void an_officer_at_the_counter_is_offered_only_what_she_may_do() throws Exception {
        Document page = page(get("/izin/" + id).with(signedIn(officer)), 200);

        assertThat(page.select(".panel .actions a").eachText()).containsExactly("Ganti lembar");
        browser.perform(get("/izin/" + id + "/cabut").with(signedIn(officer))).andExpect(status().isForbidden());
    }

    @Test
    void an_enterprise_knows_its_licences_what_happened_to_them_and_is_found_by_a_number() {
        CurrentActor.runAs(officer, () -> {
            assertThat(enterpriseLicences
                            .getFirst()
                            .of(List.of(order.enterprise()))
                            .get(order.enterprise()))
                    .singleElement()
                    .satisfies(line -> assertThat(line.number()).isEqualTo(number));
            assertThat(contributors.stream()
                            .flatMap(contributor -> contributor.entriesOf(order.enterprise()).stream())
                            .filter(entry -> entry.messageKey().equals("licence.timeline.issued")))
                    .hasSize(1);
            assertThat(finders.stream().flatMap(finder -> finder.find(number).stream()))
                    .contains(order.enterprise());
        });
    }

    private List<String> readings() {
        return Sight.system(
                "a test",
                () -> transaction.execute(
                        status -> database.sql("select what from identity.reading where subject = :id order by at, id")
                                .param("id", id.value())
                                .query(String.class)
                                .list()));
    }

    private Document page(MockHttpServletRequestBuilder request, int expected) throws Exception {
        return Jsoup.parse(browser.perform(request)
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
