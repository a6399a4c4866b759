package id.lumbung.privacy.retention;

import id.lumbung.platform.Sight;
import id.lumbung.platform.watch.Meters;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Each night: what lies beyond its time goes, under the classes that the office has decided on. Two processes may run it at
 * the same time; each thing goes once.
 */
@Component
class DisposalJob {
    private static final Logger LOG = LoggerFactory.getLogger(DisposalJob.class);
    private static final int ROUND = 200;
    private static final int ROUNDS = 500;

    private final RetentionClasses classes;
    private final DueData due;
    private final Disposal disposal;
    private final Clock clock;
    private final Counter failures;

    DisposalJob(RetentionClasses classes, DueData due, Disposal disposal, Clock clock, Meters meters) {
        this.classes = classes;
        this.due = due;
        this.disposal = disposal;
        this.clock = clock;
        this.failures = meters.jobFailures("disposal");
    }

    @Scheduled(cron = "0 40 1 * * *", zone = "Asia/Jakarta")
    void run() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        Sight.system("disposal of data whose time is over", () -> {
            int gone = classes.all().values().stream()
                    .flatMap(versions -> RetentionClass.inForce(versions, today).stream())
                    .filter(rule -> rule.days() != null)
                    .mapToInt(rule -> attempt(() -> under(rule, today, now)))
                    .sum();
            int documents = attempt(() -> disposal.removeDocuments(now, ROUND * ROUNDS));
            if (gone + documents > 0) {
                LOG.info("{} cases and requests disposed of, {} documents removed", gone, documents);
            }
        });
    }

    private interface Work {
        int done();
    }

    private int attempt(Work work) {
        try {
            return work.done();
        } catch (RuntimeException problem) {
            LOG.error("data whose time is over could not be disposed of", problem);
            failures.increment();
            return 0;
        }
    }

    /**
     * In rounds, each from where the last one ended, so that what cannot be taken away keeps nothing after it waiting. A
     * transaction is one thing: people at work wait for no more than that.
     */
    private int under(RetentionClass rule, LocalDate today, Instant now) {
        int gone = 0;
        int failed = 0;
        DueData.Due last = null;
        for (int round = 0; round < ROUNDS; round++) {
            List<DueData.Due> some = due.under(rule, today, false, last, ROUND);
            if (some.isEmpty()) {
                break;
            }
            for (DueData.Due one : some) {
                try {
                    gone += disposal.dispose(rule, one.id(), today, now) ? 1 : 0;
                } catch (RuntimeException problem) {
                    if (failed++ == 0) {
                        LOG.error("{} under {} could not be disposed of", one.id(), rule.code(), problem);
                    }
                    failures.increment();
                }
            }
            last = some.getLast();
        }
        if (failed > 1) {
            LOG.error("{} in all under {} could not be disposed of", failed, rule.code());
        }
        return gone;
    }
}
