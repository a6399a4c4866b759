package id.lumbung.registry;

import java.time.LocalDate;

/**
 * A number that was true at a time.
 *
 * @param validOn the day it is true for
 * @param year the year it is about, which for sales is the year they were made in
 * @param source who says so
 * @param evidence what it rests on, such as a book of sales or the owner's word
 */
public record ObservedFact(
        ObservationKind kind, long value, LocalDate validOn, int year, String source, String evidence) {
    public ObservedFact {
        if (value < 0) {
            throw new IllegalArgumentException("an observation is not negative");
        }
    }
}
