package id.lumbung.privacy.retention;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.browser.Office;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.application.Answers;
import id.lumbung.licensing.application.Applications;
import id.lumbung.licensing.application.Question;
import id.lumbung.licensing.licence.LicenceId;
import id.lumbung.platform.Sight;
import id.lumbung.platform.document.DocumentRemoval;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.privacy.request.RequestDesk;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.Registry;
import id.lumbung.security.Ground;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** What lies beyond its time goes, with its bytes and with a proof; unless it is held, or the office has not decided. */
@LumbungTest
class DisposalTest {
    private static final String KEPANJEN = "35.07.13";
    /** Of its own in each test, since the same content is kept once. */
    private static final AtomicInteger WIDTH = new AtomicInteger(301);

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DocumentStore documents;

    @Autowired
    private DocumentRemoval removal;

    @Autowired
    private DisposalJob night;

    @Autowired
    private RetentionDesk desk;

    @Autowired
    private HoldDesk holds;

    @Autowired
    private RequestDesk requests;

    @Autowired
    private Office office;

    @Autowired
    private Registry registry;

    @Autowired
    private Applications applications;

    @Autowired
    private Ground ground;

    private Office.Person officer;
    private Actor administrator;
    private Actor protector;

    @BeforeEach
    void an_office() {
        officer = office.officer();
        administrator = actors.administrator();
        protector = actors.dataProtectionOfficer();
    }

    @AfterEach
    void the_clock_goes_back() {
        clock.reset();
    }

    private record Paper(UUID application, String document) {}

    private void decided(String code, int days) {
        CurrentActor.runAs(
                administrator,
                () -> desk.decide(code, new RetentionDesk.Decision(days, null, "Perbup 12/2026 lampiran II nomor 4")));
    }

    private void later(int days) {
        clock.moveTo(TestClock.START.plus(Duration.ofDays(days)));
        night.run();
    }

    private UUID draft(Answers answers) {
        return CurrentActor.runAs(officer.actor(), () -> applications.begin(KEPANJEN, "IUMK", answers));
    }

    /** Refused by the camat, with one picture as all of its papers. */
    private Paper refused(Answers answers, byte[] picture) {
        UUID application = CurrentActor.runAs(officer.actor(), () -> {
            UUID id = applications.begin(KEPANJEN, "IUMK", answers);
            applications.papersNeeded(id).forEach(kind -> applications.attach(id, kind, picture));
            applications.handIn(id);
            return id;
        });
        CurrentActor.runAs(
                office.camat().actor(),
                () -> applications.act(application, "refuse", "Lokasi di sempadan sungai.", "PLACE", Map.of()));
        return new Paper(application, documentsOf(application).getFirst());
    }

    private static byte[] picture() {
        return Office.picture(WIDTH.incrementAndGet(), 240);
    }

    @Test
    void a_proposal_takes_nothing_away_however_long_ago() {
        long undecided = CurrentActor.runAs(protector, () -> desk.overview().classes()).stream()
                .filter(line ->
                        line.code().equals("LICENCE_REGISTER") || line.code().equals("AUDIT"))
                .filter(line -> !line.decided() && line.days() == null)
                .count();
        assertThat(undecided).isEqualTo(2);
        assertThat(RetentionClass.inForce(
                        List.of(new RetentionClass(
                                "X",
                                1,
                                LocalDate.EPOCH,
                                "",
                                "",
                                RetentionEvent.CASE_CHANGED,
                                RetentionEffect.ERASE_DRAFT,
                                1,
                                "usulan",
                                null,
                                TestClock.START)),
                        LocalDate.of(2026, 11, 24)))
                .isEmpty();
    }

    @Test
    void a_draft_nobody_handed_in_loses_what_was_typed_and_keeps_its_number() throws Exception {
        decided("DRAFT", 180);
        UUID draft = draft(Office.answers("Wagirah Terlupa", "Lupis Bu Wagirah Terlupa"));
        byte[] picture = picture();
        CurrentActor.runAs(officer.actor(), () -> applications.attach(draft, "KTP", picture));
        String document = documentsOf(draft).getFirst();
        String receipt = receiptOf(draft);

        later(179);
        assertThat(page("/permohonan/" + draft + "/isi", officer.actor()).getStatus())
                .isNotEqualTo(422);
        later(180);

        assertThat(page("/permohonan/" + draft, officer.actor()).getStatus()).isEqualTo(422);
        assertThat(page("/permohonan", officer.actor()).getContentAsString()).doesNotContain("Wagirah");
        assertThat(rows("select owner_name || business_name || coalesce(village_code, '') from licensing.application"
                        + " where id = '" + draft + "'"))
                .containsExactly("");
        assertThat(rows("select label || ' ' || class_code || ' ' || effect || ' ' || items || ' ' || documents[1]"
                        + " from privacy.disposal where application = '" + draft + "'"))
                .containsExactly(receipt + " DRAFT ERASE_DRAFT 2 " + document);
        assertThat(rows("select d::text from privacy.disposal d where application = '" + draft + "'"))
                .allMatch(row -> !row.contains("Wagirah"));
        assertThat(rows("select distinct action || ' ' || record from identity.audit_entry where record in"
                        + " ('privacy.disposal', 'licensing.attachment', 'licensing.application') and subject = '"
                        + draft
                        + "'"))
                .contains("INSERT privacy.disposal", "UPDATE licensing.attachment", "UPDATE licensing.application");
        assertThat(documents.has(document)).as("a day of patience for back-ups").isTrue();

        later(181);
        assertThat(documents.has(document)).isFalse();
        assertThat(rows("select outcome from privacy.document_removal where document = '" + document + "'"))
                .containsExactly("REMOVED");
    }

    @Test
    void the_same_picture_in_two_cases_goes_with_the_last_of_them() {
        decided("PAPERS_NOT_LICENSED", 365);
        byte[] picture = picture();
        Paper first = refused(Office.answers("Orang Pertama", "Usaha Pertama"), picture);
        clock.moveTo(TestClock.START.plus(Duration.ofDays(100)));
        Paper second = refused(Office.answers("Orang Kedua", "Usaha Kedua"), picture);
        assertThat(first.document()).isEqualTo(second.document());

        later(366);
        later(367);
        assertThat(papersLeft(first.application())).isZero();
        assertThat(papersLeft(second.application())).isPositive();
        assertThat(documents.has(second.document())).isTrue();

        later(466);
        later(468);
        assertThat(documents.has(second.document())).isFalse();
        assertThat(rows("select outcome from privacy.document_removal where document = '" + first.document()
                        + "' order by asked_at"))
                .containsExactly("STILL_USED", "REMOVED");
    }

    @Test
    void a_hold_on_the_person_the_enterprise_or_the_case_keeps_everything_until_it_is_lifted() throws Exception {
        decided("PAPERS_NOT_LICENSED", 365);
        Answers person = Office.answers("Orang Ditahan", "Usaha Orang Ditahan");
        Paper byPerson = refused(person, picture());
        Paper byEnterprise = refused(Office.answers("Pemilik Usaha Ditahan", "Usaha Ditahan"), picture());
        Paper byCase = refused(Office.answers("Pemohon Ditahan", "Usaha Pemohon"), picture());
        Paper free = refused(Office.answers("Orang Bebas", "Usaha Bebas"), picture());
        String enterprise = rows("select e.number from registry.enterprise e join licensing.application a"
                        + " on a.enterprise = e.id where a.id = '" + byEnterprise.application() + "'")
                .getFirst();
        List<UUID> placed = new ArrayList<>();
        Map.of(
                        "PERSON", person.of(Question.NIK),
                        "ENTERPRISE", enterprise,
                        "APPLICATION", receiptOf(byCase.application()))
                .forEach((kind, reference) -> placed.add(CurrentActor.runAs(
                        protector,
                        () -> holds.place(new HoldDesk.NewHold(kind, reference, "Sengketa, surat PN 14/2026")))));

        later(400);

        assertThat(papersLeft(free.application())).isZero();
        for (Paper held : List.of(byPerson, byEnterprise, byCase)) {
            assertThat(papersLeft(held.application())).isPositive();
        }
        assertThat(Jsoup.parse(page("/data-pribadi/retensi", protector).getContentAsString())
                        .select("tr:has(th:contains(" + receiptOf(byCase.application()) + "))")
                        .text())
                .contains("Ditahan");
        assertThat(page("/data-pribadi/penahanan", protector).getContentAsString())
                .contains("Sengketa, surat PN 14/2026", enterprise)
                .doesNotContain(person.of(Question.NIK));

        placed.forEach(id -> CurrentActor.runAs(protector, () -> holds.lift(id, "Perkara sudah diputus")));
        later(401);
        for (Paper held : List.of(byPerson, byEnterprise, byCase)) {
            assertThat(papersLeft(held.application())).isZero();
        }
    }

    @Test
    void a_hold_on_an_enterprise_keeps_what_belongs_to_all_that_are_one_with_it() {
        decided("PAPERS_NOT_LICENSED", 365);
        Paper survivor = refused(Office.answers("Pemilik Satu", "Usaha Satu"), picture());
        Paper merged = refused(Office.answers("Pemilik Satu", "Usaha Satu Lagi"), picture());
        Paper free = refused(Office.answers("Orang Bebas", "Usaha Bebas"), picture());
        CurrentActor.runAs(
                actors.dinasOfficer(),
                () -> registry.merge(enterpriseOf(survivor), enterpriseOf(merged), "pemilik dan tempatnya sama"));
        String number = rows("select number from registry.enterprise where id = '" + enterpriseOf(merged) + "'")
                .getFirst();
        UUID hold = CurrentActor.runAs(
                protector, () -> holds.place(new HoldDesk.NewHold("ENTERPRISE", number, "Sengketa, surat PN 14/2026")));

        later(400);

        assertThat(papersLeft(free.application())).isZero();
        assertThat(papersLeft(survivor.application())).isPositive();
        assertThat(papersLeft(merged.application())).isPositive();
        CurrentActor.runAs(protector, () -> holds.lift(hold, "Perkara sudah diputus"));
        later(401);
        assertThat(papersLeft(survivor.application())).isZero();
    }

    private EnterpriseId enterpriseOf(Paper paper) {
        return EnterpriseId.of(
                rows("select enterprise from licensing.application where id = '" + paper.application() + "'")
                        .getFirst());
    }

    @Test
    void papers_go_when_the_licence_has_ended_and_its_sheet_stays() throws Exception {
        decided("PAPERS_LICENCE_ENDED", 730);
        Office.Person camat = office.camat();
        LicenceId licence = office.issued(
                officer, office.delegate(), camat, Office.answers("Mariyam Berizin", "Jamu Mariyam Berizin"));
        UUID application =
                UUID.fromString(rows("select application from licensing.licence where id = '" + licence + "'")
                        .getFirst());
        later(731);
        assertThat(papersLeft(application)).as("its licence is valid").isPositive();

        clock.reset();
        office.revoke(camat, licence);
        later(729);
        assertThat(papersLeft(application)).isPositive();
        later(730);

        assertThat(papersLeft(application)).isZero();
        clock.reset();
        assertThat(page("/izin/" + licence + "/lembar.pdf", camat.actor()).getStatus())
                .isEqualTo(200);
        assertThat(page("/permohonan/" + application, camat.actor()).getStatus())
                .isEqualTo(200);
    }

    @Test
    void a_request_and_its_answer_go_and_the_slip_opens_nothing_any_more() throws Exception {
        decided("DATA_REQUEST", 365);
        Answers answers = Office.answers("Sumirah Penanya", "Warung Sumirah Penanya");
        office.handedIn(officer, answers);
        RequestDesk.Received asked = CurrentActor.runAs(
                officer.actor(),
                () -> requests.receive(new RequestDesk.NewRequest(
                        KEPANJEN, "ACCESS", answers.of(Question.NIK), "Sumirah Penanya", "", true)));
        CurrentActor.runAs(protector, () -> requests.act(asked.id(), 1, "TAKE", null));
        CurrentActor.runAs(protector, () -> requests.act(asked.id(), 2, "ANSWER", "Berikut data Anda."));
        assertThat(requests.open(asked.code(), answers.of(Question.NIK))).isPresent();

        later(365);

        assertThat(requests.open(asked.code(), answers.of(Question.NIK))).isEmpty();
        assertThat(rows("select count(*)::text from privacy.answer where request = '" + asked.id() + "'"))
                .containsExactly("0");
        assertThat(page("/data-pribadi?selesai=true", protector).getContentAsString())
                .contains(asked.number())
                .doesNotContain("Sumirah");
        assertThat(page("/data-pribadi/" + asked.id(), protector).getStatus()).isEqualTo(200);
    }

    /** A table that is forgotten in a DocumentUses would lose its documents. */
    @Test
    void every_column_that_names_documents_is_asked_before_one_is_removed() {
        assertThat(rows("""
                        select table_schema || '.' || table_name || '.' || column_name
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE'
                           and column_name ~ 'document'
                           and c.data_type = 'text'
                           and table_schema not in ('pg_catalog', 'information_schema')
                         order by 1
                        """))
                .as("add it to the DocumentUses of its module, then here")
                .containsExactly(
                        "intake.file_piece.document",
                        "licensing.attachment.document",
                        "licensing.letterhead.document",
                        "licensing.licence_letter.pdf_document",
                        "licensing.licence_sheet.pdf_document",
                        "licensing.regime_version.document_class",
                        "privacy.document_removal.document");
    }

    @Test
    void she_is_told_what_has_gone() {
        decided("PAPERS_NOT_LICENSED", 365);
        Answers answers = Office.answers("Tukinem Diberitahu", "Usaha Tukinem Diberitahu");
        Paper paper = refused(answers, picture());
        later(365);
        clock.reset();
        RequestDesk.Received asked = CurrentActor.runAs(
                officer.actor(),
                () -> requests.receive(new RequestDesk.NewRequest(
                        KEPANJEN, "ACCESS", answers.of(Question.NIK), "Tukinem Diberitahu", "", true)));

        assertThat(CurrentActor.runAs(protector, () -> requests.preview(asked.id()))
                        .sections())
                .filteredOn(section -> section.category().equals("gone"))
                .hasSize(1)
                .allMatch(section -> section.facts().getFirst().value().startsWith(receiptOf(paper.application())));
    }

    @Test
    void nothing_goes_twice_and_a_second_night_finds_nothing() {
        decided("DRAFT", 180);
        UUID draft = draft(Office.answers("Sekali Saja", "Sekali Saja"));

        later(200);
        later(201);
        later(202);

        assertThat(rows("select id::text from privacy.disposal where application = '" + draft + "'"))
                .hasSize(1);
    }

    @Test
    void many_go_in_one_night_each_in_a_transaction_of_its_own() {
        decided("DRAFT", 180);
        int many = Integer.getInteger("lumbung.many", 450);
        UUID draft = draft(Office.answers("Terlupa Banyak", "Terlupa Banyak"));
        String batch = copies(draft, many);

        long begun = System.nanoTime();
        later(200);
        long millis = (System.nanoTime() - begun) / 1_000_000;

        assertThat(rows("select count(*) || ' ' || count(distinct xmin::text) from privacy.disposal where label like '"
                        + batch + "%'"))
                .containsExactly(many + " " + many);
        if (many > 1000) {
            System.out.println(many + " drafts were disposed of in " + millis + " ms");
        }
    }

    @Test
    void what_cannot_be_taken_away_keeps_nothing_after_it_waiting() {
        decided("DRAFT", 180);
        UUID first = draft(Office.answers("Tak Bisa Dihapus", "Tak Bisa Dihapus"));
        String stuck = copies(first, 250);
        UUID last = draft(Office.answers("Paling Akhir", "Paling Akhir"));
        ground.asSuperuser(statement -> {
            statement.execute("update licensing.application set changed_at = changed_at - interval '9 days'"
                    + " where receipt like '" + stuck + "%'");
            statement.execute("create function pg_temp_refuse() returns trigger language plpgsql as"
                    + " $$ begin raise exception 'stuck'; end $$");
            statement.execute("create trigger stuck before update on licensing.application for each row"
                    + " when (old.receipt like '" + stuck + "%') execute function pg_temp_refuse()");
        });
        try {
            later(200);
        } finally {
            ground.asSuperuser(statement -> {
                statement.execute("drop trigger stuck on licensing.application");
                statement.execute("drop function pg_temp_refuse()");
                statement.execute("delete from licensing.application where receipt like '" + stuck + "%'");
            });
        }

        assertThat(rows("select id::text from privacy.disposal where application = '" + last + "'"))
                .hasSize(1);
    }

    /** The same draft many times; how their receipts begin. */
    private String copies(UUID draft, int many) {
        String batch = "U" + UUID.randomUUID().toString().substring(0, 8) + "-";
        ground.asSuperuser(statement -> statement.execute("""
                insert into licensing.application (id, receipt, region_code, regime_code, regime_number, state, version, answers,
                    owner_name, business_name, village_code, entered_by, typed_by, created_at, changed_by, changed_at,
                    clock_phase, clock_used)
                select gen_random_uuid(), '%s' || n, a.region_code, a.regime_code, a.regime_number, a.state, a.version, a.answers,
                       a.owner_name, a.business_name, a.village_code, a.entered_by, a.typed_by, a.created_at, a.changed_by,
                       a.changed_at, a.clock_phase, a.clock_used
                  from licensing.application a, generate_series(1, %d) n
                 where a.id = '%s'
                """.formatted(batch, many, draft)));
        return batch;
    }

    /** The bytes are there, so nothing is written; were they taken away now, the new paper would have none. */
    @Test
    void a_document_that_somebody_is_about_to_name_is_not_taken_away() throws Exception {
        decided("DRAFT", 180);
        byte[] content = ("isi yang sama " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        String document = documents.put(content);
        UUID draft = draft(Office.answers("Pengunggah", "Pengunggah"));

        CompletableFuture<Boolean> removing = Sight.system(
                "the test uploads",
                () -> transaction.execute(status -> {
                    documents.put(content);
                    CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> removal.remove(document));
                    assertThatThrownBy(() -> other.get(400, TimeUnit.MILLISECONDS))
                            .isInstanceOf(TimeoutException.class);
                    database.sql("""
                                    insert into licensing.attachment (id, application, region_code, kind, document,
                                        content_type, bytes, pages, uploaded_by, uploaded_at)
                                    values (gen_random_uuid(), :application, '35.07.13', 'KTP', :document, 'image/jpeg', 1,
                                        1, :by, now())
                                    """)
                            .param("application", draft)
                            .param("document", document)
                            .param("by", officer.actor().account())
                            .update();
                    return other;
                }));

        assertThat(removing.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(documents.get(document)).isEqualTo(content);
    }

    @Test
    void who_decides_is_told_how_many_will_go_and_not_whose() throws Exception {
        UUID draft = draft(Office.answers("Waginem Tak Terlihat", "Waginem Tak Terlihat"));
        clock.moveTo(TestClock.START.plus(Duration.ofDays(300)));

        RetentionDesk.ClassLine line = CurrentActor.runAs(administrator, () -> desk.get("DRAFT"));

        assertThat(line.due()).isPositive();
        assertThat(page("/data-pribadi/retensi", administrator).getContentAsString())
                .doesNotContain("Waginem", receiptOf(draft));
        assertThat(page("/data-pribadi/penahanan", administrator).getStatus()).isEqualTo(403);
    }

    @Test
    void only_an_administrator_of_the_whole_decides_and_only_with_a_source() throws Exception {
        assertThat(answer(post("/data-pribadi/retensi/DRAFT")
                                .param("days", "90")
                                .param("source", "Perbup 12/2026 lampiran II")
                                .with(signedIn(protector)))
                        .getStatus())
                .isEqualTo(403);
        assertThat(page("/data-pribadi/retensi", officer.actor()).getStatus()).isEqualTo(403);
        MockHttpServletResponse bare = answer(post("/data-pribadi/retensi/DRAFT")
                .param("days", "0")
                .param("validFrom", "2020-01-01")
                .param("source", "")
                .with(signedIn(administrator)));
        assertThat(bare.getStatus()).isEqualTo(422);
        assertThat(bare.getContentAsString()).contains("1 sampai 36500", "mulai hari ini", "sedikitnya 10 huruf");

        assertThat(answer(post("/data-pribadi/retensi/AUDIT")
                                .param("source", "Perbup 12/2026 lampiran II nomor 9")
                                .with(signedIn(administrator)))
                        .getStatus())
                .isEqualTo(302);
        assertThat(Jsoup.parse(page("/data-pribadi/retensi", administrator).getContentAsString())
                        .select("tr:has(th:contains(Catatan siapa membuka))")
                        .text())
                .contains("Perbup 12/2026 lampiran II nomor 9")
                .doesNotContain("Usulan");
    }

    @Test
    void a_hold_without_reason_or_of_nothing_is_refused_and_is_lifted_once() throws Exception {
        MockHttpServletResponse bare = answer(post("/data-pribadi/penahanan")
                .param("kind", "APPLICATION")
                .param("reference", "PM-35.07.13-2020-99999")
                .param("reason", "")
                .with(signedIn(protector)));
        assertThat(bare.getStatus()).isEqualTo(422);
        assertThat(bare.getContentAsString()).contains("tidak ditemukan", "Tulis alasannya");
        String receipt = receiptOf(draft(Office.answers("Orang Draf", "Usaha Draf")));
        UUID hold = CurrentActor.runAs(
                protector, () -> holds.place(new HoldDesk.NewHold("APPLICATION", receipt, "Pemeriksaan Inspektorat")));

        CurrentActor.runAs(protector, () -> holds.lift(hold, "Pemeriksaan selesai"));

        assertThatThrownBy(() -> CurrentActor.runAs(protector, () -> holds.lift(hold, "Pemeriksaan selesai")))
                .hasMessage("hold-already-lifted");
        assertThat(answer(post("/data-pribadi/penahanan")
                                .param("kind", "APPLICATION")
                                .param("reference", receipt)
                                .param("reason", "Pemeriksaan Inspektorat")
                                .with(signedIn(officer.actor())))
                        .getStatus())
                .isEqualTo(403);
    }

    private List<String> documentsOf(UUID application) {
        return rows("select document from licensing.attachment where application = '" + application + "' order by id");
    }

    private String receiptOf(UUID application) {
        return rows("select receipt from licensing.application where id = '" + application + "'")
                .getFirst();
    }

    private int papersLeft(UUID application) {
        return Integer.parseInt(rows("select count(*)::text from licensing.attachment where application = '"
                        + application + "' and disposed_at is null")
                .getFirst());
    }

    private List<String> rows(String sql) {
        List<String> found = new ArrayList<>();
        ground.asSuperuser(statement -> {
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        });
        return found;
    }

    private MockHttpServletResponse page(String path, Actor actor) throws Exception {
        return answer(get(path).with(signedIn(actor)));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
