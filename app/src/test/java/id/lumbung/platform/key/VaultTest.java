package id.lumbung.platform.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.platform.Home;
import id.lumbung.platform.document.DocumentStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    @TempDir
    Path folder;

    @Test
    void what_is_sealed_opens_again_after_a_restart_and_only_in_its_place() throws Exception {
        byte[] sealed;
        byte[] fingerprint;
        try (Home home = new Home(folder)) {
            Vault vault = new Vault(home);
            sealed = vault.sealText("rahasia", "place:1");
            fingerprint = vault.fingerprint("nik", "9999990101800001");
        }

        try (Home home = new Home(folder)) {
            Vault vault = new Vault(home);
            assertThat(vault.openText(sealed, "place:1")).isEqualTo("rahasia");
            assertThat(vault.fingerprint("nik", "9999990101800001")).isEqualTo(fingerprint);
            assertThat(vault.fingerprint("kk", "9999990101800001")).isNotEqualTo(fingerprint);
            assertThatThrownBy(() -> vault.openText(sealed, "place:2")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void documents_are_kept_once_and_encrypted_on_the_disk() throws Exception {
        try (Home home = new Home(folder)) {
            DocumentStore store = new DocumentStore(home, new Vault(home));
            byte[] content = "isi surat yang tidak boleh terbaca".getBytes(StandardCharsets.UTF_8);

            String id = store.put(content);

            assertThat(store.put(content)).isEqualTo(id);
            assertThat(store.get(id)).isEqualTo(content);
            try (Stream<Path> files = Files.walk(folder.resolve("documents")).filter(Files::isRegularFile)) {
                assertThat(files)
                        .singleElement()
                        .satisfies(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                                .doesNotContain("terbaca"));
            }
            assertThatThrownBy(() -> store.get("../../keys/seal.keyset.json"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_folder_in_use_is_refused_with_a_sentence() throws Exception {
        try (Home home = new Home(folder)) {
            assertThatThrownBy(() -> new Home(folder)).hasMessageContaining("already");
        }
    }
}
