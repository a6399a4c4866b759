package id.lumbung.registry.origin;

import org.jspecify.annotations.Nullable;

/**
 * What a source says of one fact.
 *
 * @param value as it is shown; who tells it has masked what is personal
 * @param year the year that it is about, for a number of a year
 */
public record StatedFact(
        KnownFact fact, String value, @Nullable Integer year) {}
