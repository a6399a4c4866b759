package id.lumbung.privacy.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person has said about a purpose: an observation, true from the day it was said, known from the moment it was
 * written down.
 *
 * @param given false when she has taken it back or said no
 * @param recordedBy null where only what counts is told, and not who wrote it down
 */
public record Statement(
        UUID id,
        String purpose,
        boolean given,
        Expression how,
        LocalDate saidOn,
        Instant recordedAt,
        @Nullable UUID recordedBy) {}
