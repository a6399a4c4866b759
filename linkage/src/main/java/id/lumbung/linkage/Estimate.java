package id.lumbung.linkage;

/**
 * What the probabilities say about the answer without a single label: the share of the linked pairs that are right, the share of the
 * same pairs among those compared that are linked. The interval is the chance of the draw (95 %) and 0.03 on both sides for what the
 * model may get wrong; blocking's misses are not in the recall.
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
