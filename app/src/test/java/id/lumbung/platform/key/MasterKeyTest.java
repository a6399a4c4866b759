package id.lumbung.platform.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import id.lumbung.platform.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What closes the keysets. */
class MasterKeyTest {
    private static final String KEY = "bHVtYnVuZyBsdW1idW5nIGx1bWJ1bmcgbHVtYnVuZyE";
    private static final String OTHER = "bHVtYnVuZyBsdW1idW5nIGx1bWJ1bmcgbHVtYnVuZz8";

    @TempDir
    Path folder;

    @Test
    void keysets_lie_closed_in_the_home_and_open_with_the_same_key_only() throws Exception {
        KeySettings settings = new KeySettings(KEY, null, null);
        byte[] sealed;
        try (Home home = new Home(folder)) {
            sealed = new Vault(home, MasterKeys.open(settings, home)).sealText("rahasia", "place:1");
        }

        assertThat(contentOfKeys()).doesNotContain("type.googleapis.com").doesNotContain("keyValue");
        assertThat(folder.resolve("keys/master.key")).doesNotExist();
        try (Home home = new Home(folder)) {
            assertThat(new Vault(home, MasterKeys.open(settings, home)).openText(sealed, "place:1"))
                    .isEqualTo("rahasia");
            assertThatThrownBy(() -> new Vault(home, MasterKeys.open(new KeySettings(OTHER, null, null), home)))
                    .hasMessageContaining("not the one that closed this")
                    .hasMessageNotContaining(OTHER);
            assertThatThrownBy(() -> MasterKeys.open(KeySettings.NONE, home)).hasMessageContaining("not here");
        }
    }

    @Test
    void a_home_with_keysets_in_clear_is_closed_at_the_next_start_and_loses_nothing() throws Exception {
        Vault.register();
        KeysetHandle before = KeysetHandle.generateNew(KeyTemplates.get("AES256_GCM"));
        byte[] sealed = before.getPrimitive(RegistryConfiguration.get(), com.google.crypto.tink.Aead.class)
                .encrypt("rahasia".getBytes(StandardCharsets.UTF_8), "place:1".getBytes(StandardCharsets.UTF_8));
        Path plain = Files.createDirectories(folder.resolve("keys")).resolve("seal.keyset.json");
        Files.writeString(plain, TinkJsonProtoKeysetFormat.serializeKeyset(before, InsecureSecretKeyAccess.get()));

        try (Home home = new Home(folder)) {
            assertThat(new Vault(home).openText(sealed, "place:1")).isEqualTo("rahasia");
        }

        assertThat(plain).doesNotExist();
        assertThat(contentOfKeys()).doesNotContain("keyValue");
        try (Home home = new Home(folder)) {
            assertThat(new Vault(home).openText(sealed, "place:1")).isEqualTo("rahasia");
        }
    }

    @Test
    void a_key_service_closes_the_keysets_and_its_key_is_nowhere_in_the_home() throws Exception {
        try (TestKeyService service = new TestKeyService();
                TestKeyService another = new TestKeyService()) {
            KeySettings settings = new KeySettings(null, null, service.address());
            byte[] sealed;
            try (Home home = new Home(folder)) {
                sealed = new Vault(home, MasterKeys.open(settings, home)).sealText("rahasia", "place:1");
            }
            assertThat(folder.resolve("keys/master.key")).doesNotExist();
            assertThat(contentOfKeys()).doesNotContain("keyValue");
            try (Home home = new Home(folder)) {
                Vault vault = new Vault(home, MasterKeys.open(settings, home));
                int asked = service.asked.get();
                assertThat(vault.openText(sealed, "place:1")).isEqualTo("rahasia");
                assertThat(service.asked.get())
                        .as("not once a value, only at the start")
                        .isEqualTo(asked);
                MasterKey wrong = MasterKeys.open(new KeySettings(null, null, another.address()), home);
                assertThatThrownBy(() -> new Vault(home, wrong)).hasStackTraceContaining("refuses");
            }
        }
    }

    @Test
    void a_key_service_that_is_away_or_unknown_is_said_in_a_sentence() throws Exception {
        TestKeyService service = new TestKeyService();
        KeySettings settings = new KeySettings(null, null, service.address());
        try (Home home = new Home(folder)) {
            assertThat(new Vault(home, MasterKeys.open(settings, home)).sealText("rahasia", "place:1"))
                    .isNotEmpty();
        }
        service.close();

        try (Home home = new Home(folder)) {
            assertThatThrownBy(() -> new Vault(home, MasterKeys.open(settings, home)))
                    .hasStackTraceContaining("does not answer");
            assertThatThrownBy(() -> MasterKeys.open(new KeySettings(null, null, "awan://kunci"), home))
                    .hasMessage("Nothing on the class path opens master keys at awan: addresses.");
        }
    }

    @Test
    void a_file_may_hold_the_new_key_and_the_old_one() throws Exception {
        Path file = folder.resolve("master");
        Files.writeString(file, OTHER + "\n");
        byte[] wrapped = MasterKeys.fromFile(file).wrap(new byte[] {1, 2, 3}, "purpose");
        Files.writeString(file, "# newest first\n" + KEY + "\n" + OTHER + "\n");

        assertThat(MasterKeys.fromFile(file).unwrap(wrapped, "purpose")).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> MasterKeys.fromFile(file).unwrap(wrapped, "another purpose"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new LocalMasterKey("secret-but-short", "here"))
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("secret-but-short");
    }

    private String contentOfKeys() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
