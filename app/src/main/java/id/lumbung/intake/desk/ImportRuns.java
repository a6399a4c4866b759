package id.lumbung.intake.desk;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.platform.Origin;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work at lists that takes longer than a page may, one after the other: two at once would only take the office its
 * processors. Whoever began it may go on meanwhile; a short one is waited for.
 */
@Component
class ImportRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("intake").daemon(true).factory());

    /** Runs on behalf of this person; returns when it is done or when that takes long. Within a transaction it runs after it. */
    void run(Actor actor, Runnable work) {
        Origin origin = Origin.current();
        Runnable all = () -> {
            try {
                Origin.<@Nullable Void>within(origin, () -> {
                    CurrentActor.runAs(actor, work);
                    return null;
                });
            } catch (RuntimeException problem) {
                LOG.error("work at a list failed", problem);
            }
        };
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // what was begun is known to others only once it is committed
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    worker.execute(all);
                }
            });
            return;
        }
        Future<?> done = worker.submit(all);
        try {
            done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException longer) {
            // the page of the list tells how far it is
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("work at a list failed", failed);
        }
    }

    /** Returns when everything that was begun so far is done. */
    void await() {
        try {
            worker.submit(() -> {}).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
