package id.lumbung.platform.watch;

import id.lumbung.platform.Sight;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers that an alert can be written on. What the database knows is asked of it, at most every 15 seconds, so that
 * every process says the same and a restart forgets nothing; take the maximum over processes, not the sum.
 */
@Component
public class Meters {
    private static final Logger LOG = LoggerFactory.getLogger(Meters.class);
    private static final long KEPT = TimeUnit.SECONDS.toNanos(15);

    private final MeterRegistry registry;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Meters(MeterRegistry registry, JdbcClient database, PlatformTransactionManager transactions) {
        this.registry = registry;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.transaction.setTimeout(5);
    }

    /** A gauge whose SQL gives one number over the whole regency; NaN while the database does not answer. */
    public void ask(String name, String meaning, String sql) {
        Asked asked = new Asked(name, sql);
        Gauge.builder(name, asked, Asked::value).description(meaning).register(registry);
    }

    /** A gauge of something this process knows. */
    public void tell(String name, String meaning, java.util.function.DoubleSupplier value) {
        Gauge.builder(name, value::getAsDouble)
                .description(meaning)
                .strongReference(true)
                .register(registry);
    }

    /** A counter of something that happens in this process; sum it over processes. */
    public Counter count(String name, String meaning, String... tags) {
        return Counter.builder(name).description(meaning).tags(tags).register(registry);
    }

    /**
     * Failures of a recurring job in this process. A job asks for it when it is made, so that the number stands at nought
     * from the start and the first failure is an increase.
     */
    public Counter jobFailures(String job) {
        return count("lumbung.job.failures", "recurring jobs that failed", "job", job);
    }

    private final class Asked {
        private final String name;
        private final String sql;
        private double last = Double.NaN;
        private long at;
        private boolean known;

        Asked(String name, String sql) {
            this.name = name;
            this.sql = sql;
        }

        synchronized double value() {
            if (known && System.nanoTime() - at < KEPT) {
                return last;
            }
            try {
                Number found = Sight.system(
                        "metrics are of the whole regency",
                        () -> transaction.execute(
                                status -> database.sql(sql).query(Double.class).single()));
                last = found == null ? Double.NaN : found.doubleValue();
            } catch (RuntimeException problem) {
                LOG.warn("the metric {} cannot be read", name, problem);
                last = Double.NaN;
            }
            at = System.nanoTime();
            known = true;
            return last;
        }
    }
}
