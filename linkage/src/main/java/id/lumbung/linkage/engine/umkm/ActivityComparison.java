package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Comparison;

/** How two activities agree, by code or by what the words of one say about the code of the other. */
final class ActivityComparison extends Comparison {

    private final Lines lines;
    private final Activities activities;

    ActivityComparison(Lines lines, Activities activities) {
        super(
                "activity",
                About.BUSINESS,
                new String[] {
                    "missing", "same, very rare", "same, rare", "same, less common", "same, common",
                            "same, very common", "same, everywhere",
                    "same class", "same group", "same division", "words fit the code", "words say little",
                            "words do not fit", "different"
                },
                new double[] {0, 1, 1, 1, 1, 1, 0.9, 0.5, 0.4, 0.1, 0.6, 0, -0.8, -1});
        this.lines = lines;
        this.activities = activities;
    }

    @Override
    public int level(int a, int b, Scratch scratch) {
        int x = lines.at(a, Lines.KBLI);
        int y = lines.at(b, Lines.KBLI);
        if (x != 0 && y != 0) {
            if (x == y) {
                return 1 + activities.step[x];
            }
            int p = activities.number[x];
            int q = activities.number[y];
            if (p / 1000 != q / 1000) return 13;
            if (p / 100 != q / 100) return 9;
            return p / 10 == q / 10 ? 7 : 8;
        }
        if (x == 0 && y == 0)
            return lines.at(a, Lines.SECTOR) != 0 && lines.at(a, Lines.SECTOR) == lines.at(b, Lines.SECTOR) ? 10 : 0;
        int coded = x != 0 ? x : y;
        int words = x != 0 ? lines.at(b, Lines.SECTOR) : lines.at(a, Lines.SECTOR);
        if (words == 0 || activities.lift[words] == null) return 0;
        float lift = activities.lift[words][activities.number[coded] / 1000 % 100];
        return lift >= 1.5 ? 10 : lift <= 0.5 ? 12 : 11;
    }
}
