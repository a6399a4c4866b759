package id.lumbung.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.Lumbung;
import id.lumbung.TestDatabase;
import id.lumbung.platform.Home;
import id.lumbung.platform.Ids;
import id.lumbung.platform.database.EmbeddedDatabase;
import id.lumbung.platform.document.DocumentStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole office on its embedded database, backed up by the command while it serves, and restored. */
@Tag("database")
@Timeout(180)
@TestMethodOrder(MethodOrderer.MethodName.class)
class BackupTest {
    private static final Path FOLDER = TestDatabase.temporaryFolder("lumbung-backup");
    private static final Path HOME = FOLDER.resolve("home");
    private static ConfigurableApplicationContext office;
    private static JdbcClient database;
    private static DocumentStore documents;

    @BeforeAll
    static void open() {
        office = new SpringApplicationBuilder(Lumbung.class)
                .run("--server.port=0", "--lumbung.home=" + HOME, "--lumbung.backup.wal-archive=home");
        database = office.getBean(JdbcClient.class);
        documents = office.getBean(DocumentStore.class);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void a_backup_of_a_serving_office_is_restored_to_the_row_and_every_document_opens() throws Exception {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            kept.add(documents.put(("surat " + i).getBytes(StandardCharsets.UTF_8)));
        }
        AtomicBoolean busy = new AtomicBoolean(true);
        AtomicInteger written = new AtomicInteger();
        Thread writer = Thread.ofPlatform().start(() -> {
            while (busy.get()) {
                mark("meanwhile");
                written.incrementAndGet();
            }
        });

        Path backup = backup();
        busy.set(false);
        writer.join();

        assertThat(written.get()).as("written meanwhile").isPositive();
        assertThat(verified(backup)).contains("as they were", "5 documents open");
        Path restored = FOLDER.resolve("restored");
        assertThat(command("restore", backup.toString(), "--home", restored.toString(), "--master-key", master()))
                .contains("as they were");
        try (Home home = new Home(restored);
                EmbeddedDatabase server = EmbeddedDatabase.start(home)) {
            assertThat(marksOf(home, server)).contains("meanwhile");
        }
        assertThat(command("restore", backup.toString(), "--home", restored.toString(), "--master-key", master()))
                .contains("is not empty");
    }

    @Test
    void a_portable_backup_goes_into_an_external_database() throws Exception {
        mark("portable");
        documents.put("surat yang dibawa".getBytes(StandardCharsets.UTF_8));

        Path backup = backup("--portable");

        assertThat(verified(backup)).contains("as they were");
        String external = TestDatabase.addressOf(TestDatabase.create());
        Restore.Outcome outcome = new Restore(backup)
                .into(
                        FOLDER.resolve("beside-external"),
                        home -> id.lumbung.platform.key.MasterKeys.fromFile(Path.of(master())),
                        new Restore.Wish(TestDatabase.loginTo(external), null, null));
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.rows()).isGreaterThan(1000);
        assertThatThrownBy(() -> new Restore(backup)
                        .into(
                                FOLDER.resolve("again"),
                                home -> id.lumbung.platform.key.MasterKeys.fromFile(Path.of(master())),
                                new Restore.Wish(TestDatabase.loginTo(external), null, null)))
                .hasMessageContaining("not empty");
    }

    @Test
    void a_restore_goes_back_to_a_time_between_two_writings() throws Exception {
        mark("before the backup");
        Path backup = backup();
        mark("before the time");
        Thread.sleep(1100);
        OffsetDateTime time = OffsetDateTime.now(ZoneOffset.UTC);
        Thread.sleep(1100);
        mark("after the time");
        keepLog();

        Path restored = FOLDER.resolve("back-in-time");
        assertThat(command(
                        "restore",
                        backup.toString(),
                        "--home",
                        restored.toString(),
                        "--master-key",
                        master(),
                        "--to-time",
                        time.toString(),
                        "--wal",
                        HOME.resolve("wal").toString()))
                .contains("as of");

        try (Home home = new Home(restored);
                EmbeddedDatabase server = EmbeddedDatabase.start(home)) {
            assertThat(marksOf(home, server))
                    .contains("before the backup", "before the time")
                    .doesNotContain("after the time");
        }
    }

    @Test
    void the_serving_process_knows_how_old_the_last_whole_backup_is() throws Exception {
        Files.deleteIfExists(HOME.resolve("backup.last"));
        Gauge age = office.getBean(MeterRegistry.class)
                .get("lumbung.backup.age.seconds")
                .gauge();
        assertThat(age.value()).isInfinite();

        backup();

        assertThat(age.value()).isBetween(0.0, 600.0);
    }

    @Test
    void a_damaged_file_and_a_half_backup_are_not_taken_for_whole() throws Exception {
        Path backup = backup();
        Path damaged;
        try (Stream<Path> files = Files.walk(backup.resolve("base/base"))) {
            damaged = files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() > 8192)
                    .findFirst()
                    .orElseThrow();
        }
        byte[] content = Files.readAllBytes(damaged);
        content[4711] ^= 1;
        Files.write(damaged, content, StandardOpenOption.TRUNCATE_EXISTING);

        assertThat(verified(backup)).contains("is damaged", "NOT sound");
        Files.delete(backup.resolve(Manifest.NAME));
        assertThat(command(
                        "restore",
                        backup.toString(),
                        "--home",
                        FOLDER.resolve("half").toString()))
                .contains("not a whole back-up");
        assertThat(FOLDER.resolve("half")).doesNotExist();
    }

    @Test
    void a_restore_is_refused_when_the_audit_in_it_was_tampered_with() throws Exception {
        try (Home home = Home.beside(HOME);
                Connection connection = DriverManager.getConnection(
                        EmbeddedDatabase.addressOfRunning(home).orElseThrow(),
                        "postgres",
                        home.secret("postgres.password"));
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("create temp table kept as select * from identity.audit_entry"
                    + " where entry = (select entry from identity.audit_link order by seq limit 1)");
            statement.execute("update identity.audit_entry e set door = 'nobody' from kept where e.entry = kept.entry");
            try {
                Path backup = backup();
                assertThat(verified(backup)).contains("audit:", "NOT intact", "NOT sound");
            } finally {
                statement.execute(
                        "update identity.audit_entry e set door = kept.door from kept where e.entry = kept.entry");
            }
        }
    }

    @Test
    void a_backup_does_not_hold_what_opens_it() throws Exception {
        Path backup = backup();
        String master = Files.readString(Path.of(master())).strip();
        String password =
                Files.readString(HOME.resolve("keys/postgres.password")).strip();
        Path other = FOLDER.resolve("other.key");
        Files.writeString(other, "bHVtYnVuZyBsdW1idW5nIGx1bWJ1bmcgbHVtYnVuZyE");

        try (Stream<Path> files = Files.walk(backup)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(master)
                        .doesNotContain(password);
            }
        }
        assertThat(command(
                        "restore",
                        backup.toString(),
                        "--home",
                        FOLDER.resolve("closed").toString()))
                .contains("master key of the office is needed");
        assertThat(command(
                        "restore",
                        backup.toString(),
                        "--home",
                        FOLDER.resolve("closed").toString(),
                        "--master-key",
                        other.toString()))
                .contains("not the one that closed this");
        assertThat(FOLDER.resolve("closed")).doesNotExist();
    }

    private static String master() {
        return HOME.resolve("keys/master.key").toString();
    }

    private static Path backup(String... options) throws IOException {
        Path to = Files.createTempDirectory(FOLDER, "to");
        List<String> arguments = new ArrayList<>(List.of("backup", "--home", HOME.toString(), "--to", to.toString()));
        arguments.addAll(List.of(options));
        assertThat(command(arguments.toArray(String[]::new))).contains("Back-up made");
        try (Stream<Path> made = Files.list(to)) {
            return made.findFirst().orElseThrow();
        }
    }

    private static String verified(Path backup) throws Exception {
        return command("restore", backup.toString(), "--verify", "--home", FOLDER.toString(), "--master-key", master());
    }

    private static String command(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        BackupCommand.run(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        return output.toString(StandardCharsets.UTF_8);
    }

    private static void mark(String text) {
        database.sql("""
                        insert into platform.event_publication
                            (id, listener_id, event_type, serialized_event, publication_date, completion_date)
                        values (:id, :text, 'a test', '', now(), now())
                        """).param("id", Ids.next()).param("text", text).update();
    }

    /** The piece of the log in use is closed and kept. */
    private static void keepLog() throws Exception {
        try (Home home = Home.beside(HOME);
                Connection connection = DriverManager.getConnection(
                        EmbeddedDatabase.addressOfRunning(home).orElseThrow(),
                        "postgres",
                        home.secret("postgres.password"))) {
            String piece = Tables.text(connection, "select pg_walfile_name(pg_switch_wal())");
            while (!Files.exists(HOME.resolve("wal").resolve(piece + ".gz"))) {
                Thread.sleep(50);
            }
        }
    }

    private static TreeSet<String> marksOf(Home home, EmbeddedDatabase server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.url("lumbung"), "lumbung_owner", home.secret("lumbung_owner.password"));
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select distinct listener_id from platform.event_publication")) {
            TreeSet<String> marks = new TreeSet<>();
            while (rows.next()) {
                marks.add(rows.getString(1));
            }
            return marks;
        }
    }
}
