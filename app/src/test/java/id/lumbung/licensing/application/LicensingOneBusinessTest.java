package id.lumbung.licensing.application;

import static id.lumbung.licensing.application.ApplicationFixtures.KEPANJEN;
import static id.lumbung.licensing.application.ApplicationFixtures.aKeripikMaker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.application.CaseSteps.Acted;
import id.lumbung.licensing.application.CaseSteps.Given;
import id.lumbung.licensing.licence.Licences;
import id.lumbung.licensing.regime.AttachmentKind;
import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of one application through the office of a kecamatan. */
@LumbungTest
class LicensingOneBusinessTest {
    private static final Given NOTHING = new Given(null, null, List.of());

    @Autowired
    private Applications applications;

    @Autowired
    private Attachments attachments;

    @Autowired
    private CaseSteps steps;

    @Autowired
    private CaseStore store;

    @Autowired
    private Licences licences;

    @Autowired
    private TestActors people;

    @Autowired
    private TestClock clock;

    private Actor officer;
    private Actor camat;

    @BeforeEach
    void people() {
        officer = people.kecamatanOfficer(KEPANJEN);
        camat = people.camat(KEPANJEN);
    }

    @AfterEach
    void time() {
        clock.reset();
    }

    @Test
    void goes_from_the_counter_to_the_licence() {
        UUID id = handedIn(aKeripikMaker());

        Case submitted = as(officer, () -> applications.get(id));
        assertThat(submitted.progress().state()).isEqualTo("SUBMITTED");
        assertThat(submitted.progress().dueOn()).isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(submitted.enterprise()).isNotNull();

        act(camat, id, "verify", NOTHING);
        act(camat, id, "issue", NOTHING);

        Case issued = as(camat, () -> applications.get(id));
        assertThat(issued.progress().state()).isEqualTo("ISSUED");
        assertThat(issued.licence()).isNotNull();
        assertThat(as(camat, () -> licences.ofApplication(id)))
                .hasValueSatisfying(
                        licence -> assertThat(licence.number()).matches("503/IUMK/\\d{3}/35\\.07\\.13/XI/2026"));
        assertThat(as(camat, () -> store.eventsOf(id)))
                .extracting(CaseEvent::action)
                .containsExactly("submit", "verify", "issue");
    }

    @Test
    void who_entered_it_cannot_also_verify_it() {
        UUID id = handedIn(aKeripikMaker());

        assertThatThrownBy(() -> act(officer, id, "verify", NOTHING))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(ApplicationProblem.SECOND_PERSON_NEEDED));
        Actor colleague = people.kecamatanOfficer(KEPANJEN);
        act(colleague, id, "verify", NOTHING);
        assertThatThrownBy(() -> act(colleague, id, "issue", NOTHING)).isInstanceOf(Refused.class);
    }

    @Test
    void who_corrected_it_is_no_second_person_either() {
        UUID id = handedIn(aKeripikMaker());
        act(camat, id, "return", new Given(null, null, List.of(new CaseEvent.Correction("KTP", "Foto KTP buram."))));
        Actor colleague = people.kecamatanOfficer(KEPANJEN);
        as(
                colleague,
                () -> applications.handIn(
                        id,
                        applications.get(id).version(),
                        applications.get(id).answers().with(Question.ADDRESS, "Jl. Kawi 19")));

        assertThat(as(officer, () -> applications.get(id)).progress().state()).isEqualTo("SUBMITTED");
        assertThatThrownBy(() -> act(colleague, id, "verify", NOTHING)).isInstanceOf(Refused.class);
        act(people.kecamatanOfficer(KEPANJEN), id, "verify", NOTHING);
    }

    @Test
    void the_clock_stands_while_the_file_is_returned() {
        UUID id = handedIn(aKeripikMaker());
        clock.moveTo(LocalDate.of(2026, 11, 25));
        act(camat, id, "return", new Given(null, null, List.of(new CaseEvent.Correction("KTP", "Foto KTP buram."))));

        assertThat(as(officer, () -> applications.get(id)).progress().dueOn()).isNull();

        clock.moveTo(LocalDate.of(2026, 12, 4));
        as(
                officer,
                () -> applications.handIn(
                        id, applications.get(id).version(), applications.get(id).answers()));

        Case again = as(officer, () -> applications.get(id));
        assertThat(again.progress().clock().used()).isEqualTo(1);
        assertThat(again.progress().dueOn()).isEqualTo(LocalDate.of(2026, 12, 7));
        assertThat(again.progress().submissions()).isEqualTo(2);
    }

    @Test
    void two_reviewers_at_once_do_not_overwrite_each_other() {
        UUID id = handedIn(aKeripikMaker());
        int read = as(camat, () -> applications.get(id)).version();
        act(people.camatDelegate(KEPANJEN), id, "verify", NOTHING);

        Acted late = as(camat, () -> steps.act(id, read, "refuse", new Given("Tidak sesuai", "PLACE", List.of())));

        assertThat(late)
                .isInstanceOfSatisfying(
                        Acted.Stale.class,
                        stale -> assertThat(stale.now().progress().state()).isEqualTo("VERIFIED"));
    }

    @Test
    void a_refusal_needs_a_ground_and_words() {
        UUID id = handedIn(aKeripikMaker());
        int version = as(camat, () -> applications.get(id)).version();

        Acted refused = as(camat, () -> steps.act(id, version, "refuse", NOTHING));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Acted.Incomplete.class,
                        incomplete -> assertThat(incomplete.problems().all())
                                .extracting(FieldProblem::field)
                                .containsExactlyInAnyOrder("note", "ground"));
        act(camat, id, "refuse", new Given("Lokasi di sempadan sungai.", "PLACE", List.of()));
        assertThat(as(camat, () -> applications.get(id)).progress().state()).isEqualTo("REFUSED");
    }

    @Test
    void another_kecamatan_does_not_even_see_it() {
        UUID id = handedIn(aKeripikMaker());
        Actor stranger = people.camat("35.07.14");

        assertThatThrownBy(() -> as(stranger, () -> applications.get(id)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(ApplicationProblem.APPLICATION_NOT_FOUND));
    }

    @Test
    void an_incomplete_application_keeps_everything_and_says_all_that_is_missing() {
        UUID id = as(officer, () -> applications.begin(KEPANJEN, "IUMK", Answers.NONE));
        Answers typed = Answers.NONE
                .with(Question.NIK, "350713540379000")
                .with(Question.OWNER_NAME, "Lastri")
                .with(Question.CAPITAL, "dua juta");

        Saved saved = as(officer, () -> applications.handIn(id, 1, typed));

        assertThat(saved).isInstanceOfSatisfying(Saved.Incomplete.class, incomplete -> {
            assertThat(incomplete.problems().all())
                    .extracting(FieldProblem::field)
                    .contains("nik", "capital", "businessName", "phone", "KTP", "KK", "SURAT_PENGANTAR", "FOTO");
            assertThat(incomplete.now().answers()).isEqualTo(typed);
        });
        assertThat(as(officer, () -> applications.get(id)).answers()).isEqualTo(typed);
    }

    private UUID handedIn(Answers answers) {
        return as(officer, () -> {
            UUID id = applications.begin(KEPANJEN, "IUMK", answers);
            Case draft = applications.get(id);
            for (AttachmentKind kind : draft.regime().procedure().attachments()) {
                if (kind.required()) {
                    assertThat(attachments.attach(draft, kind, ApplicationFixtures.jpeg(400, 600)))
                            .isEmpty();
                }
            }
            Saved saved = applications.handIn(id, draft.version(), answers);
            assertThat(saved).isInstanceOf(Saved.HandedIn.class);
            return id;
        });
    }

    private void act(Actor actor, UUID id, String action, Given given) {
        Acted acted = as(actor, () -> steps.act(id, applications.get(id).version(), action, given));
        assertThat(acted).isInstanceOf(Acted.Done.class);
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return CurrentActor.runAs(actor, work);
    }
}
