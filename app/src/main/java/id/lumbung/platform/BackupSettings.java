package id.lumbung.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where back-ups go.
 *
 * @param folder back-ups, one folder each; null: {@code backup} in the home folder
 * @param walArchive folder for the write-ahead log of the embedded database, which lets a restore go to a point in time;
 *     {@code home} means {@code wal} in the home folder; null: it is not kept
 */
@ConfigurationProperties("lumbung.backup")
public record BackupSettings(
        @Nullable String folder, @Nullable String walArchive) {
    public Path folder(Home home) {
        return folder == null || folder.isBlank() ? home.resolve("backup") : Path.of(folder);
    }

    /** The folder of the log, or null. */
    public @Nullable Path walArchive(Home home) {
        if (walArchive == null || walArchive.isBlank()) {
            return null;
        }
        return walArchive.equals("home") ? home.resolve("wal") : Path.of(walArchive);
    }
}
