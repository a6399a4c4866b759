package id.lumbung.licensing.licence.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a licence.
 *
 * @param happenedOn the day it counts from
 * @param at when it was written down
 * @param ground code of a ground of revocation
 */
public record LicenceEvent(
        UUID id,
        Kind kind,
        LocalDate happenedOn,
        Instant at,
        Who actor,
        String reason,
        @Nullable String ground,
        @Nullable UUID sheet,
        @Nullable UUID letter) {

    public enum Kind {
        ISSUED,
        AMENDED,
        SHEET_REPLACED,
        WARNED,
        REVOKED,
        REINSTATED;

        /** The key of a short title for a licence's own page. */
        public String messageKey() {
            return switch (this) {
                case ISSUED -> "licence.event.issued";
                case AMENDED -> "licence.event.amended";
                case SHEET_REPLACED -> "licence.event.sheet-replaced";
                case WARNED -> "licence.event.warned";
                case REVOKED -> "licence.event.revoked";
                case REINSTATED -> "licence.event.reinstated";
            };
        }

        /** The key of a sentence with the licence's number, for the timeline of an enterprise. */
        public String sentenceKey() {
            return switch (this) {
                case ISSUED -> "licence.timeline.issued";
                case AMENDED -> "licence.timeline.amended";
                case SHEET_REPLACED -> "licence.timeline.sheet-replaced";
                case WARNED -> "licence.timeline.warned";
                case REVOKED -> "licence.timeline.revoked";
                case REINSTATED -> "licence.timeline.reinstated";
            };
        }

        public String tone() {
            return switch (this) {
                case ISSUED, REINSTATED -> "ok";
                case AMENDED, SHEET_REPLACED -> "";
                case WARNED -> "warn";
                case REVOKED -> "stop";
            };
        }
    }

    /** An account and the name it had then. */
    public record Who(UUID account, String name) {}
}
