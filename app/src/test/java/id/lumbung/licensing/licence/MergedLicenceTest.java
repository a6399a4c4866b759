package id.lumbung.licensing.licence;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.lumbung.LumbungTest;
import id.lumbung.browser.Office;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.application.Answers;
import id.lumbung.licensing.application.Question;
import id.lumbung.platform.Sight;
import id.lumbung.privacy.held.HeldData;
import id.lumbung.privacy.held.HeldReport;
import id.lumbung.registry.BusinessFacts;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.IncomingRecord;
import id.lumbung.registry.LicenceLine;
import id.lumbung.registry.Nik;
import id.lumbung.registry.OwnerFacts;
import id.lumbung.registry.Registry;
import id.lumbung.registry.SourceKind;
import id.lumbung.registry.search.EnterpriseSearch;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A licence stays with what it was given to, and is found and shown with what that became part of. */
@LumbungTest
class MergedLicenceTest {
    @Autowired
    private Office office;

    @Autowired
    private Registry registry;

    @Autowired
    private EnterpriseSearch search;

    @Autowired
    private HeldData held;

    @Autowired
    private TestActors people;

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Office.Person camat;
    private Actor dinas;
    private EnterpriseId older;
    private EnterpriseId licensed;
    private LicenceId licence;
    private String number;
    private Answers answers;

    @BeforeEach
    void one_of_a_census_and_the_same_with_a_licence() {
        Office.Person officer = office.officer();
        camat = office.camat();
        dinas = people.dinasOfficer();
        older = Sight.system("a test", () -> registry.admit(census("Wagini"), null));
        answers = Office.answers("Wagini", "Jenang Bu Wagini").with(Question.NIK, Office.nik());
        licence = office.issued(officer, office.delegate(), camat, answers);
        number = Sight.system(
                "a test",
                () -> transaction.execute(status -> database.sql("select number from licensing.licence where id = :id")
                        .param("id", licence.value())
                        .query(String.class)
                        .single()));
        licensed = new EnterpriseId(Sight.system(
                "a test",
                () -> transaction.execute(
                        status -> database.sql("select enterprise from licensing.licence where id = :id")
                                .param("id", licence.value())
                                .query(UUID.class)
                                .single())));
    }

    @Test
    void one_with_a_licence_in_force_should_survive_the_older_until_it_is_revoked() {
        assertThat(asDinas(() -> registry.shouldSurvive(older, licensed))).isEqualTo(licensed);
        assertThat(asDinas(() -> registry.shouldSurvive(licensed, older))).isEqualTo(licensed);

        office.revoke(camat, licence);

        assertThat(asDinas(() -> registry.shouldSurvive(older, licensed))).isEqualTo(older);
        assertThat(asDinas(() -> registry.shouldSurvive(licensed, older))).isEqualTo(older);
    }

    @Test
    void the_licence_of_the_merged_one_is_shown_and_found_with_the_survivor() throws Exception {
        asDinas(() -> registry.merge(older, licensed, "pemilik dan usahanya sama"));

        assertThat(asDinas(() -> registry.licencesOf(List.of(older, licensed))))
                .containsOnlyKeys(older)
                .satisfies(lines -> assertThat(lines.get(older))
                        .extracting(LicenceLine::number)
                        .containsExactly(number));
        assertThat(asDinas(() -> search.search(number)).found())
                .extracting(found -> found.line().id())
                .containsExactly(older);
        assertThat(read("/usaha/" + older)).contains(number, "Jenang Bu Wagini", "Wagini");
        assertThat(read("/izin/" + licence)).contains(number);
        assertThat(browser.perform(get("/usaha/" + licensed).with(signedIn(dinas)))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/usaha/" + older);
    }

    @Test
    void a_person_is_told_the_whole_with_all_numbers_and_the_licence() {
        asDinas(() -> registry.merge(older, licensed, "pemilik dan usahanya sama"));
        Nik nik = new Nik(answers.of(Question.NIK));
        String survivor = asDinas(() -> registry.find(older).orElseThrow().number());

        HeldReport report =
                held.of(Sight.system("a test", () -> registry.personWith(nik)).orElseThrow(), nik);

        assertThat(report.sections())
                .filteredOn(section -> section.category().equals("business"))
                .singleElement()
                .satisfies(section -> assertThat(section.about()).contains(survivor, ", LB-"));
        assertThat(report.sections())
                .filteredOn(section -> section.category().equals("licence"))
                .singleElement()
                .satisfies(section -> assertThat(section.about()).isEqualTo(number));
        assertThat(report.sections()).anyMatch(section -> section.category().equals("application"));
    }

    private String read(String path) throws Exception {
        return Jsoup.parse(browser.perform(get(path).with(signedIn(dinas)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .text();
    }

    private <T> T asDinas(java.util.function.Supplier<T> work) {
        return CurrentActor.runAs(dinas, work);
    }

    private static IncomingRecord census(String owner) {
        return new IncomingRecord(
                SourceKind.CENSUS,
                UUID.randomUUID().toString(),
                "35.07.13.2012",
                LocalDate.of(2025, 6, 1),
                new OwnerFacts(owner, null, "lupa", null, null, null, null, null, null, null, null, null, false),
                new BusinessFacts(
                        "Jenang Wagini",
                        false,
                        "35.07.13.2012",
                        "35.07.13",
                        "Jl. Kawi 17",
                        null,
                        null,
                        null,
                        null,
                        "INDIVIDUAL",
                        "OWN",
                        "membuat jenang",
                        List.of(),
                        Set.of("kuliner-olahan"),
                        null),
                List.of());
    }
}
