package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Comparison;

/** Whether two business names say the same kind of business. */
final class KindComparison extends Comparison {

    private final Lines lines;
    private final Businesses businesses;

    KindComparison(Lines lines, Businesses businesses) {
        super(
                "kind of business",
                About.BUSINESS,
                new String[] {"missing", "same words", "a word shared", "different words"},
                new double[] {0, 0.7, 0.5, -0.5});
        this.lines = lines;
        this.businesses = businesses;
    }

    @Override
    public int level(int a, int b, Scratch scratch) {
        int x = lines.at(a, Lines.KIND);
        int y = lines.at(b, Lines.KIND);
        if (x == 0 || y == 0) return 0;
        if (x == y) return 1;
        for (int p : businesses.kindWords[x]) for (int q : businesses.kindWords[y]) if (p == q) return 2;
        return 3;
    }
}
