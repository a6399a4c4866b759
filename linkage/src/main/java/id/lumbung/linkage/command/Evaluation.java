package id.lumbung.linkage.command;

import id.lumbung.linkage.engine.Run;
import id.lumbung.linkage.engine.Run.Answer;
import id.lumbung.linkage.engine.Scores;
import java.util.Arrays;

/** Pairs and clusters against the truth. All figures are over pairs of records, within and across lists. */
record Evaluation(
        double precision,
        double recall,
        double f1,
        double clusterPrecision,
        double clusterRecall,
        double clusterF1,
        double bestF1,
        double bestThreshold,
        double recallAt95,
        double blockingRecall,
        double calibrationError) {

    static Evaluation of(Run run, Answer answer, int[] truth) {
        Scores probability = answer.probability();
        double threshold = answer.threshold();
        int[] cluster = answer.cluster();
        long total = within(truth);
        long[] positive = new long[1_000_001];
        long[] all = new long[1_000_001];
        double[] stated = new double[10];
        double[] seen = new double[10];
        double[] count = new double[10];
        long blocked = 0;
        for (int i = 0; i < probability.size(); i++) {
            boolean same = truth[run.left(i)] == truth[run.right(i)];
            if (same) blocked++;
            double p = probability.of(i);
            int at = (int) Math.round(p * 1_000_000);
            all[at]++;
            if (same) positive[at]++;
            if (p > 0.01) {
                int bin = Math.min(9, (int) (p * 10));
                stated[bin] += p;
                count[bin]++;
                if (same) seen[bin]++;
            }
        }
        double error = 0;
        double weight = Arrays.stream(count).sum();
        for (int bin = 0; bin < 10; bin++) error += Math.abs(stated[bin] - seen[bin]);
        long found = 0;
        long said = 0;
        double best = 0;
        double bestAt = 1;
        double at95 = 0;
        double precision = 0;
        double recall = 0;
        int own = (int) Math.ceil(threshold * 1_000_000);
        for (int at = 1_000_000; at >= 0; at--) {
            found += positive[at];
            said += all[at];
            double p = said == 0 ? 1 : (double) found / said;
            double r = (double) found / total;
            if (f1(p, r) > best) {
                best = f1(p, r);
                bestAt = at / 1e6;
            }
            if (p >= 0.95) at95 = Math.max(at95, r);
            if (at == own) {
                precision = p;
                recall = r;
            }
        }
        long clustered = within(cluster);
        long right = both(cluster, truth);
        double clusterPrecision = clustered == 0 ? 1 : (double) right / clustered;
        double clusterRecall = (double) right / total;
        return new Evaluation(
                precision,
                recall,
                f1(precision, recall),
                clusterPrecision,
                clusterRecall,
                f1(clusterPrecision, clusterRecall),
                best,
                bestAt,
                at95,
                (double) blocked / total,
                weight == 0 ? 0 : error / weight);
    }

    static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static long within(int[] groups) {
        return both(groups, groups);
    }

    private static long both(int[] one, int[] other) {
        long[] groups = new long[one.length];
        for (int i = 0; i < one.length; i++) groups[i] = (long) one[i] << 32 | other[i] & 0xFFFFFFFFL;
        Arrays.sort(groups);
        long pairs = 0;
        for (int from = 0, to; from < groups.length; from = to) {
            to = from + 1;
            while (to < groups.length && groups[to] == groups[from]) to++;
            pairs += (long) (to - from) * (to - from - 1) / 2;
        }
        return pairs;
    }
}
