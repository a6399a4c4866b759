package id.lumbung.linkage.engine;

import java.util.Arrays;

/**
 * What labels teach. The estimated log-odds of a pattern stay as they are but for a correction, linear in its levels, by logistic regression
 * with a strong pull to zero: few labels change little, and what they do not speak of stays.
 */
final class Tuning {

    private static final double PULL = 2;

    private final double[][] weight;

    private Tuning(double[][] weight) {
        this.weight = weight;
    }

    /**
     * Pairs whose labels would teach most: drawn along the order of their probabilities, more where it is near a half. The same lists give
     * the same pairs.
     */
    static int[] worthAsking(Scores probability, int most) {
        long[] keys = new long[1024];
        int used = 0;
        double all = 0;
        for (int i = 0; i < probability.size(); i++) {
            float p = probability.of(i);
            if (p < 0.02f || p > 0.995f) continue;
            if (used == keys.length) keys = Arrays.copyOf(keys, used * 2);
            keys[used++] = (long) Float.floatToIntBits(p) << 32 | i;
            all += p * (1.0 - p);
        }
        keys = Arrays.copyOf(keys, used);
        Arrays.sort(keys);
        int[] chosen = new int[Math.min(most, used)];
        double step = all / Math.max(1, chosen.length);
        double sum = 0;
        int taken = 0;
        for (long key : keys) {
            int i = (int) key;
            double p = probability.of(i);
            sum += p * (1 - p);
            if (taken < chosen.length && sum >= step * (taken + 0.5)) chosen[taken++] = i;
        }
        return Arrays.copyOf(chosen, taken);
    }

    /** Fits the correction to labelled pairs. */
    static Tuning fit(Mixture mixture, Pairs pairs, float[] byPattern, int[] labelled, boolean[] same) {
        int width = mixture.comparisons.length;
        int[] first = new int[width + 1];
        for (int c = 0; c < width; c++) first[c + 1] = first[c] + mixture.comparisons[c].levels.length;
        int features = first[width] + 1;
        double[] w = new double[features];
        for (int turn = 0; turn < 12; turn++) {
            double[][] hessian = new double[features][features];
            double[] gradient = new double[features];
            for (int f = 0; f < features; f++) {
                hessian[f][f] = PULL;
                gradient[f] = -PULL * w[f];
            }
            int[] own = new int[width + 1];
            for (int i = 0; i < labelled.length; i++) {
                int pattern = pairs.pattern.get(labelled[i]);
                double z = logit(byPattern[pattern]);
                for (int c = 0; c < width; c++) own[c] = first[c] + pairs.levels[pattern * width + c];
                own[width] = features - 1;
                for (int f : own) z += w[f];
                double p = 1 / (1 + Math.exp(-z));
                double residual = (same[i] ? 1 : 0) - p;
                for (int f : own) {
                    gradient[f] += residual;
                    for (int g : own) hessian[f][g] += p * (1 - p);
                }
            }
            double[] move = solve(hessian, gradient);
            double largest = 0;
            for (int f = 0; f < features; f++) {
                w[f] += move[f];
                largest = Math.max(largest, Math.abs(move[f]));
            }
            if (largest < 1e-6) break;
        }
        double[][] weight = new double[width + 1][];
        for (int c = 0; c < width; c++) weight[c] = Arrays.copyOfRange(w, first[c], first[c + 1]);
        weight[width] = new double[] {w[features - 1]};
        return new Tuning(weight);
    }

    private static double logit(double p) {
        double inside = Math.max(1e-7, Math.min(1 - 1e-7, p));
        return Math.log(inside / (1 - inside));
    }

    /** The probability of a pattern with its correction. */
    float apply(Pairs pairs, int pattern, float probability) {
        return apply(pairs.levels, pattern * pairs.width, probability);
    }

    float apply(byte[] levels, int at, float probability) {
        double z = logit(probability) + weight[weight.length - 1][0];
        for (int c = 0; c < weight.length - 1; c++) z += weight[c][levels[at + c]];
        return (float) (1 / (1 + Math.exp(-z)));
    }

    /** Gaussian elimination with the pivot on the diagonal, which the pull keeps positive. */
    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int r = i + 1; r < n; r++) {
                double factor = a[r][i] / a[i][i];
                if (factor == 0) continue;
                for (int c = i; c < n; c++) a[r][c] -= factor * a[i][c];
                x[r] -= factor * x[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int c = i + 1; c < n; c++) x[i] -= a[i][c] * x[c];
            x[i] /= a[i][i];
        }
        return x;
    }
}
