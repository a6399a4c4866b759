package id.lumbung.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several clients at once, each asking again as soon as it is answered. */
final class Load {
    static final int CLIENTS = 16;

    /** What one client does again and again; its number and how often it has done so are given. */
    interface Turn {
        void take(int client, int turn) throws Exception;
    }

    private Load() {}

    /** Runs for so long and returns the seconds that it took. */
    static double run(int clients, double seconds, Turn turn) throws Exception {
        long begun = System.nanoTime();
        long until = begun + (long) (seconds * 1e9);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                running.add(threads.submit(() -> {
                    for (int n = 0; System.nanoTime() < until; n++) {
                        turn.take(client, n);
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get((long) seconds + 120, TimeUnit.SECONDS);
            }
        } catch (ExecutionException problem) {
            throw problem.getCause() instanceof Exception cause ? cause : problem;
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
