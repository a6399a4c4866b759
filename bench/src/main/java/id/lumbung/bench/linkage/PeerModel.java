package id.lumbung.bench.linkage;

import java.util.Arrays;

/**
 * The model of I. P. Fellegi and A. B. Sunter, A theory for record linkage (JASA 64, 1969): comparisons that are independent
 * among pairs that match and among pairs that do not. How often strangers agree is counted on pairs drawn by chance; how
 * often matches do, and how many of the candidates match, is estimated by EM over the counted patterns (W. E. Winkler, 1988).
 * Level 0 of a comparison means that a value is missing and says nothing.
 */
final class PeerModel {
    private static final int ROUNDS = 60;

    /** Levels of each comparison, 0 included. */
    private final int[] levels;

    private final double[][] match;
    private final double[][] stranger;
    private double share = 0.05;

    PeerModel(int[] levels) {
        this.levels = levels.clone();
        match = new double[levels.length][];
        stranger = new double[levels.length][];
        for (int c = 0; c < levels.length; c++) {
            match[c] = new double[levels[c]];
            stranger[c] = new double[levels[c]];
            double sum = 0;
            for (int level = 1; level < levels[c]; level++) {
                match[c][level] = Math.pow(0.4, level - 1);
                sum += match[c][level];
            }
            for (int level = 1; level < levels[c]; level++) {
                match[c][level] /= sum;
            }
        }
    }

    /** How often strangers agree, from the counted patterns of pairs drawn by chance. */
    void strangers(int[][] patterns, long[] counts) {
        for (int c = 0; c < levels.length; c++) {
            Arrays.fill(stranger[c], 0);
            double all = 0;
            for (int p = 0; p < patterns.length; p++) {
                int level = patterns[p][c];
                stranger[c][level] += level == 0 ? 0 : counts[p];
                all += level == 0 ? 0 : counts[p];
            }
            for (int level = 1; level < levels[c]; level++) {
                // no agreement was never seen: a half is
                stranger[c][level] = (stranger[c][level] + 0.5) / (all + 0.5 * (levels[c] - 1));
            }
        }
    }

    /** Estimates how often matches agree and how many candidates match. */
    void estimate(int[][] patterns, long[] counts) {
        for (int round = 0; round < ROUNDS; round++) {
            double[][] seen = new double[levels.length][];
            for (int c = 0; c < levels.length; c++) {
                seen[c] = new double[levels[c]];
            }
            double matches = 0;
            double all = 0;
            for (int p = 0; p < patterns.length; p++) {
                double expected = counts[p] / (1 + Math.exp(-weight(patterns[p])));
                matches += expected;
                all += counts[p];
                for (int c = 0; c < levels.length; c++) {
                    seen[c][patterns[p][c]] += expected;
                }
            }
            share = matches / all;
            for (int c = 0; c < levels.length; c++) {
                double known = 0;
                for (int level = 1; level < levels[c]; level++) {
                    known += seen[c][level];
                }
                for (int level = 1; level < levels[c]; level++) {
                    match[c][level] = (seen[c][level] + 1e-3) / (known + 1e-3 * (levels[c] - 1));
                }
            }
        }
    }

    /** The logarithm of the odds that a pair of this pattern matches. */
    double weight(int[] pattern) {
        double weight = Math.log(share / (1 - share));
        for (int c = 0; c < levels.length; c++) {
            int level = pattern[c];
            weight += level == 0 ? 0 : Math.log(match[c][level] / stranger[c][level]);
        }
        return weight;
    }

    /** How often strangers stand at a level; the weight of a value by its frequency is measured against it. */
    double strangersAt(int comparison, int level) {
        return stranger[comparison][level];
    }

    double share() {
        return share;
    }
}
