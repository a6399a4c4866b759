package id.lumbung.matching.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How many businesses nobody has, by every two sources that overlap enough. With three or more sources the estimates of the
 * pairs are shown side by side and not made into one: how far they lie apart tells how far from independent the sources are.
 * Chao's lower bound from how many businesses are known once and twice is not used: it takes all sources for equally large,
 * and one of 400,000 beside two of 600 would make it hundreds of times too high.
 *
 * @param known businesses on any source, also on those that are in no pair
 */
record Unlisted(long known, List<Pair> pairs) {
    Unlisted {
        pairs = List.copyOf(pairs);
    }

    /** Two sources by their places, and how many businesses are on both. */
    record Pair(int one, int other, long both, Optional<Estimate> estimate) {}

    /** From how many businesses are on each source (the diagonal) and on each two of them; an empty source is in no pair. */
    static Unlisted of(long known, long[][] shared) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < shared.length; i++) {
            for (int j = i + 1; j < shared.length; j++) {
                if (shared[i][i] == 0 || shared[j][j] == 0) {
                    continue;
                }
                pairs.add(new Pair(i, j, shared[i][j], Estimate.ofTwo(shared[i][i], shared[j][j], shared[i][j])));
            }
        }
        return new Unlisted(known, pairs);
    }

    List<Estimate> estimates() {
        return pairs.stream().flatMap(pair -> pair.estimate().stream()).toList();
    }

    /** The smallest of what the pairs say, less what is known; never below zero. */
    long least(ToDoubleFunction<Estimate> of) {
        return missing(estimates().stream().mapToDouble(of).min().orElseThrow());
    }

    long most(ToDoubleFunction<Estimate> of) {
        return missing(estimates().stream().mapToDouble(of).max().orElseThrow());
    }

    /** Whether a pair says that there are fewer in all than are known already: its sources were not made independently. */
    boolean contradicts() {
        return estimates().stream().anyMatch(estimate -> Math.round(estimate.total()) < known);
    }

    private long missing(double total) {
        return Math.max(0, Math.round(total) - known);
    }
}
