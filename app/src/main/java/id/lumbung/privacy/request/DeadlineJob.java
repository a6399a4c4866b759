package id.lumbung.privacy.request;

import id.lumbung.platform.Sight;
import id.lumbung.platform.watch.Meters;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Marks requests of which two of the three days are over; they are shown as escalated to everybody who sees the list. */
@Component
class DeadlineJob {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineJob.class);

    private final RequestStore store;
    private final Clock clock;
    private final Counter failures;

    DeadlineJob(RequestStore store, Clock clock, Meters meters) {
        this.store = store;
        this.clock = clock;
        this.failures = meters.jobFailures("data-requests");
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
    void run() {
        try {
            Instant now = clock.instant();
            Integer late = Sight.system(
                    "deadlines of data requests", () -> store.escalate(now.minus(RequestFlow.ESCALATION), now));
            if (late != null && late > 0) {
                LOG.warn("{} data requests have a day or less left", late);
            }
        } catch (RuntimeException problem) {
            LOG.error("the deadlines of data requests could not be looked at", problem);
            failures.increment();
        }
    }
}
