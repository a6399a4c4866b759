package id.lumbung.matching.index;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record and where it stands.
 *
 * @param list null for an enterprise of the register
 */
public record Key(UUID id, @Nullable UUID list, String regionCode) {
    /** What the engine calls the list that it stands in. */
    public String source() {
        return list == null ? "register" : list.toString();
    }

    public boolean isRegistered() {
        return list == null;
    }
}
