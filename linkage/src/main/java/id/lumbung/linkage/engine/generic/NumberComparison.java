package id.lumbung.linkage.engine.generic;

/** How far two numbers are apart. */
final class NumberComparison extends FieldComparison {
    NumberComparison(Field field) {
        super(
                field,
                new String[] {"missing", "same", "within 5 %", "within 20 %", "within 50 %", "different"},
                new double[] {0, 1, 0.8, 0.4, -0.2, -1});
    }

    @Override
    int levelOf(int x, int y) {
        double p = field.number[x];
        double q = field.number[y];
        if (Double.isNaN(p) || Double.isNaN(q)) return 0;
        double apart = Math.abs(p - q) / Math.max(1e-9, Math.max(Math.abs(p), Math.abs(q)));
        return apart < 0.001 ? 1 : apart <= 0.05 ? 2 : apart <= 0.2 ? 3 : apart <= 0.5 ? 4 : 5;
    }
}
