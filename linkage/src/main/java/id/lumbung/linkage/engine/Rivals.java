package id.lumbung.linkage.engine;

/**
 * Where each list holds a thing once, the partners that a record has in another list are rivals: at most one of them is right. Each
 * pair's odds are weighed against those of its rivals on both sides.
 */
public final class Rivals {

    private Rivals() {}

    public static float[] settle(Model model, int[] a, int[] b, float[] probability) {
        int lists = model.sources().length;
        double[] odds = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            double p = Math.min(0.999999, probability[i]);
            odds[i] = p / (1 - p);
        }
        double[] sum = new double[model.size() * lists];
        for (int i = 0; i < a.length; i++) {
            if (model.source()[a[i]] == model.source()[b[i]]) continue;
            sum[a[i] * lists + model.source()[b[i]]] += odds[i];
            sum[b[i] * lists + model.source()[a[i]]] += odds[i];
        }
        float[] settled = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            if (model.source()[a[i]] == model.source()[b[i]]) {
                settled[i] = probability[i];
                continue;
            }
            double left = Math.max(0, sum[a[i] * lists + model.source()[b[i]]] - odds[i]);
            double right = Math.max(0, sum[b[i] * lists + model.source()[a[i]]] - odds[i]);
            double o = odds[i] / ((1 + left) * (1 + right));
            settled[i] = (float) (o / (1 + o));
        }
        return settled;
    }
}
