package id.lumbung.linkage.engine;

import java.util.Map;

/**
 * Where each list holds a thing once, the partners that a record has in another list are rivals: at most one of them is right. Each
 * pair's odds are weighed against those of its rivals on both sides.
 */
final class Rivals {

    private Rivals() {}

    static float[] settle(Model model, Pairs pairs, float[] byPattern, Map<Integer, Float> said) {
        int lists = model.sources().length;
        byte[] source = model.source();
        double[] sum = new double[model.size() * lists];
        for (int i = 0; i < pairs.count(); i++) {
            int a = pairs.a.get(i);
            int b = pairs.b.get(i);
            if (source[a] == source[b]) continue;
            double odds = odds(byPattern[pairs.pattern.get(i)]);
            sum[a * lists + source[b]] += odds;
            sum[b * lists + source[a]] += odds;
        }
        float[] settled = new float[pairs.count()];
        for (int i = 0; i < settled.length; i++) {
            int a = pairs.a.get(i);
            int b = pairs.b.get(i);
            float probability = byPattern[pairs.pattern.get(i)];
            if (source[a] == source[b]) {
                settled[i] = probability;
                continue;
            }
            double odds = odds(probability);
            double left = Math.max(0, sum[a * lists + source[b]] - odds);
            double right = Math.max(0, sum[b * lists + source[a]] - odds);
            double o = odds / ((1 + left) * (1 + right));
            settled[i] = (float) (o / (1 + o));
        }
        said.forEach((pair, probability) -> settled[pair] = probability);
        return settled;
    }

    private static double odds(float probability) {
        double p = Math.min(0.999999, probability);
        return p / (1 - p);
    }
}
