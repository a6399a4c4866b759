package id.lumbung.matching.coverage;

import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.platform.Texts;
import id.lumbung.platform.watch.Meters;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts anew how much of each list is known, a while after records were compared, judged or licensed. All is counted at
 * once with the sight of the whole: whether a business of one kecamatan is known in another does not depend on who asks.
 */
@Component
public class CoverageCounting {
    private static final Logger LOG = LoggerFactory.getLogger(CoverageCounting.class);
    private static final String WHY = "counting how much of the lists is known";
    /** Any number but that of the match room; the same in every process. */
    private static final long TURN = 0x4C554D43;
    /** While a large list is being compared, every minute has a new count that is old in the next. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String LICENSED = """
            (l.state <> 'REVOKED' and l.issued_on <= :today and (l.valid_until is null or l.valid_until >= :today))
            """;
    private static final String STAND = """
            select concat_ws(' ', cast(:today as date),
                             (select max(r.seq) from matching.record r where r.seq is not null),
                             (select max(r.changed_at) from matching.record r where r.seq is null),
                             (select max(j.at) from matching.judgement j),
                             (select count(*) || '/' || count(*) filter (where %s) from licensing.pub_licence l)) as stand,
                   exists (select 1 from matching.record r where r.seq is null and r.gone_at is null) as comparing
            """.formatted(LICENSED);
    private static final String COUNTED = "select stand, counted_at from matching.coverage_count";

    private static final String COUNT = """
            with licensed as materialized (
                 select distinct l.enterprise
                   from licensing.pub_licence l
                  where %s),
            member as materialized (
                 select r.id, r.list, r.region_code, r.business, r.seq is null and r.list is not null as waiting
                   from matching.record r
                  where r.gone_at is null
                    and (r.list is null or r.list in (select p.id from intake.pub_list p where p.state = 'ENTERED'))),
            known as materialized (
                 select m.business,
                        case when bool_or(l.enterprise is not null) then 'LICENSED'
                             when bool_or(m.list is null) then 'REGISTERED'
                             else 'NEITHER' end as standing,
                        coalesce(array_agg(distinct m.list order by m.list) filter (where m.list is not null), '{}') as lists,
                        (array_agg(m.region_code order by m.id <> m.business, m.id))[1] as region_code
                   from member m
                   left join licensed l on m.list is null and l.enterprise = m.id
                  where not m.waiting
                  group by m.business),
            first as (
                 select distinct on (m.list, m.business) m.list, m.business, m.region_code
                   from member m
                  where m.list is not null
                    and not m.waiting
                  order by m.list, m.business, m.id),
            counted as (
                 insert into matching.coverage_mix (region_code, lists, standing, businesses)
                 select k.region_code, k.lists, k.standing, count(*)
                   from known k
                  group by k.region_code, k.lists, k.standing)
            insert into matching.coverage
                   (list, region_code, records, waiting, businesses, licensed, registered, elsewhere, fresh)
            select c.list, c.region_code, sum(c.records), sum(c.waiting), sum(c.businesses), sum(c.licensed),
                   sum(c.registered), sum(c.elsewhere), sum(c.fresh)
              from (select m.list, m.region_code, count(*) as records, count(*) filter (where m.waiting) as waiting,
                           0 as businesses, 0 as licensed, 0 as registered, 0 as elsewhere, 0 as fresh
                      from member m
                     where m.list is not null
                     group by m.list, m.region_code
                     union all
                    select f.list, f.region_code, 0, 0, count(*),
                           count(*) filter (where k.standing = 'LICENSED'),
                           count(*) filter (where k.standing = 'REGISTERED'),
                           count(*) filter (where k.standing = 'NEITHER' and cardinality(k.lists) > 1),
                           count(*) filter (where k.standing = 'NEITHER' and cardinality(k.lists) = 1)
                      from first f
                      join known k on k.business = f.business
                     group by f.list, f.region_code) c
             group by c.list, c.region_code
            """.formatted(LICENSED);
    private static final String KEEP = """
            insert into matching.coverage_count as c (stand, counted_at)
            values (:stand, :at)
            on conflict (single) do update set stand = excluded.stand, counted_at = excluded.counted_at
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Counter failures;

    private record Stand(String stand, boolean comparing) {}

    private record Counted(String stand, Instant at) {}

    CoverageCounting(JdbcClient database, TransactionTemplate transaction, Clock clock, Meters meters) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        failures = meters.jobFailures("coverage");
    }

    /** Counts when something has changed; nobody waits for it. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1M")
    void round() {
        try {
            inTurn(false);
        } catch (RuntimeException problem) {
            LOG.error("the coverage of lists could not be counted", problem);
            failures.increment();
        }
    }

    /** Counts now. */
    public void count() {
        inTurn(true);
    }

    private void inTurn(boolean atOnce) {
        Sight.system(
                WHY,
                () -> transaction.executeWithoutResult(status -> {
                    Stand now = stand();
                    if ((atOnce || isDue(now)) && isMyTurn()) {
                        long begun = System.nanoTime();
                        anew(now);
                        LOG.debug(
                                "the coverage of lists was counted in {} ms", (System.nanoTime() - begun) / 1_000_000);
                    }
                }));
    }

    private boolean isMyTurn() {
        return database.sql("select pg_try_advisory_xact_lock(:turn)")
                .param("turn", TURN)
                .query(Boolean.class)
                .single();
    }

    private Stand stand() {
        return database.sql(STAND)
                .param("today", today())
                .query((row, number) -> new Stand(row.getString("stand"), row.getBoolean("comparing")))
                .single();
    }

    private boolean isDue(Stand now) {
        Optional<Counted> before = database.sql(COUNTED)
                .query((row, number) -> new Counted(row.getString("stand"), Sql.instant(row, "counted_at")))
                .optional();
        return before.isEmpty()
                || !before.get().stand().equals(now.stand())
                        && (!now.comparing() || before.get().at().plus(PATIENCE).isBefore(clock.instant()));
    }

    private void anew(Stand now) {
        database.sql("delete from matching.coverage").update();
        database.sql("delete from matching.coverage_mix").update();
        database.sql(COUNT).param("today", today()).update();
        database.sql(KEEP)
                .param("stand", now.stand())
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Texts.ZONE));
    }
}
