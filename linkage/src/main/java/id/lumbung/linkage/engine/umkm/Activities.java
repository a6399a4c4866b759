package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Codes of activities (KBLI) and what the words beside them say about them, learned from the rows that give both. */
final class Activities {

    private static final String CODE = "kbli";
    private static final String WORDS = "sektor_teks";
    /** Shares of the records up to which an activity is of each step of commonness. */
    private static final double[] STEPS = {0.005, 0.015, 0.04, 0.08, 0.15};

    private final Commonness common;
    private final Texts kblis = new Texts();
    private final Texts sectors = new Texts();
    /** The activity of a record, from its words where it gives no code and they nearly always stand beside one. */
    int[] kbli;

    int[] count;
    int[] number;
    /** How common an activity is, from 0 (rare) to 5 (everywhere). */
    byte[] step;

    int[] sector;
    /** How much oftener a division stands beside these words than elsewhere; null when they stand beside no code. */
    float[] @Nullable [] lift;

    /** How often which codes stand beside words, and what they mean then. */
    private final Map<Integer, Map<String, Double>> beside = new TreeMap<>();

    private final double[] divisions = new double[100];
    private double coded;

    Activities(Columns columns) {
        common = columns.common;
        kbli = columns.codes(CODE, kblis, UmkmText::activity);
        sector = columns.codes(WORDS, sectors, Activities::words);
        int n = columns.rows;
        if (common.own > 0) learn(n);
        common.reference.activities().forEach((code, often) -> {
            divisions[division(Integer.parseInt(code))] += common.before * often;
            coded += common.before * often;
        });
        lift = new float[sectors.size() + 1][];
        int[] meant = new int[sectors.size()];
        for (int s = 1; s < sectors.size(); s++) {
            Map<String, Double> codes = codesBeside(s, sectors.text(s));
            lift[s] = lift(codes);
            String most = meant(codes);
            if (!most.isEmpty()) meant[s] = kblis.code(most);
        }
        for (int r = 0; r < n; r++) if (kbli[r] == 0) kbli[r] = meant[sector[r]];
        count = Columns.counts(kbli, kblis.size() + 1);
        number = new int[kblis.size() + 1];
        step = new byte[kblis.size() + 1];
        for (int i = 1; i < kblis.size(); i++) put(i, kblis.text(i));
    }

    private static int division(int number) {
        return number / 1000 % 100;
    }

    private void learn(int n) {
        long[] together = new long[n];
        int used = 0;
        for (int r = 0; r < n; r++) {
            if (kbli[r] == 0) continue;
            divisions[division(Integer.parseInt(kblis.text(kbli[r])))]++;
            coded++;
            if (sector[r] != 0) together[used++] = (long) sector[r] << 32 | kbli[r];
        }
        Arrays.sort(together, 0, used);
        for (int from = 0, to; from < used; from = to) {
            to = from + 1;
            while (to < used && together[to] == together[from]) to++;
            beside.computeIfAbsent((int) (together[from] >>> 32), s -> new TreeMap<>())
                    .put(kblis.text((int) together[from]), (double) to - from);
        }
    }

    private Map<String, Double> codesBeside(int s, String words) {
        Map<String, Double> before = common.reference.sectors().getOrDefault(words, Map.of());
        Map<String, Double> own = beside.getOrDefault(s, Map.of());
        if (before.isEmpty()) return own;
        Map<String, Double> both = new TreeMap<>(own);
        before.forEach((code, often) -> both.merge(code, common.before * often, Double::sum));
        return both;
    }

    private float @Nullable [] lift(Map<String, Double> codes) {
        if (codes.isEmpty()) return null;
        float[] lifts = new float[divisions.length];
        double[] often = new double[divisions.length];
        double all = 0;
        for (Map.Entry<String, Double> entry : codes.entrySet()) {
            often[division(Integer.parseInt(entry.getKey()))] += entry.getValue();
            all += entry.getValue();
        }
        for (int d = 0; d < lifts.length; d++) {
            double usual = divisions[d] / coded;
            lifts[d] = (float) ((often[d] + 5 * usual) / (all + 5) / Math.max(1e-9, usual));
        }
        return lifts;
    }

    /** A text that nearly always stands beside one code means that code. */
    private static String meant(Map<String, Double> codes) {
        double all = 0;
        double most = 0;
        String best = "";
        for (Map.Entry<String, Double> entry : codes.entrySet()) {
            all += entry.getValue();
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return all >= 3 && most >= 0.7 * all ? best : "";
    }

    private void put(int slot, String code) {
        number[slot] = Integer.parseInt(code);
        double share = common.count(count[slot], common.reference.activities(), code) / common.records;
        byte of = 0;
        while (of < STEPS.length && share >= STEPS[of]) of++;
        step[slot] = of;
    }

    Map<String, Double> known() {
        Map<String, Double> known = new TreeMap<>();
        common.reference.activities().forEach((code, often) -> known.put(code, common.before * often));
        for (int i = 1; i < kblis.size(); i++)
            known.put(kblis.text(i), common.count(count[i], common.reference.activities(), kblis.text(i)));
        known.values().removeIf(often -> often < Reference.LEAST);
        known.replaceAll((code, often) -> Math.rint(often * 100) / 100);
        return known;
    }

    Map<String, Map<String, Double>> knownWords() {
        Map<String, Map<String, Double>> known = new TreeMap<>(common.reference.sectors());
        for (int s : beside.keySet()) {
            Map<String, Double> codes = new TreeMap<>(codesBeside(s, sectors.text(s)));
            codes.values().removeIf(often -> often < Reference.LEAST);
            codes.replaceAll((code, often) -> Math.rint(often * 100) / 100);
            if (!codes.isEmpty()) known.put(sectors.text(s), codes);
        }
        return known;
    }

    void keep(int record, UmkmRecord it) {
        guest(record, it);
        sectors.code(it.sector());
        if (kbli[record] == kblis.size()) kblis.code(String.format(Locale.ROOT, "%05d", number[kbli[record]]));
        if (sectors.size() >= lift.length) lift = Arrays.copyOf(lift, Columns.more(sectors.size()));
        if (kblis.size() < count.length) return;
        int size = Columns.more(kblis.size());
        count = Arrays.copyOf(count, size);
        number = Arrays.copyOf(number, size);
        step = Arrays.copyOf(step, size);
    }

    void rows(int size) {
        kbli = Arrays.copyOf(kbli, size);
        sector = Arrays.copyOf(sector, size);
    }

    private static String words(String text) {
        return String.join(" ", UmkmText.words(text));
    }

    void guest(int record, UmkmRecord it) {
        String words = it.sector();
        int own = Columns.slot(sectors, words);
        sector[record] = own;
        if (own == sectors.size()) lift[own] = lift(codesBeside(-1, words));
        String activity = it.activity();
        if (activity.isEmpty() && !words.isEmpty()) activity = meant(codesBeside(own, words));
        int slot = Columns.slot(kblis, activity);
        kbli[record] = slot;
        if (slot < kblis.size()) return;
        count[slot] = 1;
        put(slot, activity);
    }
}
