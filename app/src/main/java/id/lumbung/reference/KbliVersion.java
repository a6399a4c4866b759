package id.lumbung.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An edition of the classification.
 *
 * @param code "2020" or "2025"
 * @param to last day it is the one in force, null while it is
 * @param alignBy the day by which users must have moved to it, null where none is set
 */
public record KbliVersion(
        String code,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate alignBy,
        String legalSource) {}
