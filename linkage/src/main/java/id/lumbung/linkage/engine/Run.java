package id.lumbung.linkage.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run from lists to clusters, with what each step took. */
public final class Run {

    /** The two questions: same owner, same business. */
    public enum Question {
        BUSINESS,
        OWNER
    }

    /** What a run found for one question. */
    public record Answer(Question question, float[] probability, double threshold, int[] cluster) {}

    private final Model model;
    private final Pairs pairs;
    private final Mixture mixture;
    private final float[][] byPattern;
    private final Map<String, Double> seconds;
    private final Workers workers;

    private Run(
            Model model,
            Pairs pairs,
            Mixture mixture,
            float[][] byPattern,
            Map<String, Double> seconds,
            Workers workers) {
        this.model = model;
        this.pairs = pairs;
        this.mixture = mixture;
        this.byPattern = byPattern;
        this.seconds = seconds;
        this.workers = workers;
    }

    public static Run of(List<RawList> lists, Workers workers) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        long begun = System.nanoTime();
        Model model = UmkmModel.of(lists, workers);
        begun = lap(seconds, "standardise", begun);
        Pairs pairs = Pairs.of(model, workers);
        begun = lap(seconds, "block and compare", begun);
        Mixture mixture = Stances.umkm(model);
        mixture.start(model, pairs, workers);
        mixture.estimate(pairs, 100, workers);
        float[][] byPattern = mixture.probabilities(pairs, workers);
        lap(seconds, "estimate", begun);
        return new Run(model, pairs, mixture, byPattern, seconds, workers);
    }

    private static long lap(Map<String, Double> seconds, String step, long begun) {
        long now = System.nanoTime();
        seconds.merge(step, (now - begun) / 1e9, Double::sum);
        return now;
    }

    public Answer answer(Question question) {
        long begun = System.nanoTime();
        float[] of = byPattern[question == Question.BUSINESS ? 0 : 1];
        float[] probability = new float[pairs.count];
        workers.forRange(pairs.count, 1 << 16, (lo, hi) -> {
            for (int i = lo; i < hi; i++) probability[i] = of[pairs.pattern[i]];
        });
        double threshold = 0.45;
        int[] cluster = Clusters.of(model.size(), pairs.a, pairs.b, probability, threshold);
        lap(seconds, "cluster", begun);
        return new Answer(question, probability, threshold, cluster);
    }

    public Model model() {
        return model;
    }

    public Pairs pairs() {
        return pairs;
    }

    public int left(int pair) {
        return pairs.a[pair];
    }

    public int right(int pair) {
        return pairs.b[pair];
    }

    public Map<String, Double> seconds() {
        return seconds;
    }

    /** The classes and their shares, as a table of text. */
    public List<String> classes() {
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < mixture.kinds.size(); k++)
            lines.add(String.format(
                    java.util.Locale.ROOT, "%-28s %.5f", mixture.kinds.get(k).name(), mixture.share[k]));
        return lines;
    }
}
