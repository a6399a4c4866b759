package id.lumbung.linkage.engine.generic;

import id.lumbung.linkage.kernel.JaroWinkler;

/** How like two short texts are. */
final class ShortTextComparison extends FieldComparison {
    ShortTextComparison(Field field) {
        super(
                field,
                new String[] {
                    "missing",
                    "same, rare",
                    "same, less common",
                    "same, common",
                    "same, everywhere",
                    "very similar",
                    "similar",
                    "somewhat similar",
                    "different"
                },
                new double[] {0, 1, 1, 1, 0.7, 0.9, 0.6, -0.1, -1});
    }

    @Override
    int levelOf(int x, int y) {
        if (x == y) return 1 + field.rarity(x);
        double s = JaroWinkler.similarity(field.chars[x], field.chars[y]);
        return s >= 0.94 ? 5 : s >= 0.87 ? 6 : s >= 0.75 ? 7 : 8;
    }
}
