package id.lumbung.licensing.licence;

import id.lumbung.licensing.licence.paper.SheetPrinter;
import id.lumbung.licensing.licence.paper.Snapshot;
import id.lumbung.platform.Sight;
import id.lumbung.platform.watch.Meters;
import id.lumbung.platform.watch.Requests;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prints sheets one after the other, soon after they were made; nobody waits for it, since whoever wants a sheet sooner
 * gets it printed at once. So a sheet lets people pass: while more requests are served than there are processors, it waits,
 * for twenty seconds at most. What a process that ended left behind is printed by the next round of any process.
 */
@Component
class PrintRoom implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(PrintRoom.class);
    private static final String WHY = "printing of sheets";
    private static final int QUEUE = 500;
    private static final int ROUND = 50;
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** A sheet has been made, in a transaction that may still fail. */
    record SheetMade(UUID sheet) {}

    private record Work(Sheets.Sheet sheet, Snapshot content) {}

    private final Sheets sheets;
    private final SheetPrinter printer;
    private final TransactionTemplate transaction;
    private final Requests requests;
    private final Clock clock;
    private final Counter failures;
    private final ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();

    PrintRoom(
            Sheets sheets,
            SheetPrinter printer,
            TransactionTemplate transaction,
            Requests requests,
            Clock clock,
            Meters meters) {
        this.sheets = sheets;
        this.printer = printer;
        this.transaction = transaction;
        this.requests = requests;
        this.clock = clock;
        this.failures = meters.jobFailures("printing");
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        executor.setQueueCapacity(QUEUE);
        executor.setThreadNamePrefix("print-room-");
        executor.setDaemon(true);
        executor.initialize();
    }

    /** Prints the sheet once the running transaction is committed. */
    @EventListener
    void printAfterCommit(SheetMade made) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    executor.execute(() -> printWhenCalm(made.sheet()));
                } catch (RejectedExecutionException full) {
                    LOG.debug("the print room is full; a later round prints sheet {}", made.sheet());
                }
            }
        });
    }

    private void printWhenCalm(UUID sheet) {
        try {
            for (Duration waited = Duration.ZERO;
                    requests.crowded() && waited.compareTo(LONGEST_WAIT) < 0;
                    waited = waited.plus(LOOK_AGAIN)) {
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException closing) {
            // a later round prints it, of this process or of another
            Thread.currentThread().interrupt();
            return;
        }
        print(sheet);
    }

    /** What was left behind. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void round() {
        Instant before = clock.instant().minus(LEFT_BEHIND);
        List<UUID> left = Sight.system(WHY, () -> transaction.execute(status -> sheets.unprinted(before, ROUND)));
        if (left != null) {
            left.forEach(this::print);
        }
    }

    /** Between two transactions, so that no row and no connection waits for the printer. */
    private void print(UUID id) {
        try {
            Sight.system(WHY, () -> {
                Optional<Work> waiting = transaction.execute(status -> work(id));
                if (waiting != null && waiting.isPresent()) {
                    Work work = waiting.get();
                    byte[] pdf = printer.print(work.content());
                    transaction.executeWithoutResult(status -> sheets.keep(work.sheet(), pdf));
                }
            });
        } catch (RuntimeException problem) {
            LOG.error("sheet {} could not be printed", id, problem);
            failures.increment();
        }
    }

    private Optional<Work> work(UUID id) {
        return sheets.find(id).filter(sheet -> !sheet.printed()).map(sheet -> new Work(sheet, sheets.content(sheet)));
    }

    @Override
    public void destroy() {
        executor.shutdown();
    }
}
