package id.lumbung.licensing.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Role;
import id.lumbung.platform.Refused;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LumbungTest
class IumkRegimeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    private Regimes regimes;

    @Autowired
    private JdbcClient database;

    /** Everything a case can be: state, clock, and what has happened to it. */
    record Place(String state, CaseClock.Phase phase, int issued, boolean decidedByWhoEntered) {}

    @Test
    void the_seeded_regimes_are_sound() {
        for (String code : regimes.codes()) {
            for (RegimeVersion version : regimes.versionsOf(code)) {
                assertThat(RegimeValidation.check(version)).as(code).isEmpty();
            }
        }
        assertThat(regimes.issuedOn(TODAY)).extracting(RegimeVersion::code).containsExactly("IUMK");
    }

    @Test
    void every_way_through_the_iumk_regime_is_a_good_one() {
        RegimeVersion iumk = regimes.inForce("IUMK", TODAY);
        Workflow workflow = Workflow.of(iumk);
        Set<Place> seen = new HashSet<>();
        Deque<Place> open = new ArrayDeque<>(List.of(new Place("DRAFT", CaseClock.Phase.NOT_STARTED, 0, false)));
        while (!open.isEmpty()) {
            Place place = open.remove();
            if (!seen.add(place)) {
                continue;
            }
            for (Transition transition : iumk.procedure().transitions()) {
                for (Role role : Role.values()) {
                    for (boolean enteredIt : List.of(true, false)) {
                        Workflow.Step step = workflow.apply(
                                place.state(), transition.action(), new Workflow.Acting(EnumSet.of(role), enteredIt));
                        if (step instanceof Workflow.Step.Moved(State to, Transition by)) {
                            CaseClock clock = new CaseClock(place.phase(), 0, TODAY);
                            assertThat(clock.allows(by.clock())).isTrue();
                            boolean decides = by.effect() == CaseEffect.ISSUE || by.effect() == CaseEffect.REFUSE;
                            open.add(new Place(
                                    to.code(),
                                    clock.after(by.clock(), TODAY, WorkflowProperties.Weekdays.ONLY)
                                            .phase(),
                                    place.issued() + (by.effect() == CaseEffect.ISSUE ? 1 : 0),
                                    place.decidedByWhoEntered() || decides && enteredIt));
                        }
                    }
                }
            }
        }

        assertThat(seen).extracting(Place::state).containsOnlyOnceElementsOf(List.of("ISSUED", "REFUSED"));
        assertThat(seen).allSatisfy(place -> {
            boolean ended = iumk.procedure().state(place.state()).ended();
            assertThat(place.issued()).isEqualTo(place.state().equals("ISSUED") ? 1 : 0);
            assertThat(place.decidedByWhoEntered()).isFalse();
            if (ended) {
                assertThat(place.phase()).isIn(CaseClock.Phase.STOPPED, CaseClock.Phase.NOT_STARTED);
            }
            assertThat(place.phase() == CaseClock.Phase.PAUSED)
                    .isEqualTo(place.state().equals("RETURNED"));
        });
    }

    @Test
    void only_the_camat_or_a_delegate_decides() {
        RegimeVersion iumk = regimes.inForce("IUMK", TODAY);

        assertThat(iumk.procedure().transitions())
                .filteredOn(t -> t.effect() == CaseEffect.ISSUE || t.effect() == CaseEffect.REFUSE)
                .allSatisfy(t -> {
                    assertThat(t.roles()).containsExactlyInAnyOrder(Role.CAMAT, Role.CAMAT_DELEGATE);
                    assertThat(t.secondPerson()).isTrue();
                });
    }

    @Test
    void a_new_version_leaves_the_old_one_as_it_was() {
        RegimeVersion first = regimes.inForce("NIB-RBA/2025", TODAY);
        RegimeVersion ends = new RegimeVersion(
                first.code(),
                0,
                first.name(),
                first.kind(),
                first.from(),
                LocalDate.of(2030, 12, 31),
                new LegalBasis(first.basis().lines(), "Peraturan contoh tahun 2030"),
                first.procedure(),
                first.grounds(),
                first.licence());

        RegimeVersion written = regimes.write(ends, UUID.randomUUID());

        assertThat(written.number()).isEqualTo(first.number() + 1);
        assertThat(regimes.get(first.code(), first.number())).isEqualTo(first);
        assertThat(regimes.inForce(first.code(), LocalDate.of(2030, 12, 31))).isEqualTo(written);
        assertThat(regimes.findInForce(first.code(), LocalDate.of(2031, 1, 1))).isEmpty();
    }

    @Test
    void a_definition_that_cannot_work_is_not_written() {
        RegimeVersion iumk = regimes.inForce("IUMK", TODAY);
        RegimeVersion broken = new RegimeVersion(
                iumk.code(),
                0,
                iumk.name(),
                iumk.kind(),
                iumk.from(),
                null,
                iumk.basis(),
                new Procedure(
                        iumk.procedure().states(),
                        List.of(),
                        List.of(),
                        iumk.procedure().deadline()),
                iumk.grounds(),
                iumk.licence());

        assertThatThrownBy(() -> regimes.write(broken, UUID.randomUUID())).isInstanceOf(Refused.class);
    }

    @Test
    void two_regimes_cannot_write_their_numbers_alike() {
        RegimeVersion iumk = regimes.inForce("IUMK", TODAY);
        RegimeVersion twin = new RegimeVersion(
                "KEMBAR",
                0,
                iumk.name(),
                iumk.kind(),
                iumk.from(),
                null,
                iumk.basis(),
                iumk.procedure(),
                iumk.grounds(),
                iumk.licence());

        assertThat(regimes.findings(twin))
                .extracting(Finding::messageKey)
                .containsExactly("regime.finding.number-taken");
        assertThatThrownBy(() -> regimes.write(twin, UUID.randomUUID())).isInstanceOf(Refused.class);
    }

    @Test
    void a_written_version_cannot_be_changed_even_in_sql() {
        assertThatThrownBy(() -> database.sql("update licensing.regime_version set deadline_days = 9")
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() ->
                        database.sql("delete from licensing.regime_transition").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void no_fee_can_be_written_down() {
        assertThat(regimes.inForce("IUMK", TODAY).feeRupiah()).isZero();
        assertThatThrownBy(() -> database.sql("""
                        insert into licensing.regime_version (code, number, name_id, name_en, kind, valid_from, source,
                            deadline_days, deadline_effect, licence_title, number_template, document_class, number_type,
                            signatory_title, fee_rupiah, written_at)
                        values ('X1', 1, '', '', 'ISSUED', '2026-01-01', '', 1, 'NOTHING', '', '', '', '', '', 5000, now())
                        """).update()).hasStackTraceContaining("regime_version_costs_nothing");
    }
}
