package id.lumbung.registry.known;

import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.KnownQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whoever compares records says what a business that is being entered may be, by all that is known of it together. */
public interface LikelyRecords {
    /** Within sight, the likeliest first; empty while it cannot tell. */
    List<Likely> find(KnownQuery query);

    /**
     * A record that may be the one being entered.
     *
     * @param enterprise null for a row of a list that no enterprise is known for
     * @param listed where the row stands; null for an enterprise
     * @param probability that it is the same business, 0 to 1
     */
    record Likely(
            @Nullable EnterpriseId enterprise,
            @Nullable ListedAt listed,
            @Nullable String businessName,
            @Nullable String ownerName,
            String regionCode,
            double probability) {
        /** Never whose it is. */
        @Override
        public String toString() {
            return "Likely[" + regionCode + "]";
        }
    }
}
