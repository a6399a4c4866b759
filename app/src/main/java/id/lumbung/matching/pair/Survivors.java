package id.lumbung.matching.pair;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which enterprise one is part of, now that some were merged. */
@Component
class Survivors {
    /** Each of these with the enterprise it is part of, which is itself unless it was merged into another. */
    Map<UUID, UUID> of(Collection<UUID> enterprises) {
        Map<UUID, UUID> found = new HashMap<>();
        enterprises.forEach(enterprise -> found.put(enterprise, enterprise));
        return found;
    }
}
