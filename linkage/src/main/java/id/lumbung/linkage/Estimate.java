package id.lumbung.linkage;

/**
 * What the probabilities say about the answer without a single label: the share of the linked pairs that are right, the share of the
 * same pairs among those compared that are linked. The interval (95 %) is the chance of the draw and that the share of wrong ones, which
 * the model counts from the ways of being wrong that it knows, may be 2.2 times as large or a quarter smaller; blocking's misses are not in
 * the recall.
 */
public record Estimate(
        double threshold,
        long linked,
        double precision,
        double precisionLow,
        double precisionHigh,
        double recall,
        double recallLow,
        double recallHigh) {}
