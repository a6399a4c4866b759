package id.lumbung.linkage.engine;

import id.lumbung.linkage.Estimate;

/** Precision and recall as the probabilities themselves state them, and how far that can be trusted. */
final class Stated {

    /**
     * So many times the share of wrong ones that is stated there may be, and no fewer. Of 28 lists with other noise, the same lists and the
     * same question, four figures each, the factor lay between 0.80 and 2.1, where the chance of the draw explains the rest.
     */
    private static final double MOST_WRONG = 2.2;

    private static final double FEWEST_WRONG = 0.75;
    private static final double NORMAL = 1.96;

    private Stated() {}

    static Estimate of(Scores probability, double threshold) {
        double all = 0;
        double linked = 0;
        long count = 0;
        for (int i = 0; i < probability.size(); i++) {
            float p = probability.of(i);
            all += p;
            if (p < threshold) continue;
            linked += p;
            count++;
        }
        double[] precision = interval(linked, count);
        double[] recall = interval(linked, all);
        return new Estimate(
                threshold,
                count,
                count == 0 ? 1 : linked / count,
                precision[0],
                precision[1],
                all == 0 ? 1 : linked / all,
                recall[0],
                recall[1]);
    }

    /** The share {@code right / of} with the chance of the draw (a conjugate one: nothing is known from nothing). */
    private static double[] interval(double right, double of) {
        if (of == 0) return new double[] {0, 1};
        double share = (right + 1) / (of + 2);
        double chance = NORMAL * Math.sqrt(share * (1 - share) / (of + 3));
        double wrong = 1 - right / of;
        return new double[] {
            Math.max(0, 1 - MOST_WRONG * wrong - chance), Math.min(1, 1 - FEWEST_WRONG * wrong + chance)
        };
    }
}
