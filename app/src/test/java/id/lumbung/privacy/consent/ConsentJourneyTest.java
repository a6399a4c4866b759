package id.lumbung.privacy.consent;

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
import id.lumbung.licensing.application.Question;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import id.lumbung.privacy.request.RequestDesk;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
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

/** A person says yes and takes it back; who asks for contacts is told nobody who has not said yes. */
@LumbungTest
class ConsentJourneyTest {
    private static final String KEPANJEN = "35.07.13";
    private static final String NEIGHBOUR = "35.07.14";
    private static final AtomicInteger SERIAL = new AtomicInteger();

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
    private ConsentDesk desk;

    @Autowired
    private ConsentStore store;

    @Autowired
    private RequestDesk requests;

    @Autowired
    private Office office;

    private Actor officer;
    private Answers lastri;
    private String name = "";
    private String person = "";

    @BeforeEach
    void an_entrepreneur_in_the_register() throws Exception {
        officer = actors.kecamatanOfficer(KEPANJEN);
        name = "Lastri Setuju " + (char) ('A' + SERIAL.getAndIncrement());
        lastri = Office.answers(name, "=Keripik Bu Lastri");
        office.handedIn(office.officer(), lastri);
        String to = answer(post("/data-pribadi/persetujuan")
                        .param("nik", lastri.of(Question.NIK))
                        .with(signedIn(officer)))
                .getRedirectedUrl();
        person = Objects.requireNonNull(to).substring(to.lastIndexOf('/') + 1);
    }

    @AfterEach
    void the_clock_goes_back() {
        clock.reset();
    }

    @Test
    void a_yes_puts_her_on_the_list_and_taking_it_back_takes_her_off_at_once() throws Exception {
        assertThat(list()).doesNotContain(name);
        says("TRAINING", "true", "PAPER");
        assertThat(list()).contains(name, "'=Keripik Bu Lastri", "Undangan pelatihan dan pendampingan");

        clock.moveTo(TestClock.START.plus(Duration.ofMinutes(1)));
        says("TRAINING", "false", "SPOKEN");

        assertThat(list()).doesNotContain(name);
        String page = text(get(path()).with(signedIn(officer)));
        assertThat(Jsoup.parse(page)
                        .select("tr:has(th:contains(Undangan pelatihan))")
                        .text())
                .contains("Tidak setuju", "lisan di loket", "UU 27/2022 pasal 20 ayat (2) huruf a");
        assertThat(Jsoup.parse(page).select(".timeline").text())
                .contains("Setuju", "surat bertanda tangan", "menarik persetujuan", "Siti Petugas");
    }

    @Test
    void consent_to_one_purpose_is_none_to_another_and_a_task_of_the_law_needs_none() throws Exception {
        says("SHOWCASE", "true", "SPOKEN");

        assertThat(list()).doesNotContain(name);
        MockHttpServletResponse refused = answer(post(path())
                .param("purpose", "LICENCE_REGISTER")
                .param("given", "false")
                .param("how", "SPOKEN")
                .with(signedIn(officer)));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Pilih tujuannya");
        assertThat(Jsoup.parse(text(get(path()).with(signedIn(officer))))
                        .select("tr:has(th:contains(Daftar usaha))")
                        .text())
                .contains("Tugas menurut undang-undang", "Tidak perlu persetujuan");
    }

    @Test
    void taking_contacts_is_a_reading_of_each_person_with_its_purpose() throws Exception {
        says("TRAINING", "true", "PAPER");

        list();

        assertThat(readings()).contains("contact-list consented:TRAINING");
    }

    @Test
    void an_officer_of_another_kecamatan_neither_sees_nor_changes_her_consent_nor_gets_her_contact() throws Exception {
        says("TRAINING", "true", "PAPER");
        Actor neighbour = actors.kecamatanOfficer(NEIGHBOUR);

        assertThat(answer(get(path()).with(signedIn(neighbour))).getStatus()).isEqualTo(422);
        assertThatThrownBy(() -> CurrentActor.runAs(
                        neighbour,
                        () -> desk.record(
                                UUID.fromString(person),
                                new ConsentDesk.NewStatement("TRAINING", false, "SPOKEN", null, null))))
                .isInstanceOf(Refused.class);
        assertThat(answer(post("/data-pribadi/undangan/unduh")
                                .param("purpose", "TRAINING")
                                .param("region", KEPANJEN)
                                .with(signedIn(neighbour)))
                        .getStatus())
                .isEqualTo(403);
        assertThat(list()).contains(name);
    }

    @Test
    void she_may_ask_for_it_by_a_data_request_and_reads_at_home_where_it_stands() throws Exception {
        says("PARTNERS", "true", "PAPER");
        RequestDesk.Received asked = CurrentActor.runAs(
                officer,
                () -> requests.receive(new RequestDesk.NewRequest(
                        KEPANJEN,
                        "WITHDRAWAL",
                        lastri.of(Question.NIK),
                        name,
                        "Jangan berikan data saya ke bank.",
                        true)));
        Actor protector = actors.dataProtectionOfficer();
        String link = Jsoup.parse(text(get("/data-pribadi/" + asked.id()).with(signedIn(protector))))
                .select("a[href*=persetujuan]")
                .attr("href");
        assertThat(link).endsWith(person + "?permintaan=" + asked.id());
        clock.moveTo(TestClock.START.plus(Duration.ofMinutes(1)));
        CurrentActor.runAs(protector, () -> requests.act(asked.id(), 1, "TAKE", null));
        assertThatThrownBy(() ->
                        CurrentActor.runAs(protector, () -> requests.act(asked.id(), 2, "ANSWER", "Sudah kami tarik.")))
                .as("an answer alone stops nothing")
                .hasMessage("invalid");

        assertThat(answer(post(path())
                                .param("purpose", "PARTNERS")
                                .param("given", "false")
                                .param("how", "REQUEST")
                                .param("permintaan", asked.id().toString())
                                .with(signedIn(protector)))
                        .getStatus())
                .isEqualTo(302);

        CurrentActor.runAs(protector, () -> requests.act(asked.id(), 2, "ANSWER", "Sudah kami tarik."));
        List<ConsentDesk.Line> read = requests.open(asked.code(), lastri.of(Question.NIK))
                .orElseThrow()
                .consents();
        assertThat(read)
                .filteredOn(line -> line.purpose().code().equals("PARTNERS"))
                .allMatch(line -> line.standing() == ConsentDesk.Standing.NOT_GIVEN)
                .hasSize(1);
    }

    @Test
    void a_request_of_somebody_else_is_no_reason() {
        UUID other = CurrentActor.runAs(
                        officer,
                        () -> requests.receive(new RequestDesk.NewRequest(
                                KEPANJEN, "WITHDRAWAL", Office.nik(), "Orang Lain", "Tarik semua.", true)))
                .id();

        assertThatThrownBy(() -> CurrentActor.runAs(
                        officer,
                        () -> desk.record(
                                UUID.fromString(person),
                                new ConsentDesk.NewStatement("TRAINING", false, "REQUEST", null, other))))
                .hasMessage("invalid");
    }

    @Test
    void what_was_said_is_never_changed_by_the_application() {
        assertThatThrownBy(() -> Sight.system(
                        "the test tries",
                        () -> transaction.execute(status -> database.sql("update privacy.consent set given = true")
                                .update())))
                .hasStackTraceContaining("permission denied");
    }

    /** The database counts as the rule does, whatever was said and typed in whichever order. */
    @Test
    void the_database_picks_the_statement_that_the_rule_picks() {
        Random random = new Random(20_261_129);
        UUID who = UUID.fromString(person);
        List<Statement> said = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);

        for (int i = 0; i < 60; i++) {
            Statement next = new Statement(
                    Ids.next(),
                    List.of("TRAINING", "SHOWCASE", "PARTNERS").get(random.nextInt(3)),
                    random.nextBoolean(),
                    Expression.SPOKEN,
                    today.minusDays(random.nextInt(6)),
                    TestClock.START.plusSeconds(random.nextInt(5)),
                    officer.account());
            said.add(next);
            List<Statement> standing = CurrentActor.runAs(officer, () -> {
                store.append(who, KEPANJEN, next, null);
                return store.standing(who);
            });
            for (String purpose : List.of("TRAINING", "SHOWCASE", "PARTNERS")) {
                assertThat(ConsentHistory.counting(standing, purpose).map(Statement::given))
                        .as("after %d statements", i + 1)
                        .isEqualTo(ConsentHistory.counting(said, purpose).map(Statement::given));
            }
        }
    }

    private void says(String purpose, String given, String how) throws Exception {
        MockHttpServletResponse done = answer(post(path())
                .param("purpose", purpose)
                .param("given", given)
                .param("how", how)
                .with(signedIn(officer)));
        assertThat(done.getStatus()).as(done.getContentAsString()).isEqualTo(302);
    }

    private String list() throws Exception {
        return text(post("/data-pribadi/undangan/unduh")
                .param("purpose", "TRAINING")
                .param("region", KEPANJEN)
                .with(signedIn(officer)));
    }

    private List<String> readings() {
        return Sight.system(
                "the test looks",
                () -> transaction.execute(status -> database.sql(
                                "select what || ' ' || purpose from identity.pub_audit_entry where subject = :person")
                        .param("person", UUID.fromString(person))
                        .query(String.class)
                        .list()));
    }

    private String path() {
        return "/data-pribadi/persetujuan/" + person;
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
