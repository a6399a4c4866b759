package id.lumbung;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands until it is moved. Tests that move it put it back with {@link #reset()}. */
public final class TestClock extends Clock {
    public static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private volatile Instant now = START;

    public void reset() {
        now = START;
    }

    public void moveTo(Instant instant) {
        now = instant;
    }

    /** Nine in the morning of that day. */
    public void moveTo(LocalDate day) {
        now = day.atTime(9, 0).atZone(ZONE).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Puts the clock into a test's context. */
    @org.springframework.boot.test.context.TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
