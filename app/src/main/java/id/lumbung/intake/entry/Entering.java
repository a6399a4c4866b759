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
 * seals and encodes, and this thread copies into a temporary table. From there one statement puts them in their place,
 * under row-level security, without those that are in already.
 */
@Component
public class Entering {
    private static final Logger LOG = LoggerFactory.getLogger(Entering.class);
    private static final int BATCH = 400;
    private static final int WAITING = 8;
    private static final int SMALL = 2_000;

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
             where not exists (select 1 from intake.list_record r where r.row_fingerprint = s.row_fingerprint)
            """;

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
            long copied = copy(pipe);
            pipe.rethrow();
            long staged = System.nanoTime();
            database.sql("analyze pg_temp.intake_staging").update();
            if (copied > SMALL) {
                // an empty list_record is thought to stay empty, and would be walked through again for each row put
                // into it
                database.sql("set local enable_nestloop = off").update();
            }
            long entered = database.sql(ENTER).update();
            LOG.info(
                    "list {}: {} rows checked, sealed and copied in {} ms, {} put in their place in {} ms",
                    list,
                    copied,
                    (staged - begun) / 1_000_000,
                    entered,
                    (System.nanoTime() - staged) / 1_000_000);
            return new Entered(pipe.found(), entered, copied - entered);
        } finally {
            pipe.stop(reader, encoder);
        }
    }

    private long copy(Pipe pipe) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        CopyIn copy = null;
        try {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            while (true) {
                Encoded some = pipe.encoded();
                if (some == null) {
                    copy.cancelCopy();
                    pipe.rethrow();
                    throw new IllegalStateException("the rows of a list came to no end");
                }
                copy.writeToCopy(some.bytes(), 0, some.bytes().length);
                if (some.last()) {
                    return copy.endCopy();
                }
            }
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
        private final BlockingQueue<Encoded> sealed = new ArrayBlockingQueue<>(WAITING);
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
            boolean first = true;
            while (true) {
                Batch batch = checked.take();
                if (batch.rows().isEmpty()) {
                    sealed.put(new Encoded(encoder.end(first), true));
                    return;
                }
                sealed.put(new Encoded(encoder.encode(batch.rows(), first), false));
                first = false;
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
