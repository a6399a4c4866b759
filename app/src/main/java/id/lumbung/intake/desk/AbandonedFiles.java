package id.lumbung.intake.desk;

import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.platform.document.DocumentRemoval;
import id.lumbung.platform.watch.Meters;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each night: files that were begun and never came whole go with the pieces of them that arrived. A week is left to go on
 * with one, since a large list over a poor line takes days.
 */
@Component
class AbandonedFiles {
    static final Duration LEFT = Duration.ofDays(7);
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedFiles.class);
    private static final int MOST = 500;

    private static final String OLD = """
            select id
              from intake.file
             where content is null
               and received_at < :before
             order by received_at, id
             limit :most
            """;
    private static final String STILL = """
            select id
              from intake.file
             where id = :id
               and content is null
               for update skip locked
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final DocumentRemoval documents;
    private final Clock clock;
    private final Counter failures;

    AbandonedFiles(
            JdbcClient database,
            TransactionTemplate transaction,
            DocumentRemoval documents,
            Clock clock,
            Meters meters) {
        this.database = database;
        this.transaction = transaction;
        this.documents = documents;
        this.clock = clock;
        this.failures = meters.jobFailures("abandoned-files");
    }

    @Scheduled(cron = "0 10 2 * * *", zone = "Asia/Jakarta")
    void sweep() {
        Sight.system("sweeping of files that never came whole", () -> {
            List<UUID> old = Objects.requireNonNull(transaction.execute(status -> database.sql(OLD)
                    .param("before", Sql.at(clock.instant().minus(LEFT)))
                    .param("most", MOST)
                    .query((row, number) -> Sql.uuid(row, "id"))
                    .list()));
            int gone = 0;
            for (UUID file : old) {
                try {
                    List<String> pieces = Objects.requireNonNull(transaction.execute(status -> taken(file)));
                    pieces.forEach(documents::remove);
                    gone++;
                } catch (RuntimeException problem) {
                    LOG.error("file {} that never came whole could not be removed", file, problem);
                    failures.increment();
                }
            }
            if (gone > 0) {
                LOG.info("{} files that never came whole removed", gone);
            }
        });
    }

    /** Its pieces, which nobody may name any more; none when it has come whole meanwhile, or another process has it. */
    private List<String> taken(UUID file) {
        if (database.sql(STILL)
                .param("id", file)
                .query((row, number) -> Sql.uuid(row, "id"))
                .optional()
                .isEmpty()) {
            return List.of();
        }
        List<String> pieces = database.sql("delete from intake.file_piece where file = :id returning document")
                .param("id", file)
                .query(String.class)
                .list();
        database.sql("delete from intake.file where id = :id").param("id", file).update();
        return pieces;
    }
}
