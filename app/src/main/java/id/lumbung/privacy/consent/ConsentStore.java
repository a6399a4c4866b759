package id.lumbung.privacy.consent;

import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Statements in their table, which only grows. */
@Component
@Transactional
class ConsentStore {
    private static final String INSERT = """
            insert into privacy.consent
                (id, person, purpose, region_code, given, how, request, said_on, recorded_at, recorded_by)
            values (:id, :person, :purpose, :region, :given, :how, :request, :said, :at, :by)
            """;
    private static final String HISTORY = """
            select id, purpose, given, how, said_on, recorded_at, recorded_by
              from privacy.consent
             where person = :person
             order by recorded_at desc, id desc
             limit 200
            """;
    private static final String STANDING = """
            select purpose, given, how, said_on, recorded_at
              from privacy.standing_consents(:person, null)
             order by purpose
            """;
    /** Owners of a business here who have said yes, last and so that it counts. */
    private static final String CONSENTING = """
            select distinct s.person, p.name as owner, e.id as enterprise, e.number, e.name, e.region_code, s.said_on
              from privacy.standing_consents(null, :purpose) s
              join registry.pub_ownership o on o.person = s.person and o.until is null
              join registry.pub_enterprise part on part.id = o.enterprise
              join registry.pub_enterprise e on e.id = coalesce(part.merged_into, part.id)
              join registry.pub_person p on p.id = s.person
             where s.given
               and (e.region_code = :region or starts_with(e.region_code, :region || '.'))
             order by e.region_code, e.name, e.id, s.person
             limit :limit
            """;

    private final JdbcClient database;

    ConsentStore(JdbcClient database) {
        this.database = database;
    }

    /** Somebody who may be written to. */
    record Consenting(UUID person, String owner, UUID enterprise, String number, String name, String regionCode) {
        @Override
        public String toString() {
            return "Consenting[" + number + "]";
        }
    }

    void append(UUID person, String region, Statement said, @Nullable UUID request) {
        database.sql(INSERT)
                .param("id", said.id())
                .param("person", person)
                .param("purpose", said.purpose())
                .param("region", region)
                .param("given", said.given())
                .param("how", said.how().name())
                .param("request", request)
                .param("said", said.saidOn())
                .param("at", Sql.at(said.recordedAt()))
                .param("by", said.recordedBy())
                .update();
    }

    /** What was said at counters in sight, the newest first. */
    @Transactional(readOnly = true)
    List<Statement> history(UUID person) {
        return database.sql(HISTORY)
                .param("person", person)
                .query((row, number) -> new Statement(
                        Sql.uuid(row, "id"),
                        row.getString("purpose"),
                        row.getBoolean("given"),
                        Expression.valueOf(row.getString("how")),
                        Sql.date(row, "said_on"),
                        Sql.instant(row, "recorded_at"),
                        Sql.uuidOrNull(row, "recorded_by")))
                .list();
    }

    /** What counts, at whichever counter it was said; one a purpose. */
    @Transactional(readOnly = true)
    List<Statement> standing(UUID person) {
        return database.sql(STANDING)
                .param("person", person)
                .query((row, number) -> new Statement(
                        Ids.next(),
                        row.getString("purpose"),
                        row.getBoolean("given"),
                        Expression.valueOf(row.getString("how")),
                        Sql.date(row, "said_on"),
                        Sql.instant(row, "recorded_at"),
                        null))
                .list();
    }

    @Transactional(readOnly = true)
    List<Consenting> consenting(String purpose, String region, int limit) {
        return database.sql(CONSENTING)
                .param("purpose", purpose)
                .param("region", region)
                .param("limit", limit)
                .query((row, number) -> new Consenting(
                        Sql.uuid(row, "person"),
                        row.getString("owner"),
                        Sql.uuid(row, "enterprise"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("region_code")))
                .list();
    }
}
