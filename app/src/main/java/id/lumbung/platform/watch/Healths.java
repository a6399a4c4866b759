package id.lumbung.platform.watch;

import id.lumbung.platform.Home;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.key.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
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
    private static final long LEAST_ROOM = 200L << 20;

    @Bean
    HealthIndicator databaseHealthIndicator(javax.sql.DataSource dataSource) {
        JdbcTemplate database = new JdbcTemplate(dataSource);
        database.setQueryTimeout(3);
        return new Kept(() -> Integer.valueOf(1).equals(database.queryForObject("select 1", Integer.class)), 1);
    }

    @Bean
    HealthIndicator diskHealthIndicator(Home home) {
        return new Kept(() -> home.resolve(".").toFile().getUsableSpace() >= LEAST_ROOM, 5);
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
            try {
                return question.well() ? Health.up().build() : Health.down().build();
            } catch (Exception problem) {
                return Health.down().build();
            }
        }
    }
}
