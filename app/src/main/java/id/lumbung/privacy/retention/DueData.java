package id.lumbung.privacy.retention;

import id.lumbung.platform.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lies beyond its time under a class, and whether a legal hold keeps it; within sight. */
@Component
@Transactional(readOnly = true)
class DueData {
    private static final String HELD_CASE = """
            exists (select 1 from privacy.legal_hold h
                     where h.lifted_at is null
                       and (h.application = c.id
                            or h.enterprise = c.enterprise
                            or h.enterprise = any (registry.pub_parts_of(c.enterprise))
                            or h.person in (select o.person from registry.pub_ownership o
                                             where o.enterprise = any (registry.pub_parts_of(c.enterprise)))))
            """;
    private static final String DRAFTS = """
            select c.id, c.receipt as label, c.region_code,
                   (c.changed_at at time zone 'Asia/Jakarta')::date as happened_on, %s as held
              from licensing.pub_case_age c
             where c.submissions = 0 and c.ended_at is null and c.erased_at is null
            """.formatted(HELD_CASE);
    private static final String NOT_LICENSED = """
            select c.id, c.receipt as label, c.region_code,
                   (c.ended_at at time zone 'Asia/Jakarta')::date as happened_on, %s as held
              from licensing.pub_case_age c
             where c.licence is null and c.ended_at is not null and c.papers > 0
            """.formatted(HELD_CASE);
    private static final String LICENCE_ENDED = """
            select c.id, c.receipt as label, c.region_code, c.licence_ended_on as happened_on, %s as held
              from licensing.pub_case_age c
             where c.licence_ended_on is not null and c.papers > 0
            """.formatted(HELD_CASE);
    private static final String REQUESTS = """
            select r.id, r.number as label, r.region_code,
                   (r.ended_at at time zone 'Asia/Jakarta')::date as happened_on,
                   exists (select 1 from privacy.legal_hold h
                            where h.lifted_at is null
                              and (h.person = r.person
                                   or exists (select 1 from registry.pub_ownership o
                                               where o.person = r.person
                                                 and h.enterprise = any (registry.pub_parts_of(o.enterprise))))) as held
              from privacy.request r
             where r.ended_at is not null and r.erased_at is null
            """;
    private static final String DUE = """
            select d.id, d.label, d.region_code, d.happened_on, d.held
              from (%s) d
             where d.happened_on <= :until
               and (cast(:id as uuid) is null or d.id = :id)
               and (:withHeld or not d.held)
               and (cast(:afterOn as date) is null or (d.happened_on, d.id) > (cast(:afterOn as date), cast(:afterId as uuid)))
             order by d.happened_on, d.id
             limit :limit
            """;
    private static final String COUNT = """
            select count(*) filter (where not d.held) as due, count(*) filter (where d.held) as held
              from (%s) d
             where d.happened_on <= :until
            """;

    private final JdbcClient database;

    DueData(JdbcClient database) {
        this.database = database;
    }

    /** One thing whose time is over. */
    record Due(UUID id, String label, String regionCode, LocalDate happenedOn, boolean held) {}

    /** How much is due, and how much of it a hold keeps. */
    record Count(long due, long held) {}

    List<Due> under(RetentionClass rule, LocalDate today, boolean withHeld, int limit) {
        return under(rule, today, withHeld, null, limit);
    }

    /** Those that come after this one. */
    List<Due> under(RetentionClass rule, LocalDate today, boolean withHeld, @Nullable Due after, int limit) {
        return found(rule, today, null, withHeld, after, limit);
    }

    /** The same again for one, just before it goes. */
    Optional<Due> stillDue(RetentionClass rule, LocalDate today, UUID id) {
        return found(rule, today, id, false, null, 1).stream().findFirst();
    }

    private List<Due> found(
            RetentionClass rule, LocalDate today, @Nullable UUID id, boolean withHeld, @Nullable Due after, int limit) {
        Integer days = rule.days();
        if (days == null) {
            return List.of();
        }
        return database.sql(DUE.formatted(candidates(rule.event())))
                .param("until", today.minusDays(days))
                .param("id", id)
                .param("withHeld", withHeld)
                .param("afterOn", after == null ? null : after.happenedOn())
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, number) -> new Due(
                        Sql.uuid(row, "id"),
                        row.getString("label"),
                        row.getString("region_code"),
                        Sql.date(row, "happened_on"),
                        row.getBoolean("held")))
                .list();
    }

    Count count(RetentionClass rule, LocalDate today) {
        Integer days = rule.days();
        if (days == null) {
            return new Count(0, 0);
        }
        return database.sql(COUNT.formatted(candidates(rule.event())))
                .param("until", today.minusDays(days))
                .query((row, number) -> new Count(row.getLong("due"), row.getLong("held")))
                .single();
    }

    private static String candidates(RetentionEvent event) {
        return switch (event) {
            case CASE_CHANGED -> DRAFTS;
            case CASE_ENDED -> NOT_LICENSED;
            case LICENCE_ENDED -> LICENCE_ENDED;
            case REQUEST_ENDED -> REQUESTS;
            case NEVER -> throw new IllegalArgumentException("nothing is ever due");
        };
    }
}
