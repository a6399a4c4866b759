package id.lumbung.linkage.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed crew. Work is cut into pieces by its size alone, never by the number of workers, and results are put together in the order
 * of the pieces: so the outcome is the same to the byte for any number.
 */
public final class Workers implements AutoCloseable {

    private static final String NAME = "linkage";

    private final int count;
    private final long memory;
    private final ExecutorService pool;

    public Workers(int count) {
        this(count, 0);
    }

    /** @param memory bytes that what they make may take before it is put into a file; 0 for a quarter of the heap */
    public Workers(int count, long memory) {
        this.count = Math.max(1, count);
        this.memory = memory > 0 ? memory : Runtime.getRuntime().maxMemory() / 4;
        pool = Executors.newFixedThreadPool(this.count, task -> {
            Thread thread = new Thread(task, NAME);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Work on the piece {@code from} (inclusive) to {@code to} (exclusive). */
    @FunctionalInterface
    public interface Range {
        void work(int from, int to);
    }

    /** Work on the piece of this number. */
    @FunctionalInterface
    public interface Piece {
        void work(int piece);
    }

    long memory() {
        return memory;
    }

    public void forRange(int size, int step, Range work) {
        int pieces = (size + step - 1) / step;
        forPieces(pieces, piece -> work.work(piece * step, Math.min(size, (piece + 1) * step)));
    }

    public void forPieces(int pieces, Piece work) {
        if (pieces == 0) return;
        if (count == 1
                || pieces == 1
                || pool.isShutdown()
                || Thread.currentThread().getName().equals(NAME)) {
            for (int i = 0; i < pieces; i++) work.work(i);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int w = 0; w < Math.min(count, pieces); w++) {
            running.add(pool.submit(() -> {
                for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement())
                    work.work(piece);
            }));
        }
        try {
            for (Future<?> one : running) one.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Linkage was interrupted", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
