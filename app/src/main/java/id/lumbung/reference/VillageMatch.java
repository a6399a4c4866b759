package id.lumbung.reference;

import java.util.List;

/** What a written village name turned out to be. */
public sealed interface VillageMatch {

    /** Exactly one village, by its official name or by an alias. */
    record Found(Region village, boolean byAlias) implements VillageMatch {}

    /** Several villages carry the name; village names are only unique within their kecamatan. */
    record Ambiguous(List<Region> candidates) implements VillageMatch {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    record Unknown(String name) implements VillageMatch {}
}
