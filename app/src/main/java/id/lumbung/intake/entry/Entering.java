package id.lumbung.intake.entry;

import id.lumbung.intake.IntakeProblem;
import id.lumbung.platform.Refused;
import id.lumbung.platform.key.Vault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * Brings the rows of a list into the database, in the transaction that runs. Three work at once: one reads and checks, one
 * seals and encodes, and this thread copies some thousand rows at a time into a temporary table, from which one statement
 * puts them in their place, under row-level security, without those that are in already.
 */
@Component
public class Entering {
    private static final Logger LOG = LoggerFactory.getLogger(Entering.class);
    private static final int BATCH = 400;
    private static final int WAITING = 8;
    /** Batches that are put in their place at once; as many may wait meanwhile, so that nobody stands still. */
    private static final int TOGETHER = 20;

    private static final String STAGING = """
            create temporary table intake_staging on commit drop as
            select id, list, region_code, line, owner_name, business_name, sex, address, rt, rw, activity, product, kbli, sector,
                   legal_form, size_class, operating, nib, birth_date, latitude, longitude, start_year, measured, notes,
                   nik_fingerprint, phone_fingerprint, row_fingerprint, sealed
              from intake.list_record
              with no data
            """;
    private static final String COPY = """
            copy intake_staging (id, list, region_code, line, owner_name, business_name, sex, address, rt, rw, activity, product,
                   kbli, sector, legal_form, size_class, operating, nib, birth_date, latitude, longitude, start_year, measured,
                   notes, nik_fingerprint, phone_fingerprint, row_fingerprint, sealed)
              from stdin (format binary)
            """;
    private static final String ENTER = """
            insert into intake.list_record (id, list, region_code, line, owner_name, business_name, sex, address, rt, rw, activity,
                   product, kbli, sector, legal_form, size_class, operating, nib, birth_date, latitude, longitude, start_year,
                   measured, notes, nik_fingerprint, phone_fingerprint, row_fingerprint, sealed)
            select s.id, s.list, s.region_code, s.line, s.owner_name, s.business_name, s.sex, s.address, s.rt, s.rw, s.activity,
                   s.product, s.kbli, s.sector, s.legal_form, s.size_class, s.operating, s.nib, s.birth_date, s.latitude,
                   s.longitude, s.start_year, s.measured, s.notes, s.nik_fingerprint, s.phone_fingerprint, s.row_fingerprint,
                   s.sealed
              from pg_temp.intake_staging s
            """;
    private static final String UNLESS_IN =
            " where not exists (select 1 from intake.list_record r where r.row_fingerprint = s.row_fingerprint)";
    /** Each row is looked up by its mark: statistics of a table that has just begun to grow lead to walking through it. */
    private static final String BY_INDEX =
            "set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_seqscan = off;"
                    + " set local enable_material = off; set local enable_memoize = off";

    private final DataSource dataSource;
    private final JdbcClient database;
    private final Vault vault;

    /** What came of it: {@code entered} rows are new, {@code known} are in from an earlier list, word for word. */
    public record Entered(Found found, long entered, long known) {}

    /** A batch on its way; the last one is empty. */
    private record Batch(List<ReadyRow> rows) {}

    private record Encoded(byte[] bytes, boolean last) {}

    public Entering(DataSource dataSource, JdbcClient database, Vault vault) {
        this.dataSource = dataSource;
        this.database = database;
        this.vault = vault;
    }

    /** @param goodRowsOnly false when nothing is to come in unless everything can */
    public Entered enter(UUID list, ListRun run, Reading reading, boolean goodRowsOnly, LongConsumer progress) {
        database.sql(STAGING).update();
        Pipe pipe = new Pipe();
        Thread reader = Thread.ofPlatform().name("intake-read").start(pipe.guarded(() -> {
            pipe.read(run, reading, goodRowsOnly, progress);
        }));
        Thread encoder = Thread.ofPlatform().name("intake-seal").start(pipe.guarded(() -> pipe.encode(vault, list)));
        try {
            long begun = System.nanoTime();
            boolean first = !Boolean.TRUE.equals(database.sql("select exists (select 1 from intake.list_record)")
                    .query(Boolean.class)
                    .single());
            if (!first) {
                database.sql(BY_INDEX).update();
            }
            Counted counted = place(pipe, first ? ENTER : ENTER + UNLESS_IN);
            pipe.rethrow();
            LOG.info(
                    "list {}: {} rows came in of {} in {} ms",
                    list,
                    counted.entered,
                    counted.copied,
                    (System.nanoTime() - begun) / 1_000_000);
            return new Entered(pipe.found(), counted.entered, counted.copied - counted.entered);
        } finally {
            pipe.stop(reader, encoder);
        }
    }

    private static final class Counted {
        private long copied;
        private long entered;
    }

    /** Some thousand rows at a time are copied and put in their place, while the next are read and sealed. */
    private Counted place(Pipe pipe, String enter) {
        Counted counted = new Counted();
        boolean last = false;
        while (!last) {
            List<Encoded> some = new ArrayList<>(TOGETHER);
            while (!last && some.size() < TOGETHER) {
                Encoded one = pipe.encoded();
                if (one == null) {
                    pipe.rethrow();
                    throw new IllegalStateException("the rows of a list came to no end");
                }
                last = one.last();
                some.add(one);
            }
            long copied = copy(some);
            if (copied > 0) {
                counted.copied += copied;
                counted.entered += database.sql(enter).update();
                database.sql("truncate pg_temp.intake_staging").update();
            }
        }
        return counted;
    }

    private long copy(List<Encoded> some) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            copy.writeToCopy(CopyBuffer.HEAD, 0, CopyBuffer.HEAD.length);
            for (Encoded one : some) {
                copy.writeToCopy(one.bytes(), 0, one.bytes().length);
            }
            copy.writeToCopy(CopyBuffer.END, 0, CopyBuffer.END.length);
            return copy.endCopy();
        } catch (SQLException problem) {
            throw new IllegalStateException(
                    "a list could not be copied",
                    new SQLStateSQLExceptionTranslator().translate("copy", null, problem));
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Between the three. A failure of one ends the others. */
    private static final class Pipe {
        private final BlockingQueue<Batch> checked = new ArrayBlockingQueue<>(WAITING);
        private final BlockingQueue<Encoded> sealed = new ArrayBlockingQueue<>(TOGETHER);
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final AtomicReference<@Nullable Found> outcome = new AtomicReference<>();

        private interface Work {
            void run() throws InterruptedException;
        }

        Runnable guarded(Work work) {
            return () -> {
                try {
                    work.run();
                } catch (InterruptedException stopped) {
                    failure.compareAndSet(null, stopped);
                    Thread.currentThread().interrupt();
                } catch (Throwable problem) {
                    failure.compareAndSet(null, problem);
                }
            };
        }

        void read(ListRun run, Reading reading, boolean goodRowsOnly, LongConsumer progress)
                throws InterruptedException {
            List<List<ReadyRow>> open = new ArrayList<>();
            open.add(new ArrayList<>(BATCH));
            Found found = run.run(reading, progress, (row, findings) -> {
                if (findings.keepsOut()) {
                    if (!goodRowsOnly && !findings.elsewhere()) {
                        throw new Refused(IntakeProblem.ROWS_WRONG, "intake.rows-wrong");
                    }
                    return;
                }
                List<ReadyRow> batch = open.getFirst();
                batch.add(ReadyRow.of(row, findings, reading.region()));
                if (batch.size() == BATCH) {
                    open.set(0, new ArrayList<>(BATCH));
                    put(new Batch(batch));
                }
            });
            if (!open.getFirst().isEmpty()) {
                put(new Batch(open.getFirst()));
            }
            outcome.set(found);
            checked.put(new Batch(List.of()));
        }

        private void put(Batch batch) {
            try {
                checked.put(batch);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped", stopped);
            }
        }

        void encode(Vault vault, UUID list) throws InterruptedException {
            RecordEncoder encoder = new RecordEncoder(vault, list);
            while (true) {
                Batch batch = checked.take();
                boolean last = batch.rows().isEmpty();
                sealed.put(new Encoded(last ? new byte[0] : encoder.encode(batch.rows()), last));
                if (last) {
                    return;
                }
            }
        }

        /** Null when one of the others failed. */
        @Nullable
        Encoded encoded() {
            try {
                while (true) {
                    Encoded some = sealed.poll(100, TimeUnit.MILLISECONDS);
                    if (some != null || failure.get() != null) {
                        return failure.get() == null ? some : null;
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return null;
            }
        }

        Found found() {
            Found found = outcome.get();
            if (found == null) {
                throw new IllegalStateException("a run through a list came to no end");
            }
            return found;
        }

        void rethrow() {
            Throwable problem = failure.get();
            if (problem instanceof RuntimeException refused) {
                throw refused;
            }
            if (problem instanceof Error broken) {
                throw broken;
            }
            if (problem != null) {
                throw new IllegalStateException(problem);
            }
        }

        void stop(Thread... threads) {
            for (Thread thread : threads) {
                thread.interrupt();
            }
            for (Thread thread : threads) {
                boolean done = false;
                while (!done) {
                    try {
                        thread.join();
                        done = true;
                    } catch (InterruptedException stopped) {
                        // both end as soon as they are interrupted
                        thread.interrupt();
                    }
                }
            }
        }
    }
}
