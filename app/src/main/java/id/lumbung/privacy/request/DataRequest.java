package id.lumbung.privacy.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it stands.
 *
 * @param regionCode the counter at which it was made
 * @param person in the register; null when nothing is held there
 */
record DataRequest(
        UUID id,
        String number,
        String regionCode,
        RequestKind kind,
        @Nullable UUID person,
        String name,
        Standing standing) {

    /** Where it is, and by when. */
    record Standing(
            RequestState state,
            int version,
            Instant receivedAt,
            Instant dueAt,
            @Nullable UUID handler,
            @Nullable Instant escalatedAt,
            @Nullable Instant endedAt) {}

    RequestState state() {
        return standing.state();
    }

    @Override
    public String toString() {
        return "DataRequest[" + number + "]";
    }
}
