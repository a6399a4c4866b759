package id.lumbung.intake.desk;

import id.lumbung.intake.column.Mapping;
import id.lumbung.intake.entry.Found;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list as it is kept: which sheet of which file, what its columns mean, and how far it has come. */
record KeptList(
        UUID id,
        String region,
        Sheet sheet,
        ListState state,
        int version,
        Mapping mapping,
        @Nullable Sentence refusal,
        @Nullable Found found,
        Journey journey) {

    record Sheet(UUID file, String fileName, int number, String name, long headingLine) {
        Sheet from(long line) {
            return new Sheet(file, fileName, number, name, line);
        }
    }

    /** A sentence for a person, by its key. */
    record Sentence(String key, List<Object> arguments) {
        Sentence {
            arguments = List.copyOf(arguments);
        }
    }

    /** Who did what when. */
    record Journey(
            Instant madeAt,
            UUID madeBy,
            @Nullable Instant checkedAt,
            @Nullable Instant enteredAt,
            @Nullable UUID enteredBy,
            @Nullable Long entered,
            @Nullable Long known,
            @Nullable Instant undoneAt,
            @Nullable String undoneWhy) {}
}
