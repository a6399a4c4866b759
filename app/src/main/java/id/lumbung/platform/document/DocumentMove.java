package id.lumbung.platform.document;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Brings documents from one place to another. What arrives is read back, compared and opened; what is there already and opens
 * stays as it is, so a move that was broken off is gone on with by beginning again. The old place loses a document only
 * after that, and only when it is told to.
 */
final class DocumentMove {
    private static final int BATCH = 64;
    private static final int AT_ONCE = 8;

    private final DocumentPlace from;
    private final DocumentPlace to;
    private final DocumentStore opening;
    private final boolean remove;

    /** What came out of it. Damaged ones are not brought over and stay where they are. */
    record Outcome(long brought, long there, List<String> damaged) {}

    private enum One {
        BROUGHT,
        THERE,
        DAMAGED,
        GONE
    }

    /** @param opening opens documents; where it keeps its own does not matter */
    DocumentMove(DocumentPlace from, DocumentPlace to, DocumentStore opening, boolean remove) {
        this.from = from;
        this.to = to;
        this.opening = opening;
        this.remove = remove;
    }

    /** @param progress told how many are done, now and then */
    Outcome run(LongConsumer progress) {
        ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
        try {
            long brought = 0;
            long there = 0;
            List<String> damaged = new ArrayList<>();
            String reached = "";
            for (List<String> some = from.after(reached, BATCH); !some.isEmpty(); some = from.after(reached, BATCH)) {
                List<Future<One>> work = new ArrayList<>();
                for (String id : some) {
                    work.add(hands.submit(() -> one(id)));
                }
                for (int i = 0; i < work.size(); i++) {
                    switch (result(work.get(i))) {
                        case BROUGHT -> brought++;
                        case THERE -> there++;
                        case DAMAGED -> damaged.add(some.get(i));
                        case GONE -> {}
                    }
                }
                reached = some.getLast();
                progress.accept(brought + there);
            }
            return new Outcome(brought, there, damaged);
        } finally {
            // after a failure what has not begun is left for the next time
            hands.shutdownNow();
            hands.close();
        }
    }

    private One one(String id) {
        One outcome = bring(id);
        if (remove && (outcome == One.BROUGHT || outcome == One.THERE)) {
            from.remove(id);
        }
        return outcome;
    }

    private One bring(String id) {
        if (to.has(id) && opening.opens(id, to.read(id))) {
            return One.THERE;
        }
        byte[] sealed;
        try {
            sealed = from.read(id);
        } catch (UncheckedIOException missing) {
            if (from.has(id)) {
                throw missing;
            }
            return One.GONE;
        }
        if (!opening.opens(id, sealed)) {
            return One.DAMAGED;
        }
        to.write(id, sealed);
        if (!Arrays.equals(to.read(id), sealed)) {
            throw new IllegalStateException("document " + id + " did not arrive as it was sent");
        }
        return One.BROUGHT;
    }

    private static One result(Future<One> work) {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
