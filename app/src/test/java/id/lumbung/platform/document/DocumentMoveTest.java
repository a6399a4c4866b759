package id.lumbung.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.TestDatabase;
import id.lumbung.TestStore;
import id.lumbung.platform.Home;
import id.lumbung.platform.key.KeySettings;
import id.lumbung.platform.key.MasterKeys;
import id.lumbung.platform.key.Vault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** {@code ./lumbung documents move}, from the folder to the store and back. */
@Timeout(120)
class DocumentMoveTest {
    private static final int DOCUMENTS = 90;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Path FILLED = TestDatabase.temporaryFolder("lumbung-move");

    @TempDir
    private Path folder;

    private final Properties before = (Properties) System.getProperties().clone();
    private final TestStore store = TestStore.shared();
    private final String prefix = "pindah-" + COUNT.incrementAndGet() + "/";
    private DocumentPlace inFolder;
    private DocumentPlace inStore;
    private DocumentStore documents;
    private List<String> all;

    /** Written once: each is forced to the disk. */
    @BeforeAll
    static void fill() throws Exception {
        try (Home home = new Home(FILLED)) {
            DocumentStore kept =
                    new DocumentStore(home, new Vault(home, MasterKeys.open(new KeySettings(null, null, null), home)));
            for (int i = 0; i < DOCUMENTS; i++) {
                kept.put(("surat " + i).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @BeforeEach
    void copy() throws Exception {
        FileSystemUtils.copyRecursively(FILLED, folder);
        try (Home home = new Home(folder)) {
            inFolder = new DocumentFolder(home.resolve("documents"));
            documents = new DocumentStore(
                    inFolder, new Vault(home, MasterKeys.open(new KeySettings(null, null, null), home)));
        }
        inStore = S3Place.open(S3PlaceTest.settings(store.address(), prefix, store.secret()));
        all = documents.after("", 1000);
        set("place", "folder");
        set("s3.endpoint", store.address());
        set("s3.bucket", TestStore.BUCKET);
        set("s3.prefix", prefix);
        set("s3.access-key", TestStore.ACCESS_KEY);
        set("s3.secret-key", store.secret());
    }

    @AfterEach
    void close() {
        System.setProperties(before);
    }

    @Test
    void all_go_over_and_back_and_the_old_place_is_emptied_only_when_it_is_not_in_use() {
        assertThat(move("s3")).startsWith("0 ").contains(DOCUMENTS + " documents brought and compared, 0 were there");
        assertThat(inStore.after("", 1000)).isEqualTo(all);
        assertThat(inFolder.after("", 1000)).isEqualTo(all);
        assertThat(inStore.read(all.getFirst())).isEqualTo(inFolder.read(all.getFirst()));

        assertThat(move("s3", "--remove")).startsWith("1 ").contains("not in use", "LUMBUNG_DOCUMENTS_PLACE=s3");
        assertThat(inFolder.after("", 1000)).hasSize(DOCUMENTS);

        set("place", "s3");
        String late = documents.put("yang datang belakangan".getBytes(StandardCharsets.UTF_8));
        assertThat(move("s3", "--remove"))
                .contains("1 documents brought and compared, " + DOCUMENTS + " were there already", "no longer");
        assertThat(inFolder.after("", 1000)).isEmpty();
        assertThat(inStore.has(late)).isTrue();

        assertThat(move("folder")).contains((DOCUMENTS + 1) + " documents brought");
        assertThat(documents.get(late)).asString(StandardCharsets.UTF_8).isEqualTo("yang datang belakangan");
    }

    @Test
    void a_move_that_the_death_of_the_store_breaks_off_is_gone_on_with() {
        DocumentMove brokenOff = new DocumentMove(
                killingTheStoreAtTheTwentieth(inFolder),
                S3Place.open(S3PlaceTest.settings(store.address(), prefix, store.secret())),
                documents,
                false);

        assertThatThrownBy(() -> brokenOff.run(done -> {})).hasMessageContaining("a document was not");
        store.comeBack();

        assertThat(move("s3")).startsWith("0 ").doesNotContain(" 0 were there already");
        assertThat(inStore.after("", 1000)).isEqualTo(all);
        for (String id : all) {
            assertThat(inStore.read(id)).isEqualTo(inFolder.read(id));
        }
    }

    private DocumentPlace killingTheStoreAtTheTwentieth(DocumentPlace place) {
        AtomicInteger read = new AtomicInteger();
        return (DocumentPlace) Proxy.newProxyInstance(
                DocumentPlace.class.getClassLoader(),
                new Class<?>[] {DocumentPlace.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("read") && read.incrementAndGet() == 20) {
                        store.kill();
                    }
                    return method.invoke(place, arguments);
                });
    }

    @Test
    void what_was_altered_on_the_way_is_replaced_and_what_opens_nowhere_stays_behind() {
        inStore.write(all.get(3), "bukan dokumen".getBytes(StandardCharsets.UTF_8));
        inFolder.write(all.get(5), "rusak".getBytes(StandardCharsets.UTF_8));
        set("place", "s3");

        assertThat(move("s3", "--remove"))
                .startsWith("1 ")
                .contains("document " + all.get(5) + " does not open", "1 do not open");

        assertThat(documents.opens(all.get(3), inStore.read(all.get(3)))).isTrue();
        assertThat(inStore.has(all.get(5))).isFalse();
        assertThat(inFolder.after("", 1000)).containsExactly(all.get(5));
    }

    @Test
    void a_store_that_is_not_named_or_does_not_know_the_key_is_said_before_anything_moves() {
        set("s3.secret-key", "lain");
        assertThat(move("s3")).startsWith("1 ").contains("LUMBUNG_DOCUMENTS_S3_ACCESS_KEY");
        assertThat(move("sana")).startsWith("2 ").contains("./lumbung documents move --to s3|folder");
        assertThat(inStore.after("", 10)).isEmpty();
    }

    private static void set(String name, String value) {
        System.setProperty("lumbung.documents." + name, value);
    }

    /** The exit code and what was printed. */
    private String move(String to, String... more) {
        List<String> arguments = new ArrayList<>(List.of("move", "--to", to, "--home", folder.toString()));
        arguments.addAll(List.of(more));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int code = DocumentsCommand.run(
                arguments.toArray(String[]::new), new PrintStream(output, true, StandardCharsets.UTF_8));
        return code + " " + output.toString(StandardCharsets.UTF_8);
    }
}
