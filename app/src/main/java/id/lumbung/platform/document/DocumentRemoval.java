package id.lumbung.platform.document;

import id.lumbung.platform.Sight;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes documents away that nobody names any more. The same content is kept once, so somebody may be about to name it:
 * whoever puts a document holds a shared lock until what names it is committed, and a removal waits for all of them.
 */
@Component
public final class DocumentRemoval {
    private static final int LOCK = 727_643;

    private final DocumentStore documents;
    private final List<DocumentUses> uses;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    DocumentRemoval(
            DocumentStore documents, List<DocumentUses> uses, JdbcClient database, TransactionTemplate transaction) {
        this.documents = documents;
        this.uses = List.copyOf(uses);
        this.database = database;
        this.transaction = transaction;
    }

    /** Until the running transaction ends no document is removed. */
    public static void keepAway(JdbcClient database) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            database.sql("select pg_advisory_xact_lock_shared(:lock)")
                    .param("lock", LOCK)
                    .query((row, number) -> 1)
                    .single();
        }
    }

    /** False when somebody still names it, and then it stays. */
    public boolean remove(String document) {
        return Boolean.TRUE.equals(Sight.system(
                "whether a document is still named",
                () -> transaction.execute(status -> {
                    database.sql("select set_config('lock_timeout', '10s', true), pg_advisory_xact_lock(:lock)")
                            .param("lock", LOCK)
                            .query((row, number) -> 1)
                            .single();
                    if (uses.stream().anyMatch(one -> one.uses(document))) {
                        return false;
                    }
                    documents.remove(document);
                    return true;
                })));
    }
}
