package id.lumbung.registry.admission;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import id.lumbung.platform.key.Vault;
import id.lumbung.registry.IncomingRecord;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Source records as sealed JSON. Components may be added to the records; old payloads stay readable. */
@Component
public class Payloads {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultVisibility(visibility -> visibility
                    .withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .build();

    private final Vault vault;

    public Payloads(Vault vault) {
        this.vault = vault;
    }

    public byte[] seal(UUID id, IncomingRecord record) {
        return vault.seal(JSON.writeValueAsBytes(record), context(id));
    }

    public IncomingRecord open(UUID id, byte[] payload) {
        return JSON.readValue(vault.open(payload, context(id)), IncomingRecord.class);
    }

    private static String context(UUID id) {
        return "registry.source_record.payload:" + id;
    }
}
