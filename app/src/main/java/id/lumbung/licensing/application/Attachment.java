package id.lumbung.licensing.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper of an application as it is kept: cleaned of everything but what can be seen on it.
 *
 * @param document in the document store
 * @param replacedAt null for the current one of its kind
 */
record Attachment(
        UUID id,
        String kind,
        String document,
        String contentType,
        int bytes,
        int pages,
        Instant uploadedAt,
        @Nullable Instant replacedAt) {
    boolean isImage() {
        return contentType.startsWith("image/");
    }
}
