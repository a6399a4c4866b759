package id.lumbung.platform.backup;

import id.lumbung.platform.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** When a back-up was last whole, wherever it was laid: written by the command, read by the process that serves. */
public final class LastBackup {
    private final Path file;

    private LastBackup(Path file) {
        this.file = file;
    }

    public static LastBackup in(Home home) {
        return new LastBackup(home.resolve("backup.last"));
    }

    void note(Instant begun) throws IOException {
        Files.writeString(file, begun.toString());
    }

    /** Seconds since the last back-up began; infinity when there was none. */
    public double age(Instant now) {
        try {
            return Duration.between(Instant.parse(Files.readString(file).strip()), now)
                    .toSeconds();
        } catch (IOException | DateTimeException none) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
