package id.lumbung.privacy.retention;

import id.lumbung.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Legal holds in their table, within sight. */
@Component
@Transactional
class HoldStore {
    private static final int LOCK = 727_644;
    private static final String COLUMNS = """
            select id, region_code, person, enterprise, application, label, reason, placed_at, placed_by, lifted_at,
                   lifted_by, lift_reason
              from privacy.legal_hold
            """;
    private static final String INSERT = """
            insert into privacy.legal_hold
                (id, region_code, person, enterprise, application, label, reason, placed_at, placed_by)
            values (:id, :region, :person, :enterprise, :application, :label, :reason, :at, :by)
            """;
    private static final String LIFT = """
            update privacy.legal_hold
               set lifted_at = :at, lifted_by = :by, lift_reason = :reason
             where id = :id and lifted_at is null
            """;
    private static final String OF_PERSON = """
            select distinct h.reason
              from privacy.legal_hold h
             where h.lifted_at is null
               and (h.person = :person
                    or exists (select 1 from registry.pub_ownership o
                                where o.person = :person
                                  and h.enterprise = any (registry.pub_parts_of(o.enterprise))))
             order by h.reason
             limit 20
            """;

    private final JdbcClient database;

    HoldStore(JdbcClient database) {
        this.database = database;
    }

    /** A hold as it stands; of a person, an enterprise or a case. */
    record Hold(
            UUID id,
            String regionCode,
            HoldDesk.HeldKind kind,
            UUID subject,
            String label,
            String reason,
            Instant placedAt,
            UUID placedBy,
            @Nullable Instant liftedAt,
            @Nullable UUID liftedBy,
            @Nullable String liftReason) {}

    /** Until the running transaction ends nobody else disposes of anything or places a hold. */
    static void alone(JdbcClient database) {
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> 1)
                .single();
    }

    void insert(Hold hold) {
        alone(database);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", hold.id());
        values.put("region", hold.regionCode());
        values.put("person", hold.kind() == HoldDesk.HeldKind.PERSON ? hold.subject() : null);
        values.put("enterprise", hold.kind() == HoldDesk.HeldKind.ENTERPRISE ? hold.subject() : null);
        values.put("application", hold.kind() == HoldDesk.HeldKind.APPLICATION ? hold.subject() : null);
        values.put("label", hold.label());
        values.put("reason", hold.reason());
        values.put("at", Sql.at(hold.placedAt()));
        values.put("by", hold.placedBy());
        database.sql(INSERT).params(values).update();
    }

    boolean lift(UUID id, String reason, UUID by, Instant at) {
        return database.sql(LIFT)
                        .param("id", id)
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    /** Those that hold, the newest first; then those that were lifted. */
    @Transactional(readOnly = true)
    List<Hold> all(int limit) {
        return database.sql(COLUMNS + " order by lifted_at desc nulls first, placed_at desc, id desc limit :limit")
                .param("limit", limit)
                .query(HoldStore::hold)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Hold> find(UUID id) {
        return database.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(HoldStore::hold)
                .optional();
    }

    @Transactional(readOnly = true)
    List<String> reasonsFor(UUID person) {
        return database.sql(OF_PERSON)
                .param("person", person)
                .query(String.class)
                .list();
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        UUID person = Sql.uuidOrNull(row, "person");
        UUID enterprise = Sql.uuidOrNull(row, "enterprise");
        return new Hold(
                Sql.uuid(row, "id"),
                row.getString("region_code"),
                person != null
                        ? HoldDesk.HeldKind.PERSON
                        : enterprise != null ? HoldDesk.HeldKind.ENTERPRISE : HoldDesk.HeldKind.APPLICATION,
                person != null ? person : enterprise != null ? enterprise : Sql.uuid(row, "application"),
                row.getString("label"),
                row.getString("reason"),
                Sql.instant(row, "placed_at"),
                Sql.uuid(row, "placed_by"),
                Sql.instantOrNull(row, "lifted_at"),
                Sql.uuidOrNull(row, "lifted_by"),
                row.getString("lift_reason"));
    }
}
