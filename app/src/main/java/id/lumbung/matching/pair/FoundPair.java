package id.lumbung.matching.pair;

import id.lumbung.matching.index.Key;

/** Two records that the index found alike, with the probabilities of the same business and of the same owner. */
public record FoundPair(Key one, Key other, double business, double owner) {
    int registered() {
        return (one.isRegistered() ? 1 : 0) + (other.isRegistered() ? 1 : 0);
    }
}
