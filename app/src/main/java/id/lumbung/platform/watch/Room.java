package id.lumbung.platform.watch;

import id.lumbung.platform.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * What is left on the disks of the home folder. The last of it belongs to the database: a PostgreSQL that cannot write its
 * log stops, and starts only when there is room again.
 */
@Component
final class Room {
    /** With less a process is not ready. */
    static final long TO_BE_READY = 200L << 20;
    /** With less nothing is taken in any more. */
    static final long TO_TAKE_IN = 100L << 20;

    private static final long KEPT = TimeUnit.SECONDS.toNanos(1);

    private final List<Path> folders;
    private volatile long left;
    private volatile long lookedAt;

    Room(Home home) {
        this.folders = List.of(home.resolve("."), home.resolve("documents"), home.resolve("postgres"));
        look();
    }

    /** Bytes on the fullest of the disks, as of the last second. */
    long left() {
        if (System.nanoTime() - lookedAt > KEPT) {
            look();
        }
        return left;
    }

    private void look() {
        left = folders.stream()
                .filter(Files::isDirectory)
                .mapToLong(folder -> folder.toFile().getUsableSpace())
                .min()
                .orElse(0);
        lookedAt = System.nanoTime();
    }
}
