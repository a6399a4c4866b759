package id.lumbung.licensing.statement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A signing key as its list shows it. */
record SigningKey(String kid, Instant madeAt, @Nullable Instant retiredAt) {
    boolean inUse() {
        return retiredAt == null;
    }
}
