package id.lumbung.licensing.regime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Counts the working days that a case has been with the office. It runs from the day the file is complete, stands while
 * the file is returned, and never runs backwards. The day on which it starts or resumes does not count; the day on which
 * it pauses does.
 *
 * @param phase where it is
 * @param used working days counted in the stretches that are over
 * @param runningSince first day of the running stretch, or null
 */
public record CaseClock(Phase phase, int used, @Nullable LocalDate runningSince) {
    public static final CaseClock NOT_STARTED = new CaseClock(Phase.NOT_STARTED, 0, null);

    public enum Phase {
        NOT_STARTED,
        RUNNING,
        PAUSED,
        STOPPED
    }

    /** The calendar of working days, as far as a clock needs it. */
    public interface Days {
        /** The day that lies so many working days after a day. */
        LocalDate plus(LocalDate day, int workingDays);

        /** How many working days lie after the one day up to and including the other. */
        int between(LocalDate after, LocalDate upTo);
    }

    /** Whether the effect makes sense now: a clock that stands cannot be paused. */
    public boolean allows(ClockEffect effect) {
        return switch (effect) {
            case NONE -> true;
            case START -> phase == Phase.NOT_STARTED;
            case PAUSE -> phase == Phase.RUNNING;
            case RESUME -> phase == Phase.PAUSED;
            case STOP -> phase == Phase.RUNNING || phase == Phase.PAUSED;
        };
    }

    public CaseClock after(ClockEffect effect, LocalDate day, Days days) {
        if (!allows(effect)) {
            throw new IllegalStateException("a clock that is " + phase + " cannot " + effect);
        }
        return switch (effect) {
            case NONE -> this;
            case START, RESUME -> new CaseClock(Phase.RUNNING, used, day);
            case PAUSE -> new CaseClock(Phase.PAUSED, usedOn(day, days), null);
            case STOP -> new CaseClock(Phase.STOPPED, usedOn(day, days), null);
        };
    }

    /** Working days used when that day is over. */
    public int usedOn(LocalDate day, Days days) {
        LocalDate since = runningSince;
        return since == null || day.isBefore(since) ? used : used + days.between(since, day);
    }

    /** The last day in time, or null while the clock does not run. */
    public @Nullable LocalDate due(int workingDays, Days days) {
        LocalDate since = runningSince;
        return since == null ? null : days.plus(since, Math.max(0, workingDays - used));
    }
}
