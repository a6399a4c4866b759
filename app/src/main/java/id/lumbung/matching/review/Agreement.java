package id.lumbung.matching.review;

/**
 * How far two people agree over the same pairs.
 *
 * @param pairs pairs that two people judged, without those of which one could not tell
 * @param agreed pairs that both judged alike
 * @param firstSame pairs that the first took for the same
 * @param secondSame pairs that the second took for the same
 */
public record Agreement(int pairs, int agreed, int firstSame, int secondSame) {

    /** Share of pairs judged alike, 0 to 1; NaN without a pair. */
    public double share() {
        return (double) agreed / pairs;
    }

    /**
     * Cohen's kappa (Educational and Psychological Measurement 20, 1960): agreement beyond what chance would give, 1 for
     * full agreement, 0 for chance; NaN when both gave one and the same verdict throughout.
     */
    public double kappa() {
        double first = (double) firstSame / pairs;
        double second = (double) secondSame / pairs;
        double byChance = first * second + (1 - first) * (1 - second);
        return (share() - byChance) / (1 - byChance);
    }
}
