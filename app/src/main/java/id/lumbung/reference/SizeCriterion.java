package id.lumbung.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of dated law: up to and including {@code atMost} of the measure is this class. The bound above which nothing
 * is said (large) has no row.
 *
 * @param to last day in force, null while it is
 */
public record SizeCriterion(
        String law,
        String article,
        LocalDate from,
        @Nullable LocalDate to,
        Measure measure,
        SizeClass sizeClass,
        long atMost) {

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
