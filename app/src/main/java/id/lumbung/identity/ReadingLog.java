package id.lumbung.identity;

import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looked at whose personal data, when and why (UU 27/2022 on personal data asks for the trail). Written in the same
 * transaction as the look, never changed; a trigger copies each into the audit, which adds from where.
 */
@Component
public class ReadingLog {
    private static final String INSERT = """
            insert into identity.reading (id, at, account, subject_kind, subject, what, purpose, region_code)
            values (:id, :at, :account, :subjectKind, :subject, :what, :purpose, :regionCode)
            """;
    private static final String OF_SUBJECT = """
            select r.at, a.full_name, r.what, r.purpose
              from identity.reading r
              join identity.account a on a.id = r.account
             where r.subject in (:subjects)
             order by r.at desc, r.id desc
             limit :limit
            """;

    private final JdbcClient database;
    private final CurrentActor currentActor;
    private final Clock clock;

    ReadingLog(JdbcClient database, CurrentActor currentActor, Clock clock) {
        this.database = database;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** One look. {@code name} is the reader's. */
    public record Reading(Instant at, String name, String what, String purpose) {}

    /**
     * Records that the current actor is being shown something.
     *
     * @param subjectKind such as {@code enterprise} or {@code application}
     * @param what such as {@code nik}, {@code document:KTP}, {@code export:register-book}
     */
    @Transactional
    public void record(String subjectKind, UUID subject, String what, String purpose, String regionCode) {
        database.sql(INSERT)
                .param("id", Ids.next())
                .param("at", Sql.at(clock.instant()))
                .param("account", currentActor.require().account())
                .param("subjectKind", subjectKind)
                .param("subject", subject)
                .param("what", what)
                .param("purpose", purpose)
                .param("regionCode", regionCode)
                .update();
    }

    /** The newest looks at one subject, within sight. */
    @Transactional(readOnly = true)
    public List<Reading> of(String subjectKind, UUID subject, int limit) {
        return ofAny(List.of(subject), limit);
    }

    /** The newest looks at any of these, such as an enterprise and its owners, within sight. */
    @Transactional(readOnly = true)
    public List<Reading> ofAny(Collection<UUID> subjects, int limit) {
        return database.sql(OF_SUBJECT)
                .param("subjects", subjects)
                .param("limit", limit)
                .query((row, number) -> new Reading(
                        Sql.instant(row, "at"),
                        row.getString("full_name"),
                        row.getString("what"),
                        row.getString("purpose")))
                .list();
    }
}
