package id.lumbung.platform.backup;

import id.lumbung.platform.LumbungSettings.Login;
import id.lumbung.platform.backup.Manifest.TableSum;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Rows as {@code COPY} writes them, table by table out of one snapshot, and beside them the migrations that make the tables.
 * Needs no program of PostgreSQL and no superuser, so it works with any server, and from an embedded to an external one.
 */
final class PortableBackup {
    private static final String COLUMNS = """
            select coalesce(string_agg(quote_ident(a.attname), ', ' order by a.attnum), '')
              from pg_catalog.pg_attribute a
             where a.attrelid = '%s'::regclass
               and a.attnum > 0
               and not a.attisdropped
               and a.attgenerated = ''
            """;
    private static final String FOREIGN_KEYS_OFF = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname)
              from pg_catalog.pg_constraint
             where contype = 'f'
               and conparentid = 0
             order by 1
            """;
    private static final String FOREIGN_KEYS_ON = """
            select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
              from pg_catalog.pg_constraint
             where contype = 'f'
               and conparentid = 0
             order by 1
            """;

    private final String address;
    private final Login owner;

    /** What the snapshot held. */
    record Taken(List<TableSum> tables, Map<String, Long> sequences, List<String> histories) {}

    PortableBackup(String address, Login owner) {
        this.address = address;
        this.owner = owner;
    }

    Taken take(BackupFolder to) throws SQLException, IOException {
        try (Connection database = connect()) {
            database.setAutoCommit(false);
            database.setReadOnly(true);
            database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (String table : Tables.names(database)) {
                try (OutputStream file = new GZIPOutputStream(to.create("data/" + table + ".copy.gz"), 1 << 16)) {
                    database.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy " + table + " (" + columns(database, table) + ") to stdout", file);
                }
            }
            copyMigrations(to);
            return new Taken(Tables.sums(database), Tables.sequences(database), Tables.histories(database));
        }
    }

    private static void copyMigrations(BackupFolder to) throws IOException {
        for (Resource script :
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql")) {
            String path = script.getURL().toString();
            to.write(
                    "schema/" + path.substring(path.lastIndexOf("db/migration/") + "db/migration/".length()),
                    script.getContentAsByteArray());
        }
    }

    /** Makes the tables of a back-up in an empty database and fills them. */
    void load(Path from, Manifest manifest) throws SQLException, IOException {
        try (Connection database = connect()) {
            if (!Tables.names(database).isEmpty()) {
                throw new IllegalStateException("The database at " + address + " is not empty; nothing was changed.");
            }
        }
        for (String history : manifest.histories()) {
            String module = history.equals("flyway_schema_history")
                    ? "__root"
                    : history.substring("flyway_schema_history_".length());
            Flyway.configure()
                    .dataSource(address, owner.username(), owner.password())
                    .defaultSchema("public")
                    .table(history)
                    .locations("filesystem:" + from.resolve("schema").resolve(module.replace('.', '/')))
                    .baselineVersion("0")
                    .baselineOnMigrate(true)
                    .load()
                    .migrate();
        }
        try (Connection database = connect()) {
            database.setAutoCommit(false);
            fill(database, from, manifest);
            database.commit();
        }
    }

    private static void fill(Connection database, Path from, Manifest manifest) throws SQLException, IOException {
        List<String> tables = Tables.names(database);
        List<String> keys = Tables.texts(database, FOREIGN_KEYS_ON);
        for (String statement : Tables.texts(database, FOREIGN_KEYS_OFF)) {
            execute(database, statement);
        }
        for (String table : tables) {
            execute(database, "alter table " + table + " disable trigger user");
        }
        execute(database, "truncate table " + String.join(", ", tables));
        for (String table : tables) {
            Path file = from.resolve("data").resolve(table + ".copy.gz");
            if (!Files.exists(file)) {
                throw new IllegalStateException("The back-up has no rows for the table " + table + ".");
            }
            try (InputStream rows = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), 1 << 16)) {
                database.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " (" + columns(database, table) + ") from stdin", rows);
            }
        }
        for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
            execute(database, "select setval('" + sequence.getKey() + "', " + sequence.getValue() + ")");
        }
        for (String statement : keys) {
            execute(database, statement);
        }
        for (String table : tables) {
            execute(database, "alter table " + table + " enable trigger user");
        }
    }

    private static String columns(Connection database, String table) throws SQLException {
        return Tables.text(database, COLUMNS.formatted(table));
    }

    private static void execute(Connection database, String statement) throws SQLException {
        try (Statement one = database.createStatement()) {
            one.execute(statement);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address, owner.username(), owner.password());
    }
}
