package id.lumbung.licensing.application;

import id.lumbung.licensing.regime.CaseClock;
import id.lumbung.licensing.regime.CaseEffect;
import id.lumbung.licensing.regime.ClockEffect;
import id.lumbung.licensing.regime.RegimeVersion;
import id.lumbung.licensing.regime.State;
import id.lumbung.platform.Texts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How state and deadline of a case are said and coloured. */
final class CaseWords {
    private CaseWords() {}

    /** What leads into a state gives it its tone: issued is good, refused stops, returned wants something. */
    static String tone(RegimeVersion regime, State state) {
        boolean issued = reachedBy(regime, state, CaseEffect.ISSUE);
        if (issued) {
            return "ok";
        }
        if (reachedBy(regime, state, CaseEffect.REFUSE)) {
            return "stop";
        }
        boolean paused = regime.procedure().transitions().stream()
                .anyMatch(t -> t.to().equals(state.code()) && t.clock() == ClockEffect.PAUSE);
        if (paused) {
            return "warn";
        }
        boolean first = regime.procedure().first().equals(state);
        return state.ended() || first ? "" : "wait";
    }

    private static boolean reachedBy(RegimeVersion regime, State state, CaseEffect effect) {
        return regime.procedure().transitions().stream()
                .anyMatch(t -> t.to().equals(state.code()) && t.effect() == effect);
    }

    /** The deadline in words and its tone. */
    record Remaining(String words, String tone) {}

    static Remaining remaining(
            CaseClock.Phase phase, @Nullable LocalDate due, LocalDate today, CaseClock.Days days, Texts texts) {
        if (phase == CaseClock.Phase.PAUSED) {
            return new Remaining(texts.t("licensing.deadline.paused"), "paused");
        }
        if (phase != CaseClock.Phase.RUNNING || due == null) {
            return new Remaining("", "");
        }
        if (due.isBefore(today)) {
            return new Remaining(texts.t("licensing.deadline.late", days.between(due, today)), "late");
        }
        int left = days.between(today, due);
        return left == 0
                ? new Remaining(texts.t("licensing.deadline.today"), "soon")
                : new Remaining(texts.t("licensing.deadline.left", left), left == 1 ? "soon" : "");
    }
}
