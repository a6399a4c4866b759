package id.lumbung.platform.rotation;

import id.lumbung.platform.key.Vault;
import id.lumbung.platform.rotation.KeyRotator.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In every process that serves: says which keys it knows, and works at a rotation that was asked for, half of the time at
 * most, so that the office stays quick.
 */
final class KeyRotationJob implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRotationJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final String ALIVE = """
            insert into platform.serving_process (id, seen_at, seal_keys, fingerprint_keys)
            values (:id, clock_timestamp(), :seal, :fingerprint)
            on conflict (id) do update
               set seen_at = excluded.seen_at, seal_keys = excluded.seal_keys, fingerprint_keys = excluded.fingerprint_keys
            """;

    private final JdbcClient database;
    private final Rotations rotations;
    private final Vault vault;
    private final KeyRotator rotator;
    private final UUID process = UUID.randomUUID();
    private volatile boolean running;
    private CountDownLatch halt = new CountDownLatch(1);
    private @Nullable Thread thread;

    KeyRotationJob(JdbcClient database, Vault vault, KeyRotator rotator) {
        this.database = database;
        this.rotations = new Rotations(database);
        this.vault = vault;
        this.rotator = rotator;
    }

    @Override
    public void start() {
        running = true;
        halt = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("lumbung-key-rotation").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        halt.countDown();
        Thread working = thread;
        if (working == null) {
            return;
        }
        try {
            // not interrupted: the server would still do what it was asked, such as name this process as serving
            working.join(Duration.ofSeconds(5));
            database.sql("delete from platform.serving_process where id = :id")
                    .param("id", process)
                    .update();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException away) {
            LOG.debug("the process is forgotten later", away);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the first request: nobody may take a new key into use that this process does not know. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        boolean failing = false;
        try {
            while (running) {
                Duration pause = PAUSE;
                try {
                    pause = work();
                    failing = false;
                } catch (RuntimeException problem) {
                    if (!failing && running) {
                        LOG.error("the rotation of keys could not go on; it is tried again", problem);
                    }
                    failing = true;
                }
                if (halt.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One sign of life and, of a rotation, as much as fits before the next; returns how long to rest. */
    private Duration work() throws InterruptedException {
        alive();
        boolean open = rotations.open().isPresent();
        long until = System.nanoTime() + PAUSE.toNanos();
        while (open && running && System.nanoTime() < until) {
            long begun = System.nanoTime();
            Outcome outcome = rotator.step();
            if (outcome == Outcome.NOTHING) {
                return PAUSE;
            }
            if (outcome == Outcome.WAIT) {
                return Duration.ofSeconds(1);
            }
            if (halt.await(Math.min(System.nanoTime() - begun, 500_000_000L), TimeUnit.NANOSECONDS)) {
                return PAUSE;
            }
        }
        return open ? Duration.ZERO : PAUSE;
    }

    private void alive() {
        database.sql(ALIVE)
                .param("id", process)
                .param("seal", longs(vault.sealKeyNames()))
                .param("fingerprint", longs(vault.fingerprintKeyNames()))
                .update();
        database.sql("delete from platform.serving_process where seen_at < clock_timestamp() - interval '1 day'")
                .update();
    }

    private static Long[] longs(List<Integer> names) {
        return names.stream().map(Integer::longValue).toArray(Long[]::new);
    }
}
