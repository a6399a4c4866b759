package id.lumbung.platform.rotation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rotation that was asked for. */
record Rotation(
        UUID id,
        What what,
        State state,
        @Nullable Integer sealKey,
        @Nullable Integer fingerprintKey) {

    enum What {
        /** The keys that seal and hash data. */
        DATA,
        /** The key above them. */
        MASTER,
        /** Keys that modules keep themselves. */
        SIGNING,
        /** Old keys that nothing needs go. */
        RETIRE
    }

    enum State {
        ASKED,
        ANNOUNCED,
        RESEALING,
        DONE,
        REFUSED
    }

    /**
     * How far the work at one place is.
     *
     * @param reached the last row of this pass, or null at its beginning
     */
    record Step(
            String place,
            int pass,
            @Nullable String reached,
            long changed,
            long passed,
            long damaged,
            boolean finished) {}
}
