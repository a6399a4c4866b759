package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Comparison;

/** Whether two records are of one village, of one kecamatan, or of neither. */
final class VillageComparison extends Comparison {

    private final Lines lines;

    VillageComparison(Lines lines) {
        super(
                "village",
                About.OWNER,
                new String[] {"missing", "same", "other village of the kecamatan", "other kecamatan"},
                new double[] {0, 0.6, -0.5, -0.8});
        this.lines = lines;
    }

    @Override
    public int level(int a, int b, Scratch scratch) {
        if (lines.at(a, Lines.VILLAGE) != 0 && lines.at(a, Lines.VILLAGE) == lines.at(b, Lines.VILLAGE)) return 1;
        if (lines.at(a, Lines.VILLAGE) == 0 || lines.at(b, Lines.VILLAGE) == 0) return 0;
        return lines.at(a, Lines.KEC) == lines.at(b, Lines.KEC) ? 2 : 3;
    }
}
