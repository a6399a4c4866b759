package id.lumbung.linkage.engine;

import java.util.Map;

/** The probability of each pair: that of its pattern, unless the pair has one of its own. */
public final class Scores {

    private final Pairs pairs;
    private final float[] byPattern;
    private final Map<Integer, Float> own;
    private final float[] settled;

    private Scores(Pairs pairs, float[] byPattern, Map<Integer, Float> own, float[] settled) {
        this.pairs = pairs;
        this.byPattern = byPattern;
        this.own = own;
        this.settled = settled;
    }

    static Scores ofPatterns(Pairs pairs, float[] byPattern, Map<Integer, Float> own) {
        return new Scores(pairs, byPattern, Map.copyOf(own), new float[0]);
    }

    static Scores ofPairs(Pairs pairs, float[] each) {
        return new Scores(pairs, new float[0], Map.of(), each);
    }

    public int size() {
        return pairs.count();
    }

    public float of(int pair) {
        if (settled.length > 0) return settled[pair];
        if (!own.isEmpty()) {
            Float said = own.get(pair);
            if (said != null) return said;
        }
        return byPattern[pairs.pattern.get(pair)];
    }
}
