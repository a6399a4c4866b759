package id.lumbung.privacy.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long which data are kept, as one dated row says.
 *
 * @param days after the event; null when nothing ever goes
 * @param source legal source
 * @param decidedBy null for a proposal, by which nothing goes
 */
public record RetentionClass(
        String code,
        int version,
        LocalDate validFrom,
        String titleId,
        String titleEn,
        RetentionEvent event,
        RetentionEffect effect,
        @Nullable Integer days,
        String source,
        @Nullable UUID decidedBy,
        Instant writtenAt) {
    private static final Comparator<RetentionClass> NEWER =
            Comparator.comparing(RetentionClass::validFrom).thenComparing(RetentionClass::version);

    public boolean decided() {
        return decidedBy != null;
    }

    /** The first day on which it may go. */
    public Optional<LocalDate> dueOn(LocalDate happenedOn) {
        Integer kept = days;
        return kept == null ? Optional.empty() : Optional.of(happenedOn.plusDays(kept));
    }

    public boolean isDue(LocalDate happenedOn, LocalDate today) {
        return dueOn(happenedOn).filter(due -> !today.isBefore(due)).isPresent();
    }

    /** The newest that the office has decided on and that holds on this day. A proposal is never in force. */
    public static Optional<RetentionClass> inForce(Collection<RetentionClass> versions, LocalDate today) {
        return versions.stream()
                .filter(RetentionClass::decided)
                .filter(one -> !one.validFrom().isAfter(today))
                .max(NEWER);
    }
}
