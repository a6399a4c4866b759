package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import id.lumbung.linkage.kernel.JaroWinkler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Villages, by their code or by the name that the rows with a code teach within each kecamatan. */
final class Places {

    private static final String CODE = "desa_kode";
    private static final String NAME = "desa_nama";
    private static final String DISTRICT = "kec_nama";

    /** A village name of a kecamatan, the code that it mostly stands beside, and how often. */
    private record Known(int name, int code, int count) {}

    private final Texts codes = new Texts();
    private final Texts names = new Texts();
    private final Texts districts = new Texts();
    private final Map<Long, Integer> meant = new HashMap<>();
    private final Map<Integer, List<Known>> known = new HashMap<>();
    final int[] village;
    /** The kecamatan of a record, by its name. */
    final int[] kec;

    Places(Columns columns) {
        int n = columns.rows;
        int[] code = columns.codes(CODE, codes, UmkmText::villageCode);
        int[] desa = columns.codes(NAME, names, UmkmText::place);
        kec = columns.codes(DISTRICT, districts, UmkmText::place);
        learn(n, code, desa);
        village = new int[n + 1];
        Map<Long, Integer> guessed = new HashMap<>();
        for (int r = 0; r < n; r++)
            village[r] = code[r] == 0 && desa[r] != 0 ? named(kec[r], desa[r], guessed) : code[r];
    }

    /** The village of a name within its kecamatan, from the rows that give the code too. */
    private void learn(int n, int[] code, int[] desa) {
        long[] seen = new long[n];
        int used = 0;
        for (int r = 0; r < n; r++) {
            if (code[r] == 0 || desa[r] == 0) continue;
            seen[used++] = (long) kec[r] << 42 | (long) desa[r] << 21 | code[r];
        }
        Arrays.sort(seen, 0, used);
        for (int from = 0, to; from < used; from = to) {
            long place = seen[from] >>> 21;
            int best = 0;
            int most = 0;
            to = from;
            while (to < used && seen[to] >>> 21 == place) {
                int run = to;
                while (run < used && seen[run] == seen[to]) run++;
                if (run - to > most) {
                    most = run - to;
                    best = (int) (seen[to] & (1 << 21) - 1);
                }
                to = run;
            }
            int inKec = (int) (place >>> 21);
            int named = (int) (place & (1 << 21) - 1);
            meant.put(key(inKec, named), best);
            if (most >= 3)
                known.computeIfAbsent(inKec, key -> new ArrayList<>()).add(new Known(named, best, most));
        }
        for (List<Known> list : known.values())
            list.sort((x, y) -> x.count != y.count ? y.count - x.count : x.name - y.name);
    }

    private static long key(int inKec, int named) {
        return (long) inKec << 32 | named;
    }

    private int named(int inKec, int name, Map<Long, Integer> guessed) {
        long key = key(inKec, name);
        Integer exact = meant.get(key);
        if (exact != null) return exact;
        Integer guess = guessed.get(key);
        if (guess == null) {
            guess = near(name, known.getOrDefault(inKec, List.of()));
            guessed.put(key, guess);
        }
        return guess;
    }

    private int near(int wanted, List<Known> candidates) {
        char[] word = names.text(wanted).toCharArray();
        double best = 0.9;
        int found = 0;
        for (Known candidate : candidates) {
            double s = JaroWinkler.similarity(word, names.text(candidate.name).toCharArray());
            if (s > best) {
                best = s;
                found = candidate.code;
            }
        }
        return found;
    }

    void guest(int record, Function<String, String> cell) {
        kec[record] = Columns.slot(districts, UmkmText.place(cell.apply(DISTRICT)));
        int code = codes.find(UmkmText.villageCode(cell.apply(CODE)));
        int named = names.find(UmkmText.place(cell.apply(NAME)));
        if (code <= 0 && named > 0) code = meant.getOrDefault(key(kec[record], named), 0);
        village[record] = Math.max(0, code);
    }
}
