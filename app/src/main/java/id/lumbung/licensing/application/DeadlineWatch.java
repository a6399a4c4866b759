package id.lumbung.licensing.application;

import id.lumbung.licensing.regime.CaseEffect;
import id.lumbung.licensing.regime.ClockEffect;
import id.lumbung.licensing.regime.DeadlineEffect;
import id.lumbung.licensing.regime.Transition;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.platform.watch.Meters;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what a regime says about a passed deadline: nothing, show the case to somebody higher, or grant it by silence.
 * Safe to run in several processes at once and as often as one likes: a case is locked while it is looked at, and what
 * was done stands in its row.
 */
@Component
class DeadlineWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    static final String ESCALATE = "escalate";
    /** The reason that stands in the event when nobody decided in time. */
    static final String SILENCE = "DEADLINE_PASSED";

    private static final String LATE = """
            select a.id
              from licensing.application a
              join licensing.regime_version r on r.code = a.regime_code and r.number = a.regime_number
             where a.ended_at is null
               and a.clock_phase = 'RUNNING'
               and a.due_on < :today
               and (r.deadline_effect = 'DEEMED_APPROVAL'
                    or r.deadline_effect = 'ESCALATE' and a.escalated_at is null)
             order by a.due_on, a.id
             limit 500
            """;
    private static final String LOCK = """
            select id from licensing.application
             where id = :id and ended_at is null and clock_phase = 'RUNNING' and due_on < :today
               for update skip locked
            """;

    private final JdbcClient database;
    private final CaseStore store;
    private final CaseSteps steps;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Counter failures;

    DeadlineWatch(
            JdbcClient database,
            CaseStore store,
            CaseSteps steps,
            TransactionTemplate transaction,
            Clock clock,
            Meters meters) {
        this.database = database;
        this.store = store;
        this.steps = steps;
        this.transaction = transaction;
        this.clock = clock;
        this.failures = meters.jobFailures("deadlines");
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void run() {
        Sight.system("deadlines of applications", () -> {
            List<UUID> late = transaction.execute(status -> database.sql(LATE)
                    .param("today", LocalDate.now(clock))
                    .query(UUID.class)
                    .list());
            if (late != null) {
                late.forEach(this::one);
            }
        });
    }

    private void one(UUID id) {
        try {
            transaction.executeWithoutResult(status -> locked(id).ifPresent(this::passed));
        } catch (RuntimeException problem) {
            LOG.error("the passed deadline of application {} could not be acted on", id, problem);
            failures.increment();
        }
    }

    private Optional<Case> locked(UUID id) {
        return database.sql(LOCK)
                .param("id", id)
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .optional()
                .flatMap(store::find);
    }

    private void passed(Case of) {
        DeadlineEffect effect = of.regime().procedure().deadline().effect();
        if (effect == DeadlineEffect.DEEMED_APPROVAL) {
            grantBySilence(of);
            return;
        }
        if (effect != DeadlineEffect.NOTHING && of.progress().escalatedAt() == null) {
            escalate(of);
        }
    }

    /** Wherever the case stands: the step that issues, taken by the system. */
    private void grantBySilence(Case of) {
        Transition issue = of.regime().procedure().transitions().stream()
                .filter(step -> step.effect() == CaseEffect.ISSUE)
                .findFirst()
                .orElseThrow();
        Transition granted = new Transition(
                issue.action(),
                issue.name(),
                of.progress().state(),
                issue.to(),
                issue.roles(),
                false,
                ClockEffect.STOP,
                Set.of(),
                CaseEffect.ISSUE);
        steps.take(of, granted, null, new CaseSteps.Given(SILENCE, null, List.of()), of.enterprise());
    }

    private void escalate(Case of) {
        Instant now = clock.instant();
        database.sql("update licensing.application set escalated_at = :at where id = :id and escalated_at is null")
                .param("at", Sql.at(now))
                .param("id", of.id())
                .update();
        store.append(
                of,
                new CaseEvent(
                        Ids.next(),
                        now,
                        null,
                        ESCALATE,
                        of.progress().state(),
                        of.progress().state(),
                        null,
                        null,
                        List.of()));
    }
}
