package id.lumbung.linkage.engine;

import id.lumbung.linkage.Explanation;
import id.lumbung.linkage.Level;
import id.lumbung.linkage.engine.Mixture.Meaning;
import java.util.ArrayList;
import java.util.List;

/**
 * The probability of one pair, taken apart. Each comparison's weight is what it adds (in bits) to the odds that the comparisons before
 * it had left: so the weights with the starting odds add up exactly to the odds of the pair.
 */
public final class Weights {

    /** One comparison of a pair: its level and what it adds to the odds, in bits. The first part has no level: the starting odds. */
    public record Part(String comparison, String level, double bits) {}

    private Weights() {}

    static List<Part> of(Mixture mixture, int a, int b, Run.Question question) {
        Comparison.Scratch scratch = new Comparison.Scratch();
        double[] weight = mixture.share.clone();
        List<Part> parts = new ArrayList<>();
        double odds = odds(mixture, weight, question);
        parts.add(new Part("start", "", odds));
        // the setting first: it is where the pair comes from, not what it looks like
        for (int turn = 0; turn < 2; turn++) {
            for (int c = 0; c < mixture.comparisons.length; c++) {
                Comparison comparison = mixture.comparisons[c];
                if ((comparison.about == Comparison.About.SETTING) != (turn == 0)) continue;
                int level = comparison.level(Math.min(a, b), Math.max(a, b), scratch);
                for (int k = 0; k < weight.length; k++) weight[k] *= Math.max(1e-300, mixture.probability[k][c][level]);
                double now = odds(mixture, weight, question);
                parts.add(new Part(comparison.name, comparison.levels[level], now - odds));
                odds = now;
            }
        }
        return parts;
    }

    static Explanation explanation(Mixture mixture, int a, int b, Run.Question question) {
        List<Part> parts = of(mixture, a, b, question);
        double bits = 0;
        List<Explanation.Part> own = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            bits += part.bits();
            if (i > 0) own.add(new Explanation.Part(part.comparison(), part.level(), part.bits()));
        }
        return new Explanation(
                question == Run.Question.BUSINESS ? Level.BUSINESS : Level.OWNER,
                1 / (1 + Math.pow(2, -bits)),
                parts.get(0).bits(),
                own);
    }

    private static double odds(Mixture mixture, double[] weight, Run.Question question) {
        double yes = 0;
        double no = 0;
        for (int k = 0; k < weight.length; k++) {
            Meaning meaning = mixture.kinds.get(k).meaning();
            boolean same = meaning == Meaning.SAME || question == Run.Question.OWNER && meaning == Meaning.SAME_OWNER;
            if (same) yes += weight[k];
            else no += weight[k];
        }
        return Math.log(Math.max(1e-300, yes) / Math.max(1e-300, no)) / Math.log(2);
    }
}
