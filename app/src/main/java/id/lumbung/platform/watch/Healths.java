package id.lumbung.platform.watch;

import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.key.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What this process needs to serve: the database, room on the disk, a place for documents, keys that open. Each is looked
 * at no more than every few seconds, however often somebody asks.
 */
@Configuration(proxyBeanMethods = false)
class Healths {
    @Bean
    HealthIndicator databaseHealthIndicator(javax.sql.DataSource dataSource) {
        JdbcTemplate database = new JdbcTemplate(dataSource);
        database.setQueryTimeout(3);
        return new Kept(() -> Integer.valueOf(1).equals(database.queryForObject("select 1", Integer.class)), 1);
    }

    @Bean
    HealthIndicator diskHealthIndicator(Room room) {
        return new Kept(() -> room.left() >= Room.TO_BE_READY, 1);
    }

    @Bean
    HealthIndicator documentsHealthIndicator(DocumentStore documents) {
        return new Kept(
                () -> {
                    documents.probe();
                    return true;
                },
                10);
    }

    @Bean
    HealthIndicator keysHealthIndicator(Vault vault) {
        byte[] plain = "lumbung".getBytes(StandardCharsets.UTF_8);
        return new Kept(() -> Arrays.equals(plain, vault.open(vault.seal(plain, "health"), "health")), 10);
    }

    /** A pool waits half a minute for a database that is away; who asks for the health does not. */
    private static final long PATIENCE_SECONDS = 3;

    private interface Question {
        boolean well() throws Exception;
    }

    /** An answer that is kept for some seconds; says well or not, and no more to anybody. */
    private static final class Kept implements HealthIndicator {
        private final Question question;
        private final long nanoseconds;
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Health last;
        private long at;

        Kept(Question question, int seconds) {
            this.question = question;
            this.nanoseconds = TimeUnit.SECONDS.toNanos(seconds);
        }

        @Override
        public Health health() {
            lock.lock();
            try {
                Health now = last;
                if (now == null || System.nanoTime() - at > nanoseconds) {
                    now = ask();
                    last = now;
                    at = System.nanoTime();
                }
                return now;
            } finally {
                lock.unlock();
            }
        }

        private Health ask() {
            FutureTask<Boolean> asked = new FutureTask<>(question::well);
            Thread.startVirtualThread(asked);
            try {
                return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        ? Health.up().build()
                        : Health.down().build();
            } catch (ExecutionException | TimeoutException problem) {
                return Health.down().build();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Health.down().build();
            } finally {
                asked.cancel(true);
            }
        }
    }
}
