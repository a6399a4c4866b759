package id.lumbung.platform.backup;

import id.lumbung.platform.Home;
import id.lumbung.platform.LumbungSettings.ExternalDatabase;
import id.lumbung.platform.LumbungSettings.Login;
import id.lumbung.platform.backup.Manifest.Kind;
import id.lumbung.platform.backup.Manifest.TableSum;
import id.lumbung.platform.database.EmbeddedDatabase;
import id.lumbung.platform.database.WriteAheadLog;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.key.MasterKey;
import id.lumbung.platform.key.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an office of a back-up, in a home folder of its own that takes its name when everything is there. What was restored
 * is compared with what the back-up says of each table, and every document is opened.
 */
final class Restore {
    private static final DateTimeFormatter POSTGRES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS+00").withZone(ZoneOffset.UTC);

    private final Path from;
    private final Manifest manifest;

    /**
     * @param external where to put the rows of a portable back-up; null: an embedded database in the new home
     * @param toTime the moment to go back to; null: the moment of the back-up
     * @param walArchive the log from the back-up to that moment
     */
    record Wish(
            @Nullable ExternalDatabase external,
            @Nullable Instant toTime,
            @Nullable Path walArchive) {
        static final Wish PLAIN = new Wish(null, null, null);
    }

    /** What came out of it, for people. */
    record Outcome(int tables, long rows, int documents, List<String> problems) {}

    Restore(Path from) {
        this.from = from;
        this.manifest = Manifest.read(from);
    }

    Manifest manifest() {
        return manifest;
    }

    /** @param master opens the master key, given the new home */
    Outcome into(Path home, Function<Home, MasterKey> master, Wish wish) {
        refuseIfInUse(home);
        List<String> damage = BackupFolder.problemsOf(from, manifest);
        if (!damage.isEmpty()) {
            return new Outcome(0, 0, 0, damage);
        }
        Path draft = home.resolveSibling(home.getFileName() + ".restoring");
        BackupFolder.delete(draft);
        try {
            Files.createDirectories(draft.toAbsolutePath().getParent());
            Files.createDirectory(draft);
            Outcome outcome = fill(draft, master, wish);
            if (outcome.problems().isEmpty()) {
                BackupFolder.sync(draft);
                Files.deleteIfExists(home);
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return outcome;
        } catch (SQLException problem) {
            throw new IllegalStateException("The back-up was not restored: " + problem.getMessage(), problem);
        } catch (IOException problem) {
            throw new UncheckedIOException("The back-up was not restored: " + problem.getMessage(), problem);
        } finally {
            BackupFolder.delete(draft);
        }
    }

    /** Restores beside into a folder that is removed again, and says what is not as it was. */
    Outcome verify(Path beside, Function<Home, MasterKey> master) {
        Path home = beside.resolve(
                "verify-" + manifest.id() + "-" + ProcessHandle.current().pid());
        try {
            return into(home, master, Wish.PLAIN);
        } finally {
            BackupFolder.delete(home);
        }
    }

    private static void refuseIfInUse(Path home) {
        try {
            if (Files.exists(home)) {
                try (Stream<Path> content = Files.list(home)) {
                    if (content.findAny().isPresent()) {
                        throw new IllegalStateException(
                                "The folder " + home + " is not empty; name one that does not exist yet.");
                    }
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private Outcome fill(Path folder, Function<Home, MasterKey> opening, Wish wish) throws SQLException, IOException {
        try (Home home = new Home(folder)) {
            if (Files.exists(from.resolve(Keys.MASTER))) {
                Keys.write(home.resolve("keys").resolve(Keys.MASTER), Files.readAllBytes(from.resolve(Keys.MASTER)));
            }
            MasterKey master = opening.apply(home);
            Keys.unseal(Files.readAllBytes(from.resolve(Keys.SEALED)), master, home);
            List<String> problems = new ArrayList<>();
            List<TableSum> tables =
                    manifest.kind() == Kind.PHYSICAL ? physical(home, wish, problems) : portable(home, wish, problems);
            if (wish.toTime() == null) {
                compare(tables, problems);
            }
            int documents = documents(home, master, problems);
            long rows = tables.stream().mapToLong(TableSum::rows).sum();
            return new Outcome(tables.size(), rows, documents, problems);
        }
    }

    private List<TableSum> physical(Home home, Wish wish, List<String> problems) throws SQLException, IOException {
        if (wish.external() != null) {
            throw new IllegalStateException(
                    "This is a back-up of the files of the embedded database. For another server make one with --portable.");
        }
        Path data = home.resolve("postgres");
        copyTree(from.resolve("base"), data);
        for (String folder : PhysicalFolders.ALL) {
            Files.createDirectories(data.resolve(folder));
        }
        copyTree(from.resolve("wal"), data.resolve("pg_wal"));
        tighten(data);
        WriteAheadLog.replay(
                data,
                wish.toTime() == null ? null : wish.walArchive(),
                wish.toTime() == null
                        ? "recovery_target_name = '" + manifest.restorePoint() + "'"
                        : "recovery_target_time = '" + POSTGRES.format(wish.toTime()) + "'");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            WriteAheadLog.endReplay(data);
            try (Connection connection = DriverManager.getConnection(
                    database.url("lumbung"), "postgres", home.secret("postgres.password"))) {
                return looked(connection, false, problems);
            }
        }
    }

    private List<TableSum> portable(Home home, Wish wish, List<String> problems) throws SQLException, IOException {
        if (wish.toTime() != null) {
            throw new IllegalStateException(
                    "A portable back-up knows only its own moment; --to-time needs one of files.");
        }
        ExternalDatabase external = wish.external();
        if (external != null) {
            return load(external.url(), external.owner(), problems);
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            return load(
                    database.url("lumbung"),
                    new Login("lumbung_owner", home.secret("lumbung_owner.password")),
                    problems);
        }
    }

    private List<TableSum> load(String address, Login owner, List<String> problems) throws SQLException, IOException {
        new PortableBackup(address, owner).load(from, manifest);
        try (Connection database = DriverManager.getConnection(address, owner.username(), owner.password())) {
            return looked(database, true, problems);
        }
    }

    private static List<TableSum> looked(Connection database, boolean anew, List<String> problems) throws SQLException {
        List<TableSum> sums = Tables.sums(database);
        for (RestoredCheck check : ServiceLoader.load(RestoredCheck.class)) {
            problems.addAll(check.problemsOf(database, anew));
        }
        return sums;
    }

    private void compare(List<TableSum> restored, List<String> problems) {
        Map<String, TableSum> there = new TreeMap<>();
        restored.forEach(sum -> there.put(sum.table(), sum));
        for (TableSum before : manifest.tables()) {
            TableSum now = there.remove(before.table());
            if (now == null) {
                problems.add("table " + before.table() + " is missing");
            } else if (!now.equals(before)) {
                problems.add("table " + before.table() + " had " + before.rows() + " rows and has " + now.rows()
                        + (now.rows() == before.rows() ? " with another content" : ""));
            }
        }
        there.keySet().forEach(name -> problems.add("table " + name + " was not there before"));
    }

    private int documents(Home home, MasterKey master, List<String> problems) throws IOException {
        DocumentStore store = new DocumentStore(home, new Vault(home, master));
        Path folder = from.resolve("documents");
        int[] opened = {0};
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    store.keepSealed(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        store.each("", id -> {
            try {
                store.get(id);
                opened[0]++;
            } catch (RuntimeException closed) {
                problems.add("document " + id + " does not open");
            }
        });
        if (opened[0] != manifest.documents()) {
            problems.add("of " + manifest.documents() + " documents " + opened[0] + " are there and open");
        }
        return opened[0];
    }

    private static void copyTree(Path source, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(source)) {
            for (Path path : all.toList()) {
                Path to = target.resolve(source.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** PostgreSQL does not start on a folder that others may read. */
    private static void tighten(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : all.toList()) {
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
            }
        }
    }

    /** Folders that must exist, whether or not the back-up has anything in them. */
    private static final class PhysicalFolders {
        static final List<String> ALL = List.of(
                "pg_wal/archive_status",
                "pg_wal/summaries",
                "pg_replslot",
                "pg_dynshmem",
                "pg_notify",
                "pg_serial",
                "pg_snapshots",
                "pg_stat_tmp",
                "pg_subtrans",
                "pg_stat",
                "pg_tblspc",
                "pg_twophase",
                "pg_commit_ts",
                "pg_logical/snapshots",
                "pg_logical/mappings");
    }
}
