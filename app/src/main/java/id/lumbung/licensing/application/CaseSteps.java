package id.lumbung.licensing.application;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.licensing.regime.Asked;
import id.lumbung.licensing.regime.CaseClock;
import id.lumbung.licensing.regime.CaseEffect;
import id.lumbung.licensing.regime.ClockEffect;
import id.lumbung.licensing.regime.Transition;
import id.lumbung.licensing.regime.Workflow;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Refused;
import id.lumbung.reference.HolidayCalendar;
import id.lumbung.reference.WorkingDays;
import id.lumbung.registry.EnterpriseId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps of a case as its regime allows them; each leaves an event. */
@Component
class CaseSteps {
    private final CaseStore store;
    private final Issuing issuing;
    private final WorkingDays workingDays;
    private final CurrentActor currentActor;
    private final Clock clock;

    CaseSteps(CaseStore store, Issuing issuing, WorkingDays workingDays, CurrentActor currentActor, Clock clock) {
        this.store = store;
        this.issuing = issuing;
        this.workingDays = workingDays;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** What the person gives with a step. */
    record Given(@Nullable String note, @Nullable String ground, List<CaseEvent.Correction> corrections) {
        Given {
            corrections = List.copyOf(corrections);
        }
    }

    sealed interface Acted {
        record Done(Case now) implements Acted {}

        /** Something has happened since the page was read. */
        record Stale(Case now) implements Acted {}

        record Incomplete(Case now, FieldProblems problems) implements Acted {}
    }

    /** Takes a step on behalf of the current actor, if the regime and the case as it is now allow it. */
    @Transactional
    Acted act(UUID id, int version, String action, Given given) {
        Actor actor = currentActor.require();
        Case now = store.findForUpdate(id).orElseThrow(Applications::notFound);
        if (now.version() != version) {
            return new Acted.Stale(now);
        }
        Workflow.Step step =
                Workflow.of(now.regime()).apply(now.progress().state(), action, Applications.acting(actor, now));
        return switch (step) {
            case Workflow.Step.Denied(Workflow.Denial why) -> throw refusal(why);
            case Workflow.Step.Moved(var to, Transition by) -> {
                if (by.clock() == ClockEffect.START || by.clock() == ClockEffect.RESUME) {
                    throw new Refused(ApplicationProblem.STEP_NOT_ALLOWED, "licensing.problem.hand-in-by-form");
                }
                FieldProblems problems = missing(now, by, given);
                yield problems.isEmpty()
                        ? new Acted.Done(take(now, by, actor, given, now.enterprise()))
                        : new Acted.Incomplete(now, problems);
            }
        };
    }

    private static Refused refusal(Workflow.Denial why) {
        return switch (why) {
            case ENDED -> new Refused(ApplicationProblem.STEP_NOT_ALLOWED, "licensing.problem.ended");
            case NOT_HERE -> new Refused(ApplicationProblem.STEP_NOT_ALLOWED, "licensing.problem.not-here");
            case NOT_YOURS -> new Refused(ApplicationProblem.STEP_NOT_ALLOWED, "licensing.problem.not-yours");
            case SECOND_PERSON ->
                new Refused(ApplicationProblem.SECOND_PERSON_NEEDED, "licensing.problem.second-person");
        };
    }

    private static FieldProblems missing(Case of, Transition step, Given given) {
        FieldProblems problems = new FieldProblems();
        String note = given.note();
        String ground = given.ground();
        if (step.asks().contains(Asked.NOTE) && (note == null || note.isBlank())) {
            problems.add("note", "licensing.check.note.missing");
        }
        if (step.asks().contains(Asked.GROUND)
                && (ground == null || of.regime().grounds().findRefusal(ground).isEmpty())) {
            problems.add("ground", "licensing.check.ground.missing");
        }
        if (step.asks().contains(Asked.CORRECTIONS) && given.corrections().isEmpty()) {
            problems.add("corrections", "licensing.check.corrections.missing");
        }
        return problems;
    }

    /** The step itself, once it is allowed. A null actor is the system. */
    Case take(Case now, Transition step, @Nullable Actor actor, Given given, @Nullable EnterpriseId enterprise) {
        LocalDate today = LocalDate.now(clock);
        Instant at = clock.instant();
        CaseClock.Days days = days();
        CaseClock running = now.progress().clock().after(step.clock(), today, days);
        boolean handsIn = step.clock() == ClockEffect.START || step.clock() == ClockEffect.RESUME;
        UUID licence =
                step.effect() == CaseEffect.ISSUE ? issuing.issue(now, actor).value() : now.licence();
        Case moved = new Case(
                now.id(),
                now.receipt(),
                now.kecamatan(),
                now.regime(),
                now.answers(),
                new Case.Progress(
                        step.to(),
                        now.version() + 1,
                        now.progress().submissions() + (handsIn ? 1 : 0),
                        handsIn && now.isDraft() ? at : now.progress().submittedAt(),
                        running,
                        running.due(now.regime().procedure().deadline().workingDays(), days),
                        step.clock() == ClockEffect.NONE ? now.progress().escalatedAt() : null),
                now.hands(),
                enterprise,
                licence);
        UUID by = actor == null ? null : actor.account();
        store.move(moved, by, at);
        store.append(
                moved,
                new CaseEvent(
                        Ids.next(),
                        at,
                        by,
                        step.action(),
                        step.from(),
                        step.to(),
                        given.note(),
                        given.ground(),
                        given.corrections()));
        if (handsIn && by != null) {
            store.touch(now.id(), by, at);
        }
        return moved;
    }

    CaseClock.Days days() {
        HolidayCalendar calendar = workingDays.calendar();
        return new CaseClock.Days() {
            @Override
            public LocalDate plus(LocalDate day, int count) {
                return calendar.plus(day, count);
            }

            @Override
            public int between(LocalDate after, LocalDate upTo) {
                return calendar.between(after, upTo);
            }
        };
    }
}
