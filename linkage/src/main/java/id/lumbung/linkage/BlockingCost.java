package id.lumbung.linkage;

/**
 * What one blocking rule asks for.
 *
 * @param pairsAlone known before any pair is made
 * @param newPairs those that no rule before it gave
 * @param largestBlock records in its largest block
 * @param splitBlocks blocks over the rule's limit, which were split by what is asked next
 * @param refusedBlocks blocks, or parts of split ones, that stayed over the limit and are not compared
 */
public record BlockingCost(
        String rule,
        long pairsAlone,
        long newPairs,
        int largestBlock,
        int splitBlocks,
        int refusedBlocks,
        long refusedPairs) {

    /** What was refused, in a sentence; empty when nothing was. */
    public String refusal() {
        return refusedBlocks == 0
                ? ""
                : "Rule " + rule + ": " + refusedBlocks
                        + " blocks are too large, even split, and were left to the other rules (" + refusedPairs
                        + " pairs).";
    }
}
