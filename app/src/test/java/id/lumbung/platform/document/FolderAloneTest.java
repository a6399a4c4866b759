package id.lumbung.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.platform.Home;
import id.lumbung.platform.key.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

/** An office that keeps its documents in the folder pays nothing for the client of S3. */
class FolderAloneTest {
    @Test
    void nothing_of_the_client_is_loaded_while_no_store_is_set(@TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FolderAloneTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String loaded = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(loaded).contains(DocumentChecks.class.getName(), DocumentFolder.class.getName());
        assertThat(loaded).doesNotContain("software.amazon", S3Place.class.getName(), S3Reach.class.getName());
    }

    /** What a start does with documents. */
    public static void main(String[] arguments) throws Exception {
        assertThat(new DocumentChecks().check(new StandardEnvironment())).isEmpty();
        try (Home home = new Home(Path.of(arguments[0]))) {
            DocumentStore documents = new DocumentStore(DocumentSettings.inFolder(), home, new Vault(home));
            documents.get(documents.put(new byte[] {1}));
            documents.probe();
        }
    }
}
