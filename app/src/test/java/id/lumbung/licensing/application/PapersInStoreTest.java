package id.lumbung.licensing.application;

import static id.lumbung.identity.TestActors.signedIn;
import static id.lumbung.licensing.application.ApplicationFixtures.KEPANJEN;
import static id.lumbung.licensing.application.ApplicationFixtures.aKeripikMaker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungStoreTest;
import id.lumbung.TestStore;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import id.lumbung.platform.Outage;
import id.lumbung.platform.Sight;
import id.lumbung.platform.document.DocumentStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;

/** From the first paper to the licence with documents in an S3 store, and what people see while it is away. */
@LumbungStoreTest
class PapersInStoreTest {
    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors people;

    @Autowired
    private DocumentStore documents;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private final TestStore store = TestStore.shared();
    private boolean away;
    private Actor officer;
    private Actor camat;

    @BeforeEach
    void people() {
        officer = people.kecamatanOfficer(KEPANJEN);
        camat = people.camat(KEPANJEN);
    }

    @AfterEach
    void bringBack() {
        if (away) {
            store.comeBack();
            documents.probe();
        }
    }

    @Test
    void papers_and_the_licence_go_to_the_store_and_come_back_from_it() throws Exception {
        long before = objects();
        UUID id = draft();
        handIn(id);
        assertThat(objects()).as("four papers, two of them the same picture").isGreaterThan(before);
        decide(id, "verify");
        decide(id, "issue");

        String licence = review(id, camat).select("a[href^=/izin/]").attr("href");
        byte[] sheet = browser.perform(get(licence + "/lembar.pdf").with(signedIn(camat)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(new String(sheet, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(named()).isNotEmpty().allMatch(name -> Files.exists(file(name)));
        for (String name : named()) {
            assertThat(Files.readString(file(name), StandardCharsets.ISO_8859_1))
                    .as("sealed")
                    .doesNotContain("%PDF", "JFIF");
        }
    }

    @Test
    void while_the_store_is_away_people_are_told_so_and_nothing_is_half_done() throws Exception {
        UUID id = draft();
        upload(id, "KTP", 400).andExpect(status().isOk());
        String paper = form(id).select("img[src*=lampiran]").attr("src");
        List<String> before = named();
        leave();

        MvcResult refused = upload(id, "KTP", 410)
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", String.valueOf(Outage.DOCUMENTS_AWAY.retryAfterSeconds())))
                .andReturn();
        assertThat(page(refused).select("main").text())
                .contains("Tempat penyimpanan dokumen", "tidak ada yang dilakukan");
        browser.perform(get(paper).with(signedIn(officer))).andExpect(status().isServiceUnavailable());
        browser.perform(get("/health/ready")).andExpect(status().isServiceUnavailable());
        browser.perform(get("/health/live")).andExpect(status().isOk());
        assertThat(form(id).select("img[src*=lampiran]").attr("src")).isEqualTo(paper);
        assertThat(named()).isEqualTo(before);

        store.comeBack();
        documents.probe();
        away = false;
        browser.perform(get(paper).with(signedIn(officer))).andExpect(status().isOk());
        upload(id, "KTP", 410).andExpect(status().isOk());
        assertThat(named()).hasSize(before.size() + 1).allMatch(name -> Files.exists(file(name)));
    }

    @Test
    void a_licence_that_is_issued_while_the_store_is_away_never_names_a_sheet_that_is_not_kept() throws Exception {
        UUID id = draft();
        handIn(id);
        decide(id, "verify");
        String version = review(id, camat).select("input[name=version]").val();
        leave();

        int answer = act(id, "issue", version).getResponse().getStatus();

        assertThat(answer).isIn(302, 303, 503);
        assertThat(named()).allMatch(name -> Files.exists(file(name)));
        store.comeBack();
        documents.probe();
        away = false;
        if (answer == 503) {
            decide(id, "issue");
        }
        assertThat(review(id, camat).select(".badge-ok").text()).isEqualTo("Izin terbit");
        assertThat(named()).allMatch(name -> Files.exists(file(name)));
    }

    private void leave() {
        away = true;
        store.kill();
    }

    /** Every document that a row names. */
    private List<String> named() {
        return Sight.system(
                "what rows name in a test",
                () -> transaction.execute(
                        status -> database.sql("""
                        select document from licensing.attachment
                        union
                        select pdf_document from licensing.licence_sheet where pdf_document <> repeat('0', 64)
                        order by 1
                        """).query(String.class).list()));
    }

    private Path file(String document) {
        return store.bucket().resolve(TestStore.PREFIX).resolve(document);
    }

    private long objects() throws Exception {
        Path folder = store.bucket().resolve(TestStore.PREFIX);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
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

    private org.springframework.test.web.servlet.ResultActions upload(UUID id, String kind, int width)
            throws Exception {
        return browser.perform(multipart("/permohonan/" + id + "/lampiran/" + kind)
                .file(photo(kind, width))
                .with(signedIn(officer)));
    }

    private void handIn(UUID id) throws Exception {
        var request = multipart("/permohonan/" + id + "/ajukan");
        request.param("version", "1");
        aKeripikMaker()
                .values()
                .forEach((question, values) -> request.param(question.field(), values.toArray(String[]::new)));
        for (String kind : List.of("KTP", "KK", "SURAT_PENGANTAR", "FOTO")) {
            request.file(photo(kind, 400 + kind.length()));
        }
        browser.perform(request.with(signedIn(officer))).andExpect(status().is3xxRedirection());
    }

    private static MockMultipartFile photo(String kind, int width) {
        return new MockMultipartFile(kind, "foto.jpg", "image/jpeg", ApplicationFixtures.jpeg(width, 600));
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
        MvcResult done =
                act(id, action, review(id, camat).select("input[name=version]").val());
        assertThat(done.getResponse().getStatus()).isBetween(300, 399);
    }

    private MvcResult act(UUID id, String action, String version) throws Exception {
        return browser.perform(post("/permohonan/" + id + "/tindakan")
                        .param("version", version)
                        .param("action", action)
                        .with(signedIn(camat)))
                .andReturn();
    }

    private static Document page(MvcResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
