package id.lumbung.matching.coverage;

import java.util.Optional;

/**
 * How many businesses there are in all, from how far two lists that were made independently overlap: Chapman's estimator
 * (D. G. Chapman, Some properties of the hypergeometric distribution with applications to zoological sample censuses,
 * University of California Publications in Statistics 1, 1951, 131–160) with Seber's estimate of its variance (G. A. F.
 * Seber, The effects of trap response on tag recapture estimates, Biometrics 26, 1970, 13–22) and a log-normal interval of
 * 95 % for what neither list has (A. Chao, Estimating the population size for capture-recapture data with unequal
 * catchability, Biometrics 43, 1987, 783–791), so that no interval reaches below what is known.
 *
 * <p>Ranges: 0 ≤ both ≤ min(one, other). Below {@link #LEAST_OVERLAP} in both there is no estimate: with seven or more its
 * bias is negligible with a probability of 0.95 (D. S. Robson and H. A. Regier, Transactions of the American Fisheries
 * Society 93, 1964, 215–226). When one list holds the whole other, nothing is left over and the interval is a point.
 *
 * @param known businesses on either of the two lists
 * @param total estimate of all, never below {@code known}
 * @param low lower bound of the interval of 95 % for all
 * @param high upper bound
 */
record Estimate(long known, double total, double low, double high) {
    static final int LEAST_OVERLAP = 7;
    private static final double Z = 1.959963984540054;

    /**
     * From two lists.
     *
     * @param one businesses on one list
     * @param other businesses on the other
     * @param both businesses on both
     * @return none when too few are on both
     */
    static Optional<Estimate> ofTwo(long one, long other, long both) {
        if (both < 0 || both > Math.min(one, other)) {
            throw new IllegalArgumentException("no overlap of " + one + " and " + other + ": " + both);
        }
        if (both < LEAST_OVERLAP) {
            return Optional.empty();
        }
        long known = one + other - both;
        double total = (one + 1.0) * (other + 1.0) / (both + 1.0) - 1;
        double unseen = total - known;
        if (unseen <= 0) {
            return Optional.of(new Estimate(known, known, known, known));
        }
        double spread = Math.exp(Z * Math.sqrt(Math.log1p(variance(one, other, both) / (unseen * unseen))));
        return Optional.of(new Estimate(known, total, known + unseen / spread, known + unseen * spread));
    }

    static double variance(long one, long other, long both) {
        return (one + 1.0)
                * (other + 1.0)
                * (one - both)
                * (other - both)
                / ((both + 1.0) * (both + 1.0) * (both + 2.0));
    }
}
