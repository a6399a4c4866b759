package id.lumbung.linkage.engine.generic;

import id.lumbung.linkage.engine.Comparison;

/** What two records say in one field; nothing can be said while one of them says nothing. */
abstract class FieldComparison extends Comparison {
    final Field field;

    FieldComparison(Field field, String[] levels, double[] agreement) {
        super(field.name, About.OWNER, levels, agreement);
        this.field = field;
    }

    /** The level of two different or equal values, neither of them missing. */
    abstract int levelOf(int x, int y);

    @Override
    public final int level(int a, int b, Scratch scratch) {
        int x = field.code[a];
        int y = field.code[b];
        return x == 0 || y == 0 ? 0 : levelOf(x, y);
    }
}
