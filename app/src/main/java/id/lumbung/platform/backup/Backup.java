package id.lumbung.platform.backup;

import id.lumbung.platform.BackupSettings;
import id.lumbung.platform.Home;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.LumbungSettings.ExternalDatabase;
import id.lumbung.platform.LumbungSettings.Login;
import id.lumbung.platform.backup.Manifest.Kind;
import id.lumbung.platform.backup.Manifest.TableSum;
import id.lumbung.platform.database.EmbeddedDatabase;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.key.MasterKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a back-up of an office, serving or not. The database comes first, then the documents: one that the database does
 * not know yet does no harm.
 */
final class Backup {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final LumbungSettings settings;
    private final Home home;
    private final MasterKey master;
    private final DocumentStore documents;
    private final Clock clock;

    /**
     * @param portable rows instead of the files of the embedded server
     * @param withMasterKey puts the master key of the home into the back-up: whoever has it can read everything
     */
    record Wish(@Nullable Path to, boolean portable, boolean withMasterKey) {}

    Backup(LumbungSettings settings, Home home, MasterKey master, DocumentStore documents, Clock clock) {
        this.settings = settings;
        this.home = home;
        this.master = master;
        this.documents = documents;
        this.clock = clock;
    }

    Path take(Wish wish, BackupSettings places) {
        Instant now = clock.instant();
        BackupFolder folder =
                new BackupFolder(wish.to() == null ? places.folder(home) : wish.to(), "lumbung-" + NAME.format(now));
        try {
            Path whole = fill(folder, wish, now);
            LastBackup.in(home).note(now);
            return whole;
        } catch (SQLException problem) {
            folder.giveUp();
            throw new IllegalStateException("The back-up was not made: " + problem.getMessage(), problem);
        } catch (IOException problem) {
            folder.giveUp();
            throw new UncheckedIOException("The back-up was not made: " + problem.getMessage(), problem);
        } catch (RuntimeException problem) {
            folder.giveUp();
            throw problem;
        }
    }

    private Path fill(BackupFolder folder, Wish wish, Instant now) throws SQLException, IOException {
        ExternalDatabase external = settings.database();
        if (external != null) {
            return portable(folder, wish, now, external.url(), external.owner());
        }
        Optional<String> running = EmbeddedDatabase.addressOfRunning(home);
        if (running.isPresent()) {
            return embedded(folder, wish, now, running.get());
        }
        try (EmbeddedDatabase own = EmbeddedDatabase.start(home)) {
            return embedded(folder, wish, now, own.url("lumbung"));
        }
    }

    private Path embedded(BackupFolder folder, Wish wish, Instant now, String address)
            throws SQLException, IOException {
        if (wish.portable()) {
            return portable(
                    folder, wish, now, address, new Login("lumbung_owner", home.secret("lumbung_owner.password")));
        }
        String password = home.secret("postgres.password");
        String point = "lumbung-" + NAME.format(now);
        List<TableSum> tables = new PhysicalBackup(home.resolve("postgres"), address, password, folder).take(point);
        try (Connection database = DriverManager.getConnection(address, "postgres", password)) {
            return finish(folder, wish, now, Kind.PHYSICAL, version(database), point, tables, Map.of(), List.of());
        }
    }

    private Path portable(BackupFolder folder, Wish wish, Instant now, String address, Login owner)
            throws SQLException, IOException {
        PortableBackup.Taken taken = new PortableBackup(address, owner).take(folder);
        try (Connection database = DriverManager.getConnection(address, owner.username(), owner.password())) {
            return finish(
                    folder,
                    wish,
                    now,
                    Kind.PORTABLE,
                    version(database),
                    null,
                    taken.tables(),
                    taken.sequences(),
                    taken.histories());
        }
    }

    /** One that is removed meanwhile was disposed of a day before, so that the database in this back-up does not need it. */
    private byte @Nullable [] sealedUnlessRemoved(String id) {
        try {
            return documents.sealed(id);
        } catch (UncheckedIOException problem) {
            if (documents.has(id)) {
                throw problem;
            }
            return null;
        }
    }

    private Path finish(
            BackupFolder folder,
            Wish wish,
            Instant now,
            Kind kind,
            String postgres,
            @Nullable String point,
            List<TableSum> tables,
            Map<String, Long> sequences,
            List<String> histories)
            throws IOException {
        int[] count = {0};
        documents.each("", id -> {
            try {
                byte[] sealed = sealedUnlessRemoved(id);
                if (sealed != null) {
                    folder.write("documents/" + id, sealed);
                    count[0]++;
                }
            } catch (IOException problem) {
                throw new UncheckedIOException("a document could not be copied", problem);
            }
        });
        folder.write(Keys.SEALED, Keys.sealed(home, master));
        Path own = home.resolve("keys").resolve(Keys.MASTER);
        if (wish.withMasterKey() && Files.exists(own)) {
            folder.copy(own, Keys.MASTER);
        }
        String version = Optional.ofNullable(Backup.class.getPackage().getImplementationVersion())
                .orElse("development");
        return folder.finish(new Manifest(
                Manifest.FORMAT,
                "lumbung-" + NAME.format(now),
                kind,
                now.toString(),
                version,
                postgres,
                point,
                tables,
                sequences,
                histories,
                count[0],
                folder.files()));
    }

    private static String version(Connection database) throws SQLException {
        return database.getMetaData().getDatabaseProductVersion();
    }
}
