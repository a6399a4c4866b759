package id.lumbung.licensing.application;

import static id.lumbung.licensing.application.ApplicationFixtures.aKeripikMaker;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.licence.Licences;
import id.lumbung.licensing.regime.AttachmentKind;
import id.lumbung.licensing.regime.Deadline;
import id.lumbung.licensing.regime.DeadlineEffect;
import id.lumbung.licensing.regime.LicenceForm;
import id.lumbung.licensing.regime.NumberFormat;
import id.lumbung.licensing.regime.Procedure;
import id.lumbung.licensing.regime.RegimeVersion;
import id.lumbung.licensing.regime.Regimes;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LumbungTest
class DeadlineWatchTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private Applications applications;

    @Autowired
    private Attachments attachments;

    @Autowired
    private DeadlineWatch watch;

    @Autowired
    private WorkList workList;

    @Autowired
    private CaseStore store;

    @Autowired
    private Regimes regimes;

    @Autowired
    private Licences licences;

    @Autowired
    private TestActors people;

    @Autowired
    private TestClock clock;

    private String kecamatan;
    private Actor officer;
    private Actor camat;

    /** Each test has a kecamatan to itself, so that its work list is its own. */
    @BeforeEach
    void people() {
        kecamatan = "35.07." + (25 + COUNT.getAndIncrement());
        officer = people.kecamatanOfficer(kecamatan);
        camat = people.camat(kecamatan);
    }

    @AfterEach
    void time() {
        clock.reset();
    }

    @Test
    void a_late_case_is_escalated_once_and_comes_first() throws Exception {
        UUID late = handedIn("IUMK");
        clock.moveTo(LocalDate.of(2026, 11, 26));
        watch.run();
        assertThat(as(camat, () -> applications.get(late)).progress().escalatedAt())
                .as("the last day is still in time")
                .isNull();

        clock.moveTo(LocalDate.of(2026, 11, 27));
        twiceAtOnce(watch::run);
        watch.run();

        assertThat(as(camat, () -> store.eventsOf(late)))
                .filteredOn(event -> event.action().equals(DeadlineWatch.ESCALATE))
                .singleElement()
                .satisfies(event -> assertThat(event.actor()).isNull());
        UUID fresh = handedIn("IUMK");
        assertThat(as(camat, () -> workList.waiting(camat, null)))
                .extracting(WorkList.Line::id)
                .containsSubsequence(late, fresh);
    }

    @Test
    void where_silence_grants_the_licence_is_issued_by_the_system_with_the_reason() throws Exception {
        RegimeVersion iumk = regimes.get("IUMK", 1);
        Procedure procedure = iumk.procedure();
        regimes.write(
                new RegimeVersion(
                        "IUMK-DIAM",
                        0,
                        iumk.name(),
                        iumk.kind(),
                        iumk.from(),
                        null,
                        iumk.basis(),
                        new Procedure(
                                procedure.states(),
                                procedure.transitions(),
                                procedure.attachments(),
                                new Deadline(2, DeadlineEffect.DEEMED_APPROVAL, null)),
                        iumk.grounds(),
                        new LicenceForm(
                                iumk.licence().title(),
                                new NumberFormat(iumk.licence().number().template(), "503", "DIAM"),
                                null,
                                iumk.licence().signatoryTitle(),
                                iumk.licence().onBehalf())),
                camat.account());
        UUID id = handedIn("IUMK-DIAM");
        clock.moveTo(LocalDate.of(2026, 11, 27));

        twiceAtOnce(watch::run);

        Case granted = as(camat, () -> applications.get(id));
        assertThat(granted.progress().state()).isEqualTo("ISSUED");
        assertThat(as(camat, () -> licences.ofApplication(id))).isPresent();
        assertThat(as(camat, () -> store.eventsOf(id)).getLast()).satisfies(event -> {
            assertThat(event.actor()).isNull();
            assertThat(event.note()).isEqualTo(DeadlineWatch.SILENCE);
        });
    }

    @Test
    void a_work_list_is_read_page_by_page_without_losing_or_repeating_a_case() {
        for (int i = 0; i < WorkList.PAGE + 3; i++) {
            handedIn("IUMK");
        }

        var first = as(camat, () -> workList.waiting(camat, null));
        assertThat(first).hasSize(WorkList.PAGE + 1);
        var after = WorkList.After.read(
                WorkList.After.of(first.get(WorkList.PAGE - 1)).toString());
        var second = as(camat, () -> workList.waiting(camat, after));

        assertThat(second).isNotEmpty();
        assertThat(first.subList(0, WorkList.PAGE)).doesNotContainAnyElementsOf(second);
        assertThat(second.getFirst()).isEqualTo(first.getLast());
    }

    private static void twiceAtOnce(Runnable work) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Runnable waiting = () -> {
            try {
                go.await();
                work.run();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
        Thread one = Thread.ofVirtual().start(waiting);
        Thread other = Thread.ofVirtual().start(waiting);
        go.countDown();
        one.join();
        other.join();
    }

    private UUID handedIn(String regime) {
        return as(officer, () -> {
            UUID id = applications.begin(
                    kecamatan,
                    regime,
                    aKeripikMaker().with(Question.PREMISES, "ITINERANT").with(Question.VILLAGE));
            Case draft = applications.get(id);
            for (AttachmentKind kind : draft.regime().procedure().attachments()) {
                if (kind.required()) {
                    attachments.attach(draft, kind, ApplicationFixtures.jpeg(200, 300));
                }
            }
            applications.handIn(id);
            return id;
        });
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return CurrentActor.runAs(actor, work);
    }
}
