package id.lumbung.bench.linkage;

/**
 * The model of I. P. Fellegi and A. B. Sunter, A theory for record linkage (JASA 64, 1969): comparisons that are independent
 * among pairs that match and among pairs that do not. Level 0 of a comparison means that a value is missing and says nothing.
 *
 * <p>Estimated as its users do today: how often strangers agree is counted on pairs drawn by chance; how often matches agree
 * comes from EM (W. E. Winkler, 1988) in several sessions, each among the pairs that agree on some fields and for the other
 * fields; how many of all pairs match comes from rules that are nearly always right and the share of the matches they are
 * thought to find.
 */
final class PeerModel {
    private static final int ROUNDS = 40;

    /** Levels of each comparison, 0 included. */
    private final int[] levels;

    private final double[][] stranger;
    /** Sums of what the sessions found, and how many sessions had a say. */
    private final double[][] match;

    private final int[] sessions;
    private double share = 1e-6;

    PeerModel(int[] levels) {
        this.levels = levels.clone();
        stranger = new double[levels.length][];
        match = new double[levels.length][];
        sessions = new int[levels.length];
        for (int c = 0; c < levels.length; c++) {
            stranger[c] = new double[levels[c]];
            match[c] = new double[levels[c]];
        }
    }

    /** How often strangers agree, from the counted patterns of pairs drawn by chance. */
    void strangers(int[][] patterns, long[] counts) {
        for (int p = 0; p < patterns.length; p++) {
            for (int c = 0; c < levels.length; c++) {
                stranger[c][patterns[p][c]] += counts[p];
            }
        }
        for (int c = 0; c < levels.length; c++) {
            // no agreement was never seen: a half is
            stranger[c] = shares(stranger[c], 0.5);
        }
    }

    private static double[] shares(double[] seen, double least) {
        double all = 0;
        for (int level = 1; level < seen.length; level++) {
            all += seen[level] + least;
        }
        double[] shares = new double[seen.length];
        for (int level = 1; level < seen.length; level++) {
            shares[level] = (seen[level] + least) / all;
        }
        return shares;
    }

    /** How many of all pairs match: those that a sure rule finds, divided by the share it is thought to find. */
    void prior(double surePairs, double shareFound, double allPairs) {
        share = surePairs / shareFound / allPairs;
    }

    /** A session among the pairs that agree fully on these comparisons; it has a say on all others. */
    void session(int[][] patterns, long[] counts, int... agreed) {
        boolean[] fixed = new boolean[levels.length];
        for (int c : agreed) {
            fixed[c] = true;
        }
        double[][] m = start();
        double lambda = 0.5;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] seen = new double[levels.length][];
            for (int c = 0; c < levels.length; c++) {
                seen[c] = new double[levels[c]];
            }
            double matches = 0;
            double all = 0;
            for (int p = 0; p < patterns.length; p++) {
                if (!agree(patterns[p], agreed)) {
                    continue;
                }
                double odds = Math.log(lambda / (1 - lambda)) + weight(patterns[p], m, fixed);
                double expected = counts[p] / (1 + Math.exp(-odds));
                matches += expected;
                all += counts[p];
                for (int c = 0; c < levels.length; c++) {
                    seen[c][patterns[p][c]] += expected;
                }
            }
            lambda = Math.min(0.999, Math.max(1e-6, matches / all));
            for (int c = 0; c < levels.length; c++) {
                m[c] = shares(seen[c], 1e-2);
            }
        }
        for (int c = 0; c < levels.length; c++) {
            if (!fixed[c]) {
                sessions[c]++;
                for (int level = 1; level < levels[c]; level++) {
                    match[c][level] += m[c][level];
                }
            }
        }
    }

    private double[][] start() {
        double[][] m = new double[levels.length][];
        for (int c = 0; c < levels.length; c++) {
            m[c] = new double[levels[c]];
            for (int level = 1; level < levels[c]; level++) {
                m[c][level] = Math.pow(0.3, level - 1);
            }
            m[c] = shares(m[c], 0);
        }
        return m;
    }

    private static boolean agree(int[] pattern, int... agreed) {
        for (int c : agreed) {
            if (pattern[c] != 1) {
                return false;
            }
        }
        return true;
    }

    private double weight(int[] pattern, double[][] m, boolean[] leftOut) {
        double weight = 0;
        for (int c = 0; c < levels.length; c++) {
            int level = pattern[c];
            weight += level == 0 || leftOut[c] ? 0 : Math.log(m[c][level] / stranger[c][level]);
        }
        return weight;
    }

    /** The logarithm of the odds that a pair of this pattern matches. */
    double weight(int[] pattern) {
        double weight = Math.log(share / (1 - share));
        for (int c = 0; c < levels.length; c++) {
            int level = pattern[c];
            weight += level == 0 ? 0 : Math.log(match[c][level] / sessions[c] / stranger[c][level]);
        }
        return weight;
    }

    /** How often strangers stand at a level; the weight of a value by its frequency is measured against it. */
    double strangersAt(int comparison, int level) {
        return stranger[comparison][level];
    }
}
