package id.lumbung.identity.audit.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audit, newest first.
 *
 * @param older address of the entries before these, or null
 */
public record AuditPage(
        Filter filter,
        List<Choice> actions,
        List<Row> rows,
        FieldProblems problems,
        @Nullable String older) {

    /** As typed. */
    public record Filter(String person, String subject, String action, String from, String to) {}

    /**
     * One entry.
     *
     * @param who name, or null for the system and for people who were not signed in
     * @param columns what changed, as {@code state: VALID → REVOKED}
     */
    public record Row(
            long entry,
            Instant at,
            @Nullable String who,
            String address,
            @Nullable String session,
            @Nullable String door,
            String actionKey,
            String record,
            int rows,
            List<String> columns,
            @Nullable String subjectKind,
            @Nullable String subject,
            @Nullable String what,
            @Nullable String purpose) {}
}
