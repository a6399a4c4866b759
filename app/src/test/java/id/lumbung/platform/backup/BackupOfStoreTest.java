package id.lumbung.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungStoreTest;
import id.lumbung.TestDatabase;
import id.lumbung.TestStore;
import id.lumbung.platform.Home;
import id.lumbung.platform.document.DocumentStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;

/** An office with its documents in an S3 store and its rows in an external database, backed up and restored. */
@LumbungStoreTest
class BackupOfStoreTest {
    private static final Path FOLDER = TestDatabase.temporaryFolder("lumbung-backup-store");

    @Autowired
    private DocumentStore documents;

    @Autowired
    private Home home;

    @Autowired
    private ConfigurableEnvironment settings;

    private final Properties before = (Properties) System.getProperties().clone();

    /** The command reads its settings from outside, as a process of its own does. */
    @BeforeEach
    void set() {
        for (String name : new String[] {
            "database.url", "database.owner.username", "database.owner.password", "database.app.username",
            "database.app.password", "documents.place", "documents.s3.endpoint", "documents.s3.bucket",
            "documents.s3.prefix", "documents.s3.access-key", "documents.s3.secret-key"
        }) {
            System.setProperty("lumbung." + name, settings.getRequiredProperty("lumbung." + name));
        }
    }

    @AfterEach
    void unset() {
        System.setProperties(before);
    }

    @Test
    void a_backup_takes_the_documents_from_the_store_and_a_restore_brings_back_what_the_store_lost() throws Exception {
        String kept = documents.put("surat di penyimpanan".getBytes(StandardCharsets.UTF_8));
        assertThat(home.resolve("documents")).doesNotExist();

        assertThat(command("backup", "--home", home(), "--to", FOLDER.toString()))
                .contains("Back-up made");
        Path backup;
        try (Stream<Path> made = Files.list(FOLDER)) {
            backup = made.findFirst().orElseThrow();
        }
        assertThat(backup.resolve("documents").resolve(kept)).isRegularFile();
        assertThat(command(
                        "restore",
                        backup.toString(),
                        "--verify",
                        "--home",
                        FOLDER.toString(),
                        "--master-key",
                        master()))
                .contains("as they were", "documents open");
        assertThat(documents.get(kept)).asString(StandardCharsets.UTF_8).isEqualTo("surat di penyimpanan");

        Files.delete(TestStore.shared().bucket().resolve(TestStore.PREFIX).resolve(kept));
        Path restored = FOLDER.resolve("restored");
        assertThat(command("restore", backup.toString(), "--home", restored.toString(), "--master-key", master()))
                .contains("./lumbung documents move --to s3 --home " + restored);
        assertThat(documents("move", "--to", "s3", "--home", restored.toString()))
                .contains("1 documents brought and compared");
        assertThat(documents.get(kept)).asString(StandardCharsets.UTF_8).isEqualTo("surat di penyimpanan");
    }

    @Test
    void a_backup_while_the_store_is_away_is_not_taken_for_one() throws Exception {
        Path to = Files.createTempDirectory(FOLDER.getParent(), "lumbung-away");
        TestStore.shared().kill();
        try {
            assertThat(command("backup", "--home", home(), "--to", to.toString()))
                    .contains("a document was not listed")
                    .doesNotContain("Back-up made");
            try (Stream<Path> made = Files.list(to)) {
                assertThat(made).isEmpty();
            }
        } finally {
            TestStore.shared().comeBack();
            Files.delete(to);
        }
    }

    private String home() {
        return home.resolve("").toString();
    }

    private String master() {
        return home.resolve("keys/master.key").toString();
    }

    private static String command(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        BackupCommand.run(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        return output.toString(StandardCharsets.UTF_8);
    }

    private static String documents(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        id.lumbung.platform.document.DocumentsCommand.run(
                arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        return output.toString(StandardCharsets.UTF_8);
    }
}
