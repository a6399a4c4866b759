package id.lumbung.platform.backup;

import id.lumbung.platform.backup.Manifest.TableSum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes the files of the embedded server while it serves: they are copied between {@code pg_backup_start} and
 * {@code pg_backup_stop}, with the log from there to a named moment. At that moment writers are held back for as long as it
 * takes to open one snapshot, in which the tables are then summed: what is restored can be compared with what was.
 */
final class PhysicalBackup {
    /** As PostgreSQL's manual says of base backups. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "lumbung-recovery.conf", "recovery.signal");

    private static final int ATTEMPTS = 20;

    private final Path data;
    private final String address;
    private final String password;
    private final BackupFolder to;

    PhysicalBackup(Path data, String address, String password, BackupFolder to) {
        this.data = data;
        this.address = address;
        this.password = password;
        this.to = to;
    }

    /** Copies all, and returns what the tables hold at the restore point. */
    List<TableSum> take(String restorePoint) throws SQLException, IOException {
        try (Connection server = connect();
                Statement statement = server.createStatement()) {
            String slot = "lumbung_" + restorePoint.replaceAll("[^a-z0-9]", "_");
            statement.execute("select pg_create_physical_replication_slot('" + slot + "', true, true)");
            String start = Tables.text(server, "select pg_walfile_name(pg_backup_start('" + restorePoint + "', true))");
            copyFiles();
            try (ResultSet end = statement.executeQuery("select labelfile, spcmapfile from pg_backup_stop(false)")) {
                end.next();
                to.write("base/backup_label", end.getString(1).getBytes(StandardCharsets.UTF_8));
                if (!end.getString(2).isBlank()) {
                    throw new IllegalStateException("The database has tablespaces; those are not backed up.");
                }
            }
            try (Connection reader = connect()) {
                markMoment(server, reader, restorePoint);
                String last = Tables.text(server, "select pg_walfile_name(pg_switch_wal())");
                copyLog(start, last);
                return Tables.sums(reader);
            }
        }
    }

    /** The restore point in the log and the snapshot of the reader are the same moment: nobody can write between. */
    private void markMoment(Connection server, Connection reader, String restorePoint) throws SQLException {
        String tables = String.join(", ", Tables.names(server));
        for (int attempt = 1; ; attempt++) {
            server.setAutoCommit(false);
            try (Statement holding = server.createStatement()) {
                holding.execute("set transaction isolation level read committed; set local lock_timeout = '500ms'");
                holding.execute("lock table " + tables + " in share mode");
                reader.setAutoCommit(false);
                reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                Tables.text(reader, "select pg_current_wal_lsn()::text");
                Tables.text(server, "select pg_create_restore_point('" + restorePoint + "')::text");
                return;
            } catch (SQLException busy) {
                reader.rollback();
                if (!"55P03".equals(busy.getSQLState()) && !"40P01".equals(busy.getSQLState()) || attempt == ATTEMPTS) {
                    throw busy;
                }
            } finally {
                server.rollback();
                server.setAutoCommit(true);
            }
        }
    }

    private void copyFiles() throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String name = data.relativize(folder).toString();
                if (EMPTIED.contains(name) || folder.getFileName().toString().startsWith("pgsql_tmp")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (!LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp")) {
                    to.copy(file, "base/" + data.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void copyLog(String first, String last) throws IOException {
        try (Stream<Path> log = Files.list(data.resolve("pg_wal"))) {
            for (Path piece : log.sorted().toList()) {
                String name = piece.getFileName().toString();
                boolean history = name.endsWith(".history");
                boolean within =
                        name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
                if (history || within) {
                    to.copy(piece, "wal/" + name);
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address, "postgres", password);
    }
}
