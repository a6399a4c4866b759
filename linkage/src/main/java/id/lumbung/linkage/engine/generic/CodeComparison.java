package id.lumbung.linkage.engine.generic;

import id.lumbung.linkage.engine.Similarity;

/** How two codes or dates agree. */
final class CodeComparison extends FieldComparison {
    CodeComparison(Field field) {
        super(
                field,
                new String[] {
                    "missing",
                    "same, rare",
                    "same, less common",
                    "same, common",
                    "same, everywhere",
                    "one sign apart",
                    "two signs apart",
                    "different"
                },
                new double[] {0, 1, 1, 0.9, 0.6, 0.9, 0.3, -1});
    }

    @Override
    int levelOf(int x, int y) {
        if (x == y) return 1 + field.rarity(x);
        char[] p = field.chars[x];
        char[] q = field.chars[y];
        if (Math.min(p.length, q.length) >= 3 && Similarity.oneEdit(p, q)) return 5;
        if (p.length == q.length && p.length >= 5) {
            int differ = 0;
            for (int i = 0; i < p.length; i++) if (p[i] != q[i]) differ++;
            if (differ <= 2) return 6;
        }
        return 7;
    }
}
