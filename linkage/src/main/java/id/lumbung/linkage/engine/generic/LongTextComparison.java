package id.lumbung.linkage.engine.generic;

import id.lumbung.linkage.kernel.JaroWinkler;
import java.util.HashMap;
import java.util.Map;

/** How much of the weight of their words two long texts share. */
final class LongTextComparison extends FieldComparison {
    private final double[] weight;
    private final double[] norm;

    LongTextComparison(Field field) {
        super(
                field,
                new String[] {
                    "missing",
                    "same",
                    "nearly all words",
                    "most of the weight",
                    "much of the weight",
                    "half of the weight",
                    "some weight",
                    "little",
                    "nothing"
                },
                new double[] {0, 1, 1, 0.8, 0.5, 0.2, -0.3, -0.7, -1});
        int n = field.code.length;
        Map<Integer, Integer> holders = new HashMap<>();
        for (int r = 0; r < n; r++) for (int word : field.words[field.code[r]]) holders.merge(word, 1, Integer::sum);
        weight = new double[field.allWords.size()];
        for (Map.Entry<Integer, Integer> entry : holders.entrySet()) {
            boolean code = holdsDigit(field.allWords.text(entry.getKey()));
            weight[entry.getKey()] = Math.log(1 + (double) n / entry.getValue()) * (code ? 1.5 : 1);
        }
        norm = new double[field.texts.size()];
        for (int i = 0; i < norm.length; i++) {
            for (int word : field.words[i]) norm[i] += weight[word] * weight[word];
            norm[i] = Math.sqrt(norm[i]);
        }
    }

    static boolean holdsDigit(String text) {
        for (int i = 0; i < text.length(); i++) if (Character.isDigit(text.charAt(i))) return true;
        return false;
    }

    @Override
    int levelOf(int x, int y) {
        if (x == y) return 1;
        int[] p = field.words[x];
        int[] q = field.words[y];
        double dot = 0;
        int i = 0;
        int j = 0;
        while (i < p.length && j < q.length) {
            if (p[i] == q[j]) {
                dot += weight[p[i]] * weight[p[i]];
                i++;
                j++;
            } else if (p[i] < q[j]) i++;
            else j++;
        }
        double s = dot / (norm[x] * norm[y]);
        if (s < 0.9 && Math.abs(field.chars[x].length - field.chars[y].length) <= 4) {
            if (JaroWinkler.similarity(field.chars[x], field.chars[y]) >= 0.96) return 2;
        }
        return s >= 0.9 ? 2 : s >= 0.75 ? 3 : s >= 0.6 ? 4 : s >= 0.45 ? 5 : s >= 0.3 ? 6 : s >= 0.15 ? 7 : 8;
    }
}
