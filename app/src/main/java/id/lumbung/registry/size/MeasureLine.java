package id.lumbung.registry.size;

import id.lumbung.reference.Measure;
import id.lumbung.reference.SizeClass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One measure in a size assessment: what is known, which bound it meets, which article says so.
 *
 * @param sizeClass null when the value is not known
 * @param atMost upper bound of that class, inclusive; null for the class above all bounds or when the value is unknown
 * @param decides whether the class of the enterprise rests on it
 */
public record MeasureLine(
        Measure measure,
        @Nullable Long value,
        @Nullable Integer year,
        @Nullable LocalDate validOn,
        @Nullable String source,
        @Nullable SizeClass sizeClass,
        @Nullable Long atMost,
        String law,
        String article,
        boolean decides) {}
