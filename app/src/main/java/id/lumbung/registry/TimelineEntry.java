package id.lumbung.registry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an enterprise.
 *
 * @param messageKey key of the sentence
 * @param actor who did it, if a person did
 */
public record TimelineEntry(
        Instant at,
        String messageKey,
        List<Object> arguments,
        @Nullable String actor,
        @Nullable String href) {
    public TimelineEntry {
        arguments = List.copyOf(arguments);
    }
}
