package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Comparison;

/** How two dates of birth agree, whole or in part. */
final class BirthComparison extends Comparison {

    private final Lines lines;

    BirthComparison(Lines lines) {
        super(
                "birth",
                About.OWNER,
                new String[] {
                    "missing", "same", "day and month turned", "one part differs by a digit", "same year, day unknown",
                    "day and month agree", "same year", "year beside, day unknown", "years near", "different"
                },
                new double[] {0, 1, 0.8, 0.6, 0.7, 0.5, 0.2, 0, -0.3, -1});
        this.lines = lines;
    }

    @Override
    public int level(int a, int b, Scratch scratch) {
        int x = lines.at(a, Lines.BORN);
        int y = lines.at(b, Lines.BORN);
        if (x == 0 || y == 0) return 0;
        int yx = x / 10000;
        int yy = y / 10000;
        boolean dayX = x % 10000 != 0;
        boolean dayY = y % 10000 != 0;
        if (!dayX || !dayY) {
            if (yx == yy) return 4;
            return Math.abs(yx - yy) == 1 ? 7 : Math.abs(yx - yy) <= 3 ? 8 : 9;
        }
        if (x == y) return 1;
        int mx = x / 100 % 100;
        int my = y / 100 % 100;
        int dx = x % 100;
        int dy = y % 100;
        if (yx == yy && mx == dy && dx == my) return 2;
        int differ = (yx != yy ? 1 : 0) + (mx != my ? 1 : 0) + (dx != dy ? 1 : 0);
        if (differ == 1) {
            if (yx != yy) return Math.abs(yx - yy) % 10 == 0 || Math.abs(yx - yy) < 10 ? 3 : 5;
            return 3;
        }
        if (mx == my && dx == dy) return 5;
        if (yx == yy) return 6;
        return Math.abs(yx - yy) <= 2 ? 8 : 9;
    }
}
