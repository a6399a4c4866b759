package id.lumbung.identity.audit;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links committed entries into the chain every few seconds and at the end. Of several processes one does it at a time;
 * nobody who writes an entry waits for it.
 */
@Component
@EnableScheduling
class AuditSealer {
    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final int AT_ONCE = 2_000;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final AuditHeads heads;
    private final AtomicLong headsAt = new AtomicLong();

    AuditSealer(JdbcClient database, TransactionTemplate transaction, AuditHeads heads) {
        this.database = database;
        this.transaction = transaction;
        this.heads = heads;
    }

    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT2S")
    void run() {
        try {
            seal();
            long hour = System.currentTimeMillis() / 3_600_000;
            if (headsAt.getAndSet(hour) != hour) {
                heads.writeFiles();
            }
        } catch (RuntimeException problem) {
            LOG.error("the audit could not be sealed; it is tried again", problem);
        }
    }

    /** Until nothing committed is left without a link. */
    void seal() {
        Integer sealed;
        do {
            sealed = transaction.execute(status -> database.sql("select identity.audit_seal(:atMost)")
                    .param("atMost", AT_ONCE)
                    .query(Integer.class)
                    .single());
        } while (sealed != null && sealed == AT_ONCE);
    }

    @PreDestroy
    void atTheEnd() {
        try {
            seal();
        } catch (RuntimeException problem) {
            LOG.warn("the audit is sealed at the next start: {}", problem.getMessage());
        }
    }
}
