package id.lumbung.licensing.regime;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.Seeds;
import id.lumbung.identity.Role;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any sound definition, any actions by anybody on any day: what must never happen does not happen. */
class WorkflowProperties {
    private static final List<String> ACTIONS = List.of("submit", "verify", "return", "again", "decide", "withdraw");

    /** Somebody does something some days after the last. */
    record Try(String action, Set<Role> roles, boolean enteredIt, int daysLater) {}

    @Property(tries = 600, seed = Seeds.FIXED)
    void a_case_keeps_its_invariants(@ForAll("sound") RegimeVersion regime, @ForAll("tries") List<Try> tries) {
        Workflow workflow = Workflow.of(regime);
        String state = regime.procedure().first().code();
        CaseClock clock = CaseClock.NOT_STARTED;
        LocalDate day = LocalDate.of(2026, 11, 2);
        int issued = 0;

        for (Try attempt : tries) {
            LocalDate before = day;
            day = day.plusDays(attempt.daysLater());
            int usedBefore = clock.usedOn(before, Weekdays.ONLY);
            boolean ended = regime.procedure().state(state).ended();
            Workflow.Acting acting = new Workflow.Acting(attempt.roles(), attempt.enteredIt());
            Workflow.Step step = workflow.apply(state, attempt.action(), acting);

            int used = clock.usedOn(day, Weekdays.ONLY);
            assertThat(used).as("never backwards").isGreaterThanOrEqualTo(usedBefore);
            if (clock.phase() != CaseClock.Phase.RUNNING) {
                assertThat(used).as("stands").isEqualTo(usedBefore);
            }
            if (step instanceof Workflow.Step.Moved(State to, Transition by)) {
                assertThat(ended).as("nothing leads out of an ended state").isFalse();
                assertThat(regime.procedure().states()).contains(to);
                assertThat(attempt.roles()).containsAnyElementsOf(by.roles());
                assertThat(by.secondPerson() && attempt.enteredIt())
                        .as("second person")
                        .isFalse();
                assertThat(clock.allows(by.clock()))
                        .as("%s while %s", by.clock(), clock.phase())
                        .isTrue();
                clock = clock.after(by.clock(), day, Weekdays.ONLY);
                assertThat(clock.usedOn(day, Weekdays.ONLY)).isEqualTo(used);
                state = to.code();
                issued += by.effect() == CaseEffect.ISSUE ? 1 : 0;
            }
            assertThat(issued).isLessThanOrEqualTo(1);
        }
    }

    @Property(tries = 300, seed = Seeds.FIXED)
    void what_is_offered_is_what_works(@ForAll("sound") RegimeVersion regime, @ForAll("tries") List<Try> tries) {
        Workflow workflow = Workflow.of(regime);
        for (State state : regime.procedure().states()) {
            for (Try attempt : tries) {
                Workflow.Acting acting = new Workflow.Acting(attempt.roles(), attempt.enteredIt());
                List<String> offered = workflow.open(state.code(), acting).stream()
                        .map(Transition::action)
                        .toList();
                boolean works = workflow.apply(state.code(), attempt.action(), acting) instanceof Workflow.Step.Moved;
                assertThat(works).isEqualTo(offered.contains(attempt.action()));
            }
        }
    }

    @Provide
    Arbitrary<List<Try>> tries() {
        return Combinators.combine(
                        Arbitraries.of(ACTIONS),
                        Arbitraries.of(Role.class).set().ofMaxSize(3),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 12))
                .as(Try::new)
                .list()
                .ofMaxSize(25);
    }

    /** Random graphs; those that the validation passes. Most get an ordinary way first so that enough are sound. */
    @Provide
    Arbitrary<RegimeVersion> sound() {
        return Arbitraries.longs()
                .map(seed -> definition(new Random(seed)))
                .filter(regime -> RegimeValidation.check(regime).isEmpty());
    }

    private static RegimeVersion definition(Random random) {
        int middle = 1 + random.nextInt(3);
        List<State> states = new ArrayList<>(List.of(RegimeFixtures.state("S0", false)));
        IntStream.rangeClosed(1, middle).forEach(i -> states.add(RegimeFixtures.state("S" + i, false)));
        states.add(RegimeFixtures.state("DONE", true));
        states.add(RegimeFixtures.state("GONE", true));
        List<Transition> transitions = new ArrayList<>();
        transitions.add(transition(random, "submit", "S0", "S1", ClockEffect.START, CaseEffect.NONE));
        for (int i = 1; i < middle; i++) {
            ClockEffect effect = random.nextInt(3) == 0 ? ClockEffect.PAUSE : ClockEffect.NONE;
            transitions.add(transition(random, "verify", "S" + i, "S" + (i + 1), effect, CaseEffect.NONE));
            if (effect == ClockEffect.PAUSE) {
                transitions.add(
                        transition(random, "again", "S" + (i + 1), "S" + i, ClockEffect.RESUME, CaseEffect.NONE));
            } else if (random.nextBoolean()) {
                transitions.add(
                        transition(random, "return", "S" + (i + 1), "S" + i, ClockEffect.NONE, CaseEffect.NONE));
            }
        }
        transitions.add(transition(random, "decide", "S" + middle, "DONE", ClockEffect.STOP, CaseEffect.ISSUE));
        transitions.add(transition(
                random, "withdraw", "S" + (1 + random.nextInt(middle)), "GONE", ClockEffect.STOP, CaseEffect.WITHDRAW));
        int extra = random.nextInt(3);
        for (int i = 0; i < extra; i++) {
            transitions.add(transition(
                    random,
                    ACTIONS.get(random.nextInt(ACTIONS.size())),
                    states.get(random.nextInt(states.size())).code(),
                    states.get(random.nextInt(states.size())).code(),
                    ClockEffect.values()[random.nextInt(ClockEffect.values().length)],
                    CaseEffect.NONE));
        }
        return RegimeFixtures.regime(states, transitions);
    }

    private static Transition transition(
            Random random, String action, String from, String to, ClockEffect clock, CaseEffect effect) {
        EnumSet<Role> roles = EnumSet.of(Role.values()[random.nextInt(Role.values().length)]);
        roles.add(Role.values()[random.nextInt(Role.values().length)]);
        return new Transition(
                action, new Words(action, action), from, to, roles, random.nextBoolean(), clock, Set.of(), effect);
    }

    @Property(tries = 500, seed = Seeds.FIXED)
    void the_deadline_moves_by_the_working_days_of_the_pause(
            @ForAll @net.jqwik.api.constraints.IntRange(min = 1, max = 10) int limit,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 0, max = 20) int pauseAfter,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 0, max = 60) int pausedFor) {
        LocalDate start = LocalDate.of(2026, 11, 2);
        CaseClock running = CaseClock.NOT_STARTED.after(ClockEffect.START, start, Weekdays.ONLY);
        LocalDate due = running.due(limit, Weekdays.ONLY);
        LocalDate pause = start.plusDays(pauseAfter);
        Assume.that(!pause.isAfter(due));

        CaseClock again = running.after(ClockEffect.PAUSE, pause, Weekdays.ONLY)
                .after(ClockEffect.RESUME, pause.plusDays(pausedFor), Weekdays.ONLY);

        int left = Weekdays.ONLY.between(pause, due);
        assertThat(again.due(limit, Weekdays.ONLY)).isEqualTo(Weekdays.ONLY.plus(pause.plusDays(pausedFor), left));
    }

    /** Monday to Friday. */
    enum Weekdays implements CaseClock.Days {
        ONLY;

        @Override
        public LocalDate plus(LocalDate day, int workingDays) {
            LocalDate at = day;
            for (int left = workingDays; left > 0; ) {
                at = at.plusDays(1);
                left -= works(at) ? 1 : 0;
            }
            return at;
        }

        @Override
        public int between(LocalDate after, LocalDate upTo) {
            return (int) after.plusDays(1)
                    .datesUntil(upTo.plusDays(1))
                    .filter(Weekdays::works)
                    .count();
        }

        private static boolean works(LocalDate day) {
            return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }
    }
}
