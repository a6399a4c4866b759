package id.lumbung.privacy.breach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit, as far as it tells of somebody's data.
 *
 * @param columns names of what was changed
 * @param what what was read, such as {@code document:KTP}
 */
record Touch(
        long entry,
        Instant at,
        @Nullable String who,
        String address,
        @Nullable String session,
        @Nullable String door,
        String action,
        String record,
        List<String> keys,
        int rows,
        List<String> columns,
        @Nullable String subjectKind,
        @Nullable UUID subject,
        @Nullable String what,
        @Nullable String purpose,
        String regionCode) {
    Touch {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
    }

    boolean isReading() {
        return action.equals("READ");
    }
}
