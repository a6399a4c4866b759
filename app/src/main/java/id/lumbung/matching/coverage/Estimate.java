package id.lumbung.matching.coverage;

import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * How many businesses there are in all, from how far two lists that were made independently overlap: Chapman's estimator
 * (D. G. Chapman, Some properties of the hypergeometric distribution with applications to zoological sample censuses,
 * University of California Publications in Statistics 1, 1951, 131–160). The interval holds all numbers under which an
 * overlap as large and one as small would each come about in more than 2.5 % of cases by the hypergeometric distribution, as
 * Clopper and Pearson (Biometrika 26, 1934, 404–413) did for the binomial: it holds the truth in at least 95 % of cases and
 * never reaches below what is known. A log-normal interval from the variance was tried and does not: where the larger list
 * has nearly all of the smaller, it shrinks to a point and held the truth in 82 % of cases.
 *
 * <p>Ranges: 0 ≤ both ≤ min(one, other). Below {@link #LEAST_OVERLAP} in both there is no estimate: with seven or more its
 * bias is negligible with a probability of 0.95 (D. S. Robson and H. A. Regier, Transactions of the American Fisheries
 * Society 93, 1964, 215–226).
 *
 * @param known businesses on either of the two lists
 * @param total estimate of all, never below {@code known}
 * @param low lower bound of the interval of 95 % for all
 * @param high upper bound
 */
record Estimate(long known, double total, long low, long high) {
    static final int LEAST_OVERLAP = 7;
    private static final double EITHER_SIDE = 0.025;
    private static final double NEGLIGIBLE = 1e-13;

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
        long low = least(known, all -> isSoFewLikely(all, one, other, both));
        long high = least(known, all -> !isSoManyLikely(all, one, other, both)) - 1;
        return Optional.of(
                new Estimate(known, total, Math.min(low, (long) total), Math.max(high, (long) Math.ceil(total))));
    }

    /** The least number from this one on for which it holds; from there on it holds for all. */
    private static long least(long from, LongPredicate holds) {
        if (holds.test(from)) {
            return from;
        }
        long not = from;
        long step = 1;
        while (!holds.test(from + step)) {
            not = from + step;
            step *= 2;
        }
        long yes = from + step;
        while (yes - not > 1) {
            long middle = not + (yes - not) / 2;
            if (holds.test(middle)) {
                yes = middle;
            } else {
                not = middle;
            }
        }
        return yes;
    }

    /** Whether so many or more on both come about often enough among so many in all. */
    private static boolean isSoManyLikely(long all, long one, long other, long both) {
        if (both <= (double) one * other / all) {
            return true;
        }
        double term = 1;
        double sum = 1;
        for (long k = both; k < Math.min(one, other) && term > NEGLIGIBLE * sum; k++) {
            term *= (double) (one - k) / (k + 1) * (other - k) / (all - one - other + k + 1);
            sum += term;
        }
        return Math.log(sum) + logProbability(all, one, other, both) > Math.log(EITHER_SIDE);
    }

    /** Whether so few or fewer do. */
    private static boolean isSoFewLikely(long all, long one, long other, long both) {
        if (both >= (double) one * other / all) {
            return true;
        }
        double term = 1;
        double sum = 1;
        for (long k = both; k > Math.max(0, one + other - all) && term > NEGLIGIBLE * sum; k--) {
            term *= (double) k / (one - k + 1) * (all - one - other + k) / (other - k + 1);
            sum += term;
        }
        return Math.log(sum) + logProbability(all, one, other, both) > Math.log(EITHER_SIDE);
    }

    private static double logProbability(long all, long one, long other, long both) {
        return logChoose(other, both) + logChoose(all - other, one - both) - logChoose(all, one);
    }

    private static double logChoose(long of, long some) {
        return logFactorial(of) - logFactorial(some) - logFactorial(of - some);
    }

    /** Stirling's series; below 16 the product itself. */
    private static double logFactorial(long n) {
        if (n < 16) {
            double product = 1;
            for (long k = 2; k <= n; k++) {
                product *= k;
            }
            return Math.log(product);
        }
        double x = n;
        return (x + 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + (1 - 1 / (30 * x * x)) / (12 * x);
    }
}
