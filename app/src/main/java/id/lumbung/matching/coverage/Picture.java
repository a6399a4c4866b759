package id.lumbung.matching.coverage;

import id.lumbung.matching.page.CoveragePage;
import id.lumbung.platform.Texts;
import java.util.ArrayList;
import java.util.List;

/** Where what stands in the picture of overlaps: a column of dots for each set, a row with a bar for each combination. */
final class Picture {
    private static final int COLUMN = 22;
    private static final int ROW = 24;
    private static final int HEAD = 20;
    private static final int EDGE = 12;
    private static final int LONGEST_BAR = 110;
    private static final int NUMBER = 64;

    private Picture() {}

    static CoveragePage.Picture of(List<Overlaps.Combination> combinations, int sets, Texts texts) {
        List<CoveragePage.Letter> letters = new ArrayList<>();
        for (int i = 0; i < sets; i++) {
            letters.add(new CoveragePage.Letter(x(i), CoverageWords.letter(i)));
        }
        int begin = EDGE + sets * COLUMN;
        long longest = combinations.stream()
                .mapToLong(Overlaps.Combination::businesses)
                .max()
                .orElse(1);
        List<CoveragePage.Bar> bars = new ArrayList<>();
        for (Overlaps.Combination one : combinations) {
            List<CoveragePage.Dot> dots = new ArrayList<>();
            int from = -1;
            int to = -1;
            for (int i = 0; i < sets; i++) {
                dots.add(new CoveragePage.Dot(x(i), one.has(i)));
                if (one.has(i)) {
                    from = from < 0 ? x(i) : from;
                    to = x(i);
                }
            }
            bars.add(new CoveragePage.Bar(
                    HEAD + bars.size() * ROW + ROW / 2,
                    dots,
                    from,
                    to,
                    begin,
                    (int) Math.max(1, LONGEST_BAR * one.businesses() / longest),
                    texts.number(one.businesses())));
        }
        return new CoveragePage.Picture(begin + LONGEST_BAR + NUMBER, HEAD + bars.size() * ROW + 4, letters, bars);
    }

    private static int x(int set) {
        return EDGE + set * COLUMN;
    }
}
