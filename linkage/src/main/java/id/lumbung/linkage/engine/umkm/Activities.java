package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import java.util.Arrays;
import java.util.function.Function;

/** Codes of activities (KBLI) and what the words beside them say about them, learned from the rows that give both. */
final class Activities {

    private static final String CODE = "kbli";
    private static final String WORDS = "sektor_teks";

    private final Texts kblis = new Texts();
    private final Texts sectors = new Texts();
    private final Texts divisions = new Texts();
    /** The activity of a record, from its words where it gives no code and they nearly always stand beside one. */
    final int[] kbli;

    final int[] count;
    final int[] number;
    final int[] division;
    final int[] sector;
    /** How much oftener a division stands beside these words than elsewhere; null when they stand beside no code. */
    final float[][] lift;

    Activities(Columns columns) {
        kbli = columns.codes(CODE, kblis, UmkmText::activity);
        sector = columns.codes(WORDS, sectors, Activities::words);
        int n = columns.rows;
        long[] together = new long[n];
        int used = 0;
        int[] coded = new int[sectors.size()];
        for (int r = 0; r < n; r++) {
            if (kbli[r] == 0 || sector[r] == 0) continue;
            coded[sector[r]]++;
            together[used++] = (long) sector[r] << 32 | kbli[r];
        }
        Arrays.sort(together, 0, used);
        division = new int[kblis.size() + 1];
        number = new int[kblis.size() + 1];
        for (int i = 1; i < kblis.size(); i++) {
            division[i] = divisions.code(kblis.text(i).substring(0, 2));
            number[i] = Integer.parseInt(kblis.text(i));
        }
        int[] best = new int[sectors.size()];
        int[] bestCount = new int[sectors.size()];
        lift = new float[sectors.size()][];
        for (int from = 0, to; from < used; from = to) {
            to = from + 1;
            while (to < used && together[to] == together[from]) to++;
            int s = (int) (together[from] >>> 32);
            int k = (int) together[from];
            int c = to - from;
            if (c > bestCount[s] || c == bestCount[s] && k < best[s]) {
                bestCount[s] = c;
                best[s] = k;
            }
            if (lift[s] == null) lift[s] = new float[divisions.size()];
            lift[s][division[k]] += c;
        }
        toLift(n, coded);
        for (int r = 0; r < n; r++) {
            int s = sector[r];
            if (kbli[r] == 0 && coded[s] >= 3 && bestCount[s] >= 0.7 * coded[s]) kbli[r] = best[s];
        }
        count = Columns.counts(kbli, kblis.size() + 1);
    }

    private void toLift(int n, int[] coded) {
        double[] divisionCount = new double[divisions.size()];
        double all = 0;
        for (int r = 0; r < n; r++) {
            if (kbli[r] == 0) continue;
            divisionCount[division[kbli[r]]]++;
            all++;
        }
        for (int s = 0; s < lift.length; s++) {
            if (lift[s] == null) continue;
            for (int d = 1; d < divisions.size(); d++) {
                double share = (lift[s][d] + 5 * divisionCount[d] / all) / (coded[s] + 5.0);
                lift[s][d] = (float) (share / Math.max(1e-9, divisionCount[d] / all));
            }
        }
    }

    private static String words(String text) {
        return String.join(" ", UmkmText.words(text));
    }

    void guest(int record, Function<String, String> cell) {
        String activity = UmkmText.activity(cell.apply(CODE));
        int slot = Columns.slot(kblis, activity);
        kbli[record] = slot;
        if (slot == kblis.size()) {
            number[slot] = Integer.parseInt(activity);
            division[slot] = Math.max(0, divisions.find(activity.substring(0, 2)));
            count[slot] = 1;
        }
        sector[record] = Math.max(0, sectors.find(words(cell.apply(WORDS))));
    }
}
