package id.lumbung.matching.pair;

import id.lumbung.intake.ListEntered;
import id.lumbung.intake.ListUndone;
import id.lumbung.matching.index.Cells;
import id.lumbung.matching.index.Key;
import id.lumbung.matching.index.MatchIndex;
import id.lumbung.matching.index.Records;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.platform.watch.Meters;
import id.lumbung.registry.EnterpriseRegistered;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/**
 * Compares every record soon after it entered, in the background: nobody at a counter waits for it. Which records are still
 * to be compared stands in the database, written in the transaction in which they entered, so none is forgotten when a
 * process ends. One process at a time compares.
 */
@Component
public class MatchRoom implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(MatchRoom.class);
    private static final String WHY = "comparing records";
    private static final int BATCH = 500;
    /** Any number; the same in every process. */
    private static final long TURN = 0x4C554D42;

    private static final String CHANGED = """
            insert into matching.record as r (id, region_code, business, changed_at)
            values (:id, :regionCode, :id, :at)
            on conflict (id) do update set region_code = excluded.region_code, seq = null, changed_at = excluded.changed_at
            """;
    private static final String WAIT = """
            insert into matching.waiting_list as w (list, what, since)
            values (:list, :what, :at)
            on conflict (list) do update set what = excluded.what, since = excluded.since
            """;
    private static final String UNKNOWN_LISTS = """
            insert into matching.waiting_list (list, what, since)
            select l.id, 'ENTERED', :at
              from intake.pub_list l
             where l.state = 'ENTERED'
               and l.entered > 0
               and not exists (select 1 from matching.record r where r.list = l.id)
            on conflict do nothing
            """;
    private static final String TAKE_UP = """
            insert into matching.record (id, list, region_code, business, changed_at)
            select r.id, r.list, r.region_code, r.id, :at
              from intake.pub_list_record r
             where r.list = :list
            on conflict (id) do nothing
            """;
    private static final String OF_LIST = """
            select id from matching.record where list = :list and gone_at is null order by id limit :limit
            """;
    private static final String TAKE_OUT = """
            update matching.record
               set gone_at = :at, seq = nextval('matching.record_seq')
             where id in (:records)
            """;
    private static final String TO_COMPARE = """
            select id, list, region_code
              from matching.record
             where seq is null
               and gone_at is null
             order by changed_at, id
             limit :limit
            """;
    private static final String COMPARED = """
            update matching.record r
               set seq = c.seq
              from (select record, nextval('matching.record_seq') as seq
                      from unnest(:records::uuid[]) with ordinality as o (record, place)
                     order by place) c
             where r.id = c.record
            """;
    private static final String LAST = "select coalesce(max(seq), 0) from matching.record where id in (:records)";
    private static final String MISSED = """
            insert into matching.record (id, region_code, business, changed_at)
            select e.id, e.region_code, e.id, :at
              from registry.pub_enterprise e
             where not exists (select 1 from matching.record r where r.id = e.id)
            """;

    private final JdbcClient database;
    private final MatchIndex index;
    private final Records records;
    private final Pairs pairs;
    private final Businesses businesses;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Counter failures;
    private final ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    private final boolean serves;
    private boolean missedTakenUp;

    private record Waiting(UUID list, String what) {}

    MatchRoom(
            JdbcClient database,
            MatchIndex index,
            Records records,
            Pairs pairs,
            Businesses businesses,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationContext context,
            @Value("${lumbung.matching.by-itself:true}") boolean byItself,
            Meters meters) {
        this.database = database;
        this.index = index;
        this.records = records;
        this.pairs = pairs;
        this.businesses = businesses;
        this.transaction = transaction;
        this.clock = clock;
        serves = byItself && context instanceof WebApplicationContext;
        failures = meters.jobFailures("matching");
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        // one at work and one behind it, which sees all that came meanwhile
        executor.setQueueCapacity(1);
        executor.setThreadNamePrefix("match-room-");
        executor.setDaemon(true);
        executor.setThreadPriority(Thread.MIN_PRIORITY);
        executor.initialize();
    }

    /** An enterprise is new, or more is known of it. */
    @EventListener
    void on(EnterpriseRegistered event) {
        // it may have moved here from a region that the officer does not see
        Sight.system(
                WHY,
                () -> database.sql(CHANGED)
                        .param("id", event.enterprise().value())
                        .param("regionCode", event.regionCode())
                        .param("at", Sql.at(clock.instant()))
                        .update());
        soon();
    }

    @EventListener
    void on(ListEntered event) {
        waiting(event.list(), "ENTERED");
    }

    @EventListener
    void on(ListUndone event) {
        waiting(event.list(), "UNDONE");
    }

    private void waiting(UUID list, String what) {
        database.sql(WAIT)
                .param("list", list)
                .param("what", what)
                .param("at", Sql.at(clock.instant()))
                .update();
        soon();
    }

    private void soon() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            begin();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                begin();
            }
        });
    }

    private void begin() {
        if (!serves) {
            return; // a command beside the process that serves leaves it to that one; tests say when
        }
        try {
            executor.execute(this::round);
        } catch (RejectedExecutionException waiting) {
            LOG.trace("the match room will see it in the round that waits");
        }
    }

    /** What another process left behind, and what an index missed. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT30S")
    void rounds() {
        begin();
    }

    /** Compares all that waits; returns when nothing waits, or when another process is at it. */
    public synchronized void round() {
        try {
            Sight.system(WHY, () -> {
                if (!missedTakenUp) {
                    transaction.executeWithoutResult(status -> takeUpMissed());
                    missedTakenUp = true;
                }
                lists();
                long begun = System.nanoTime();
                int compared = 0;
                for (int some = BATCH; some == BATCH && !Thread.currentThread().isInterrupted(); compared += some) {
                    Integer done = transaction.execute(status -> compareSome());
                    some = done == null ? 0 : done;
                }
                if (compared > 0) {
                    LOG.info(
                            "{} records compared with {} in {} ms",
                            compared,
                            index.size(),
                            (System.nanoTime() - begun) / 1_000_000);
                }
            });
        } catch (RuntimeException problem) {
            index.forget();
            LOG.error("records could not be compared", problem);
            failures.increment();
        }
    }

    /** Enterprises from before there was any comparing. */
    private void takeUpMissed() {
        if (isMyTurn()) {
            database.sql(MISSED).param("at", Sql.at(clock.instant())).update();
        }
    }

    private boolean isMyTurn() {
        return database.sql("select pg_try_advisory_xact_lock(:turn)")
                .param("turn", TURN)
                .query(Boolean.class)
                .single();
    }

    private void lists() {
        // those that a command beside this process brought in, and those from before there was any comparing
        transaction.executeWithoutResult(status ->
                database.sql(UNKNOWN_LISTS).param("at", Sql.at(clock.instant())).update());
        List<Waiting> waiting = transaction.execute(status -> database.sql(
                        "select list, what from matching.waiting_list order by since, list limit 100")
                .query((row, number) -> new Waiting(Sql.uuid(row, "list"), row.getString("what")))
                .list());
        for (Waiting one : waiting == null ? List.<Waiting>of() : waiting) {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> isMyTurn() && move(one)));
            }
        }
    }

    /** Takes the records of a list up, or some of them out; whether there are more. */
    private boolean move(Waiting list) {
        if (list.what().equals("ENTERED")) {
            database.sql(TAKE_UP)
                    .param("list", list.list())
                    .param("at", Sql.at(clock.instant()))
                    .update();
        } else {
            List<UUID> some = database.sql(OF_LIST)
                    .param("list", list.list())
                    .param("limit", BATCH)
                    .query(UUID.class)
                    .list();
            if (!some.isEmpty()) {
                Set<UUID> touched = new HashSet<>(partners(some));
                pairs.withdrawAll(some);
                database.sql(TAKE_OUT)
                        .param("records", some)
                        .param("at", Sql.at(clock.instant()))
                        .update();
                touched.removeAll(some);
                businesses.regroup(touched);
                return true;
            }
        }
        database.sql("delete from matching.waiting_list where list = :list and what = :what")
                .param("list", list.list())
                .param("what", list.what())
                .update();
        return false;
    }

    private List<UUID> partners(List<UUID> some) {
        return pairs.of(some, 100_000).stream()
                .filter(pair -> pair.state().joins())
                .flatMap(pair -> List.of(pair.a(), pair.b()).stream())
                .distinct()
                .toList();
    }

    /** How many; fewer than a batch when nothing waits or another process is at it. */
    private int compareSome() {
        if (!isMyTurn()) {
            return 0;
        }
        index.readOn();
        if (index.isTooLarge()) {
            return 0;
        }
        List<Key> keys = database.sql(TO_COMPARE)
                .param("limit", BATCH)
                .query((row, number) ->
                        new Key(Sql.uuid(row, "id"), Sql.uuidOrNull(row, "list"), row.getString("region_code")))
                .list();
        if (keys.isEmpty()) {
            return 0;
        }
        List<UUID> ids = keys.stream().map(Key::id).toList();
        pairs.withdraw(ids);
        List<FoundPair> found = new ArrayList<>();
        for (Cells cells : records.read(keys)) {
            for (MatchIndex.Hit hit : index.put(cells)) {
                if (Zones.isKept(hit.business())) {
                    found.add(new FoundPair(cells.key(), hit.key(), hit.business(), hit.owner()));
                }
            }
        }
        pairs.keep(found);
        businesses.regroup(ids);
        database.sql(COMPARED).param("records", ids.toArray(UUID[]::new)).update();
        index.putUpTo(database.sql(LAST).param("records", ids).query(Long.class).single());
        return keys.size();
    }

    @Override
    public void destroy() {
        executor.shutdown();
    }
}
