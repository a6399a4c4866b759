package id.lumbung.matching.pair;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two records that may be one business; {@code a} is the smaller identifier.
 *
 * @param registered how many of the two are enterprises of the register
 * @param business probability that they are the same business
 * @param owner probability that they have the same owner
 */
public record Pair(
        UUID id,
        UUID a,
        UUID b,
        String regionCode,
        String otherRegionCode,
        int registered,
        double business,
        double owner,
        PairState state,
        boolean secondWanted,
        @Nullable UUID firstBy) {}
