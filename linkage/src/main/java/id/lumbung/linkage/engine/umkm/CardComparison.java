package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Comparison;

/** How the numbers of two identity cards agree, whole or by the parts of them that are known. */
final class CardComparison extends Comparison {

    private final Lines lines;
    private final Cards cards;

    CardComparison(Lines lines, Cards cards) {
        super(
                "nik",
                About.OWNER,
                new String[] {
                    "missing",
                    "same",
                    "one or two digits apart",
                    "known parts agree: birth and serial",
                    "known parts agree: birth",
                    "known parts agree: serial",
                    "known parts agree: common serial",
                    "known parts nearly agree",
                    "known parts disagree",
                    "same birth date, other number",
                    "different",
                    "same but for a lost last digit"
                },
                new double[] {0, 1, 0.9, 1, 0.9, 0.8, 0.2, 0.2, -0.8, -0.3, -1, 0.9});
        this.lines = lines;
        this.cards = cards;
    }

    @Override
    public int level(int a, int b, Scratch scratch) {
        int x = lines.at(a, Lines.CARD);
        int y = lines.at(b, Lines.CARD);
        if (x == 0 || y == 0) return 0;
        if (cards.whole[x] && x == y) return 1;
        char[] p = cards.digits[x];
        char[] q = cards.digits[y];
        int conflicts = 0;
        int birthKnown = 0;
        int birthAgree = 0;
        int serialKnown = 0;
        int regionConflicts = 0;
        for (int i = 0; i < 16; i++) {
            if (p[i] == '?' || q[i] == '?') continue;
            boolean equal = p[i] == q[i];
            if (!equal) conflicts++;
            if (i < 6 && !equal) regionConflicts++;
            if (i >= 6 && i < 12) {
                birthKnown++;
                if (equal) birthAgree++;
            }
            if (i >= 12) serialKnown++;
        }
        if (cards.whole[x] && cards.whole[y]) {
            if (conflicts == 1 && p[15] != q[15]) return p[15] == '0' || q[15] == '0' ? 11 : 9;
            if (conflicts == 1 || conflicts == 2 && turned(p, q)) return 2;
            if (birthAgree == 6) return 9;
            if (birthAgree == 5 && Math.abs(p[6] - q[6]) == 4) return 9;
            return conflicts <= 3 && regionConflicts == 0 ? 7 : 10;
        }
        if (birthKnown + serialKnown == 0) return 0;
        if (conflicts == 0) {
            if (birthKnown >= 2 && serialKnown == 4) return 3;
            if (birthKnown >= 2) return 4;
            if (serialKnown == 4) return p[12] == '0' && p[13] == '0' && p[14] == '0' && p[15] <= '3' ? 6 : 5;
            return 0;
        }
        return conflicts == 1 && birthKnown + serialKnown >= 6 ? 7 : 8;
    }

    private static boolean turned(char[] p, char[] q) {
        int i = 0;
        while (p[i] == q[i]) i++;
        return i + 1 < p.length && p[i] == q[i + 1] && p[i + 1] == q[i];
    }
}
