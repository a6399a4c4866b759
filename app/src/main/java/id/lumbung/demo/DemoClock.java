package id.lumbung.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The time of day, except on a thread that is making the past of the demo. */
final class DemoClock extends Clock {
    private final Clock now;
    private final ThreadLocal<@Nullable Instant> past = new ThreadLocal<>();

    DemoClock(Clock now) {
        this.now = now;
    }

    void at(Instant moment, Runnable work) {
        past.set(moment);
        try {
            work.run();
        } finally {
            past.remove();
        }
    }

    @Override
    public ZoneId getZone() {
        return now.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemoClock(now.withZone(zone));
    }

    @Override
    public Instant instant() {
        Instant moment = past.get();
        return moment == null ? now.instant() : moment;
    }
}
