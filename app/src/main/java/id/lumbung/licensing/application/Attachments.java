package id.lumbung.licensing.application;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.licensing.application.upload.Cleaned;
import id.lumbung.licensing.regime.AttachmentKind;
import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.platform.document.DocumentStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Papers of applications. A new one of a kind takes the place of the old one, which stays as history. */
@Component
class Attachments {
    private static final String COLUMNS = """
            select id, kind, document, content_type, bytes, pages, uploaded_at, replaced_at
              from licensing.attachment
            """;
    private static final String INSERT = """
            insert into licensing.attachment
                (id, application, region_code, kind, document, content_type, bytes, pages, uploaded_by, uploaded_at)
            values (:id, :application, :kecamatan, :kind, :document, :type, :bytes, :pages, :by, :at)
            """;

    private final JdbcClient database;
    private final DocumentStore documents;
    private final CaseStore store;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Attachments(
            JdbcClient database,
            DocumentStore documents,
            CaseStore store,
            CurrentActor currentActor,
            Clock clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.documents = documents;
        this.store = store;
        this.currentActor = currentActor;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Cleans and keeps a file; the answer is what is wrong with it, if anything. */
    Optional<FieldProblem> attach(Case to, AttachmentKind kind, byte[] content) {
        return attach(to, Map.of(kind, () -> content)).stream().findFirst();
    }

    /**
     * Cleans files one after the other and then keeps those that are accepted, together; nothing in the database waits for
     * pictures to be drawn anew. The answer is what is wrong with the others.
     */
    List<FieldProblem> attach(Case to, Map<AttachmentKind, Supplier<byte[]>> files) {
        List<FieldProblem> problems = new ArrayList<>();
        Map<AttachmentKind, Cleaned.Accepted> accepted = new LinkedHashMap<>();
        files.forEach((kind, content) -> {
            switch (Cleaned.of(content.get(), kind)) {
                case Cleaned.Rejected(String key, List<Object> arguments) ->
                    problems.add(new FieldProblem(kind.code(), key, arguments));
                case Cleaned.Accepted file -> accepted.put(kind, file);
            }
        });
        if (!accepted.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                accepted.forEach((kind, file) -> keep(to, kind, file));
                store.touch(to.id(), currentActor.require().account(), clock.instant());
            });
        }
        return problems;
    }

    private void keep(Case to, AttachmentKind kind, Cleaned.Accepted accepted) {
        Actor actor = currentActor.require();
        String document = documents.put(accepted.content());
        database.sql("""
                        update licensing.attachment set replaced_at = :at
                         where application = :application and kind = :kind and replaced_at is null
                        """)
                .param("at", Sql.at(clock.instant()))
                .param("application", to.id())
                .param("kind", kind.code())
                .update();
        database.sql(INSERT)
                .param("id", Ids.next())
                .param("application", to.id())
                .param("kecamatan", to.kecamatan())
                .param("kind", kind.code())
                .param("document", document)
                .param("type", accepted.contentType())
                .param("bytes", accepted.content().length)
                .param("pages", accepted.pages())
                .param("by", actor.account())
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    Set<String> currentKinds(UUID application) {
        return new HashSet<>(current(application).stream().map(Attachment::kind).toList());
    }

    @Transactional(readOnly = true)
    List<Attachment> current(UUID application) {
        return all(application).stream()
                .filter(attachment -> attachment.replacedAt() == null)
                .toList();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Attachment> all(UUID application) {
        return database.sql(
                        COLUMNS
                                + " where application = :application and disposed_at is null order by uploaded_at desc, id desc limit 200")
                .param("application", application)
                .query(Attachments::row)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Attachment> find(UUID application, UUID id) {
        return database.sql(COLUMNS + " where application = :application and id = :id and disposed_at is null")
                .param("application", application)
                .param("id", id)
                .query(Attachments::row)
                .optional();
    }

    byte[] content(Attachment attachment) {
        return documents.get(attachment.document());
    }

    private static Attachment row(ResultSet row, int number) throws SQLException {
        return new Attachment(
                Sql.uuid(row, "id"),
                row.getString("kind"),
                row.getString("document"),
                row.getString("content_type"),
                row.getInt("bytes"),
                row.getInt("pages"),
                Sql.instant(row, "uploaded_at"),
                Sql.instantOrNull(row, "replaced_at"));
    }
}
