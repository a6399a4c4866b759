package id.lumbung.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded server does with its write-ahead log: keeps every finished piece, packed, in a folder; or reads it from
 * there after a restore. The settings are a file of their own that {@code postgresql.conf} includes.
 */
public final class WriteAheadLog {
    private static final String INCLUDE = "include_if_exists = 'lumbung.conf'";
    private static final String SETTINGS = "lumbung.conf";
    private static final String RECOVERY = "lumbung-recovery.conf";

    private WriteAheadLog() {}

    public static void configure(Path data, @Nullable Path archive) {
        try {
            include(data);
            Files.writeString(data.resolve(SETTINGS), """
                    # Written by Lumbung at each start.
                    %s
                    %s
                    """.formatted(
                            Files.exists(data.resolve(RECOVERY)) ? "include = '" + RECOVERY + "'" : "",
                            archive == null ? "archive_mode = off" : keepingIn(archive)));
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot set up PostgreSQL in " + data, problem);
        }
    }

    private static void include(Path data) throws IOException {
        Path settings = data.resolve("postgresql.conf");
        if (!Files.readString(settings).contains(INCLUDE)) {
            Files.writeString(settings, "\n" + INCLUDE + "\n", StandardOpenOption.APPEND);
        }
    }

    /** A piece appears under its name only when it is whole and on the disk; one that is there already must be the same. */
    private static String keepingIn(Path archive) throws IOException {
        Path folder = archive.toAbsolutePath().normalize();
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        String to = shell(folder);
        String command =
                "if test -f %1$s/%%f.gz; then gunzip -c %1$s/%%f.gz | cmp -s - %%p; else gzip -1 -c %%p > %1$s/%%f.new"
                                .formatted(to)
                        + " && sync %1$s/%%f.new && mv %1$s/%%f.new %1$s/%%f.gz && sync %1$s; fi".formatted(to);
        return "archive_mode = on\narchive_timeout = 300\narchive_command = " + quoted(command);
    }

    /**
     * Lets the server replay its log when it starts next, and serve from there.
     *
     * @param archive where more of the log is than lies in {@code pg_wal}
     * @param target setting that says how far, such as {@code recovery_target_name = 'x'}; null: to the end
     */
    public static void replay(Path data, @Nullable Path archive, @Nullable String target) {
        try {
            String fetch = archive == null ? "false" : "gunzip -c " + shell(archive.toAbsolutePath()) + "/%f.gz > %p";
            Files.writeString(data.resolve(RECOVERY), """
                    restore_command = %s
                    %s
                    recovery_target_action = 'promote'
                    """.formatted(quoted(fetch), target == null ? "" : target));
            Files.writeString(data.resolve("recovery.signal"), "");
            configure(data, null);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot prepare the replay in " + data, problem);
        }
    }

    /** After the replay: the next start is an ordinary one. */
    public static void endReplay(Path data) {
        try {
            Files.deleteIfExists(data.resolve(RECOVERY));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String shell(Path path) {
        return "'" + path.toString().replace("'", "'\\''").replace("%", "%%") + "'";
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
