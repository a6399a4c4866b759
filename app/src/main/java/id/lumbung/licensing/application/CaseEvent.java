package id.lumbung.licensing.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case; never changed afterwards.
 *
 * @param actor null when the system acted
 */
record CaseEvent(
        UUID id,
        Instant at,
        @Nullable UUID actor,
        String action,
        @Nullable String from,
        String to,
        @Nullable String note,
        @Nullable String ground,
        List<Correction> corrections) {

    /** What must be corrected in one field or attachment. */
    record Correction(String field, String sentence) {}
}
