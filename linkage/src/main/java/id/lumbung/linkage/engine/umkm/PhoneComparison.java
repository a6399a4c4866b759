package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Comparison;
import id.lumbung.linkage.engine.Similarity;

/** Whether two records give one telephone, and how many others give it too. */
final class PhoneComparison extends Comparison {

    private final Lines lines;
    private final Phones phones;

    PhoneComparison(Lines lines, Phones phones) {
        super(
                "phone",
                About.OWNER,
                new String[] {
                    "missing", "same", "same, several use it", "same, many use it", "one digit apart", "different"
                },
                new double[] {0, 1, 0.8, 0.6, 0.9, -0.6});
        this.lines = lines;
        this.phones = phones;
    }

    @Override
    public int level(int a, int b, Scratch scratch) {
        int x = lines.at(a, Lines.PHONE);
        int y = lines.at(b, Lines.PHONE);
        if (x == 0 || y == 0) return 0;
        if (x == y) return phones.count[x] <= 4 ? 1 : phones.count[x] <= 9 ? 2 : 3;
        return Similarity.oneEdit(phones.chars[x], phones.chars[y]) ? 4 : 5;
    }
}
