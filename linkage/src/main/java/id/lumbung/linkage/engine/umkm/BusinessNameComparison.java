package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Comparison;
import id.lumbung.linkage.kernel.JaroWinkler;

/** How the own parts of two business names agree. */
final class BusinessNameComparison extends Comparison {

    private final Lines lines;
    private final Businesses businesses;

    BusinessNameComparison(Lines lines, Businesses businesses) {
        super(
                "business name",
                About.BUSINESS,
                new String[] {
                    "both without",
                    "one without",
                    "same, very rare",
                    "same, rare",
                    "same, less common",
                    "same, common",
                    "same, very common",
                    "same, everywhere",
                    "similar",
                    "part of the other",
                    "both of the owner's name",
                    "one of the owner's name",
                    "a word shared",
                    "different"
                },
                new double[] {0, 0, 1, 1, 1, 1, 0.9, 0.8, 0.9, 0.6, 0.4, -0.1, 0, -1});
        silent[1] = true;
        this.lines = lines;
        this.businesses = businesses;
    }

    @Override
    public int level(int a, int b, Scratch scratch) {
        int x = lines.at(a, Lines.CORE);
        int y = lines.at(b, Lines.CORE);
        if (x == 0 && y == 0) return 0;
        if (x == 0 || y == 0) return 1;
        int oa = lines.at(a, Lines.CORE_OWNER);
        int ob = lines.at(b, Lines.CORE_OWNER);
        if (oa == 2 && ob == 2) return 10;
        if (x == y) return 2 + businesses.rarity[x];
        if (oa == 2 || ob == 2) return 11;
        int letters = Integer.bitCount(lines.at(a, Lines.CORE_LETTERS) ^ lines.at(b, Lines.CORE_LETTERS));
        if (letters <= 0.4 * Math.max(businesses.joined[x].length, businesses.joined[y].length)
                && JaroWinkler.similarity(businesses.joined[x], businesses.joined[y]) >= 0.92) return 8;
        int[] tx = businesses.words[x];
        int[] ty = businesses.words[y];
        boolean left = tx.length != ty.length ? tx.length < ty.length : businesses.key[x] < businesses.key[y];
        int[] few = left ? tx : ty;
        int[] many = left ? ty : tx;
        int shared = 0;
        for (int t : few) {
            for (int u : many) {
                if (t == u) {
                    shared++;
                    break;
                }
            }
        }
        if (shared == few.length) return 9;
        return shared > 0 ? 12 : 13;
    }
}
