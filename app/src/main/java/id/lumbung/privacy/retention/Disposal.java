package id.lumbung.privacy.retention;

import id.lumbung.licensing.CaseDisposal;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.platform.document.DocumentRemoval;
import id.lumbung.platform.key.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one thing away whose time is over, and writes down the proof, in one transaction; the bytes of its documents a day
 * later, when nobody names them any more. A hold that is placed meanwhile is waited for.
 */
@Component
class Disposal {
    /** Longer than any back-up takes: one that began before the disposal has copied its documents by then. */
    static final Duration PATIENCE = Duration.ofHours(24);

    private static final String PROOF = """
            insert into privacy.disposal
                (id, region_code, at, class_code, class_version, effect, application, request, label, items, documents)
            values (:id, :region, :at, :code, :version, :effect, :application, :request, :label, :items,
                    cast(:documents as text[]))
            """;
    private static final String REQUEST = """
            update privacy.request
               set name = '–', person = null, nik_sealed = :nik, wish_sealed = :wish, code = null, erased_at = :at
             where id = :id and ended_at is not null and erased_at is null
            """;
    private static final String WAITING = """
            select id, document
              from privacy.document_removal
             where ended_at is null and asked_at <= :before
             order by asked_at, id
             limit :limit
            """;

    private final JdbcClient database;
    private final DueData due;
    private final CaseDisposal cases;
    private final DocumentRemoval documents;
    private final Vault vault;
    private final TransactionTemplate transaction;

    Disposal(
            JdbcClient database,
            DueData due,
            CaseDisposal cases,
            DocumentRemoval documents,
            Vault vault,
            TransactionTemplate transaction) {
        this.database = database;
        this.due = due;
        this.cases = cases;
        this.documents = documents;
        this.vault = vault;
        this.transaction = transaction;
    }

    /** False when it is not due any more, or a hold keeps it. */
    @Transactional
    public boolean dispose(RetentionClass rule, UUID id, LocalDate today, Instant now) {
        HoldStore.alone(database);
        Optional<DueData.Due> still = due.stillDue(rule, today, id);
        if (still.isEmpty()) {
            return false;
        }
        CaseDisposal.Gone gone = switch (rule.effect()) {
            case ERASE_DRAFT -> cases.draft(id, now);
            case DELETE_PAPERS -> cases.papers(id, now);
            case ERASE_REQUEST -> request(id, now);
            case KEEP -> new CaseDisposal.Gone(0, List.of());
        };
        if (gone.items() == 0) {
            return false;
        }
        proof(rule, still.get(), gone, now);
        gone.documents()
                .forEach(document -> database.sql(
                                "insert into privacy.document_removal (id, document, asked_at) values (:id, :document, :at)")
                        .param("id", Ids.next())
                        .param("document", document)
                        .param("at", Sql.at(now))
                        .update());
        return true;
    }

    private CaseDisposal.Gone request(UUID id, Instant now) {
        int answers = database.sql("delete from privacy.answer where request = :id")
                .param("id", id)
                .update();
        int erased = database.sql(REQUEST)
                .param("id", id)
                .param("nik", vault.sealText("", "privacy.request.nik:" + id))
                .param("wish", vault.sealText("", "privacy.request.wish:" + id))
                .param("at", Sql.at(now))
                .update();
        return new CaseDisposal.Gone(answers + erased, List.of());
    }

    private void proof(RetentionClass rule, DueData.Due what, CaseDisposal.Gone gone, Instant now) {
        boolean request = rule.event() == RetentionEvent.REQUEST_ENDED;
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", Ids.next());
        values.put("region", what.regionCode());
        values.put("at", Sql.at(now));
        values.put("code", rule.code());
        values.put("version", rule.version());
        values.put("effect", rule.effect().name());
        values.put("application", request ? null : what.id());
        values.put("request", request ? what.id() : null);
        values.put("label", what.label());
        values.put("items", gone.items());
        values.put("documents", "{" + String.join(",", gone.documents()) + "}");
        database.sql(PROOF).params(values).update();
    }

    /** Bytes of documents that were disposed of a day ago; returns how many went. */
    int removeDocuments(Instant now, int limit) {
        record Waiting(UUID id, String document) {}
        List<Waiting> waiting = database.sql(WAITING)
                .param("before", Sql.at(now.minus(PATIENCE)))
                .param("limit", limit)
                .query((row, number) -> new Waiting(Sql.uuid(row, "id"), row.getString("document")))
                .list();
        int gone = 0;
        for (Waiting one : waiting) {
            boolean removed = documents.remove(one.document());
            transaction.executeWithoutResult(status -> database.sql("""
                            update privacy.document_removal
                               set ended_at = :at, outcome = :outcome
                             where id = :id and ended_at is null
                            """)
                    .param("at", Sql.at(now))
                    .param("outcome", removed ? "REMOVED" : "STILL_USED")
                    .param("id", one.id())
                    .update());
            gone += removed ? 1 : 0;
        }
        return gone;
    }
}
