package id.lumbung.intake.column;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of lists with certain headings mean, kept under a name.
 *
 * @param id null for those that come with Lumbung
 */
public record Recipe(
        @Nullable UUID id,
        String name,
        Mapping mapping,
        @Nullable Instant madeAt) {}
