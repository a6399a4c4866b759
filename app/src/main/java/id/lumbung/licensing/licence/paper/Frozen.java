package id.lumbung.licensing.licence.paper;

import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.key.Vault;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Freezes what was printed: JSON, its hash, sealed for the one place where it is kept. */
@Component
public class Frozen {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Vault vault;

    /** The sealed bytes and the hash of what is inside. */
    public record Sealed(byte[] bytes, String sha256) {}

    public Frozen(Vault vault) {
        this.vault = vault;
    }

    public Sealed freeze(Object content, UUID place) {
        byte[] json = JSON.writeValueAsBytes(content);
        return new Sealed(vault.seal(json, contextOf(place)), DocumentStore.sha256(json));
    }

    /** Opens and compares with the hash: what was changed behind our back is not shown. */
    public <T> T thaw(Sealed sealed, UUID place, Class<T> type) {
        byte[] json = vault.open(sealed.bytes(), contextOf(place));
        if (!DocumentStore.sha256(json).equals(sealed.sha256())) {
            throw new IllegalStateException("the frozen content " + place + " does not have its hash");
        }
        return JSON.readValue(json, type);
    }

    private static String contextOf(UUID place) {
        return "licensing.snapshot:" + place;
    }
}
