package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Villages, by their code or by the name that the rows with a code teach within each kecamatan. */
final class Places {

    private static final String CODE = "desa_kode";
    private static final String NAME = "desa_nama";
    private static final String DISTRICT = "kec_nama";

    private final Texts codes = new Texts();
    private final Texts districts = new Texts();
    private KnownPlaces known;
    private boolean ownKnown;
    int[] village;
    /** The kecamatan of a record, by its name. */
    int[] kec;
    /** The same for the same village in every run. */
    long[] villageKey;

    long[] kecKey;

    Places(Columns columns) {
        int n = columns.rows;
        Texts names = new Texts();
        village = columns.codes(CODE, codes, UmkmText::villageCode);
        int[] desa = columns.codes(NAME, names, UmkmText::place);
        kec = columns.codes(DISTRICT, districts, UmkmText::place);
        KnownPlaces before = columns.common.reference.places();
        known = columns.common.own > 0
                ? withNames(n, desa, names, learned(n, desa, names).and(before))
                : before;
        Map<Long, Integer> found = new HashMap<>();
        for (int r = 0; r < n; r++) {
            if (village[r] != 0 || desa[r] == 0) continue;
            long key = (long) kec[r] << 32 | desa[r];
            Integer code = found.get(key);
            if (code == null) {
                code = codes.code(known.code(districts.text(kec[r]), names.text(desa[r])));
                found.put(key, code);
            }
            village[r] = code;
        }
        villageKey = keys(codes);
        kecKey = keys(districts);
    }

    private static long[] keys(Texts texts) {
        long[] keys = new long[texts.size() + 1];
        for (int i = 0; i < texts.size(); i++) keys[i] = Hash.of(texts.text(i));
        return keys;
    }

    /** The village of a name within its kecamatan, from the rows that give the code too. */
    private KnownPlaces learned(int n, int[] desa, Texts names) {
        long[] seen = new long[n];
        int used = 0;
        for (int r = 0; r < n; r++) {
            if (village[r] == 0 || desa[r] == 0) continue;
            seen[used++] = (long) kec[r] << 42 | (long) desa[r] << 21 | village[r];
        }
        Arrays.sort(seen, 0, used);
        List<KnownPlaces.Place> places = new ArrayList<>();
        for (int from = 0, to; from < used; from = to) {
            long place = seen[from] >>> 21;
            String best = "";
            int most = 0;
            to = from;
            while (to < used && seen[to] >>> 21 == place) {
                int run = to;
                while (run < used && seen[run] == seen[to]) run++;
                String code = codes.text((int) (seen[to] & (1 << 21) - 1));
                if (run - to > most || run - to == most && code.compareTo(best) < 0) {
                    most = run - to;
                    best = code;
                }
                to = run;
            }
            places.add(new KnownPlaces.Place(
                    districts.text((int) (place >>> 21)), names.text((int) (place & (1 << 21) - 1)), best, most));
        }
        return new KnownPlaces(places);
    }

    private String code(UmkmRecord it) {
        return it.villageCode().isEmpty() && !it.villageName().isEmpty()
                ? known.code(it.kecamatan(), it.villageName())
                : it.villageCode();
    }

    void keep(int record, UmkmRecord it) {
        guest(record, it);
        districts.code(it.kecamatan());
        codes.code(code(it));
        if (districts.size() >= kecKey.length) kecKey = Arrays.copyOf(kecKey, Columns.more(districts.size()));
        if (codes.size() >= villageKey.length) villageKey = Arrays.copyOf(villageKey, Columns.more(codes.size()));
        // a village that nobody had named: its name is known from the first record that gives both
        if (!it.villageCode().isEmpty() && !it.villageName().isEmpty()) learn(it);
    }

    private void learn(UmkmRecord it) {
        if (!ownKnown) known = known.and(KnownPlaces.NONE);
        ownKnown = true;
        known.learn(it.kecamatan(), it.villageName(), it.villageCode());
    }

    void rows(int size) {
        village = Arrays.copyOf(village, size);
        kec = Arrays.copyOf(kec, size);
    }

    /** Where a kecamatan's records give no codes at all, the names of its villages stand for them. */
    private KnownPlaces withNames(int n, int[] desa, Texts names, KnownPlaces coded) {
        Map<Long, Integer> counts = new TreeMap<>();
        for (int r = 0; r < n; r++)
            if (village[r] == 0 && desa[r] != 0 && !coded.knows(districts.text(kec[r])))
                counts.merge((long) kec[r] << 32 | desa[r], 1, Integer::sum);
        if (counts.isEmpty()) return coded;
        List<KnownPlaces.Place> named = new ArrayList<>();
        counts.forEach((place, count) -> {
            String district = districts.text((int) (place >>> 32));
            String name = names.text((int) (long) place);
            named.add(new KnownPlaces.Place(district, name, district + '/' + name, count));
        });
        return coded.and(KnownPlaces.ofNames(named));
    }

    KnownPlaces known() {
        return new KnownPlaces(known.all(Reference.LEAST));
    }

    void guest(int record, UmkmRecord it) {
        String district = it.kecamatan();
        kec[record] = Columns.slot(districts, district);
        kecKey[kec[record]] = Hash.of(district);
        String code = code(it);
        village[record] = Columns.slot(codes, code);
        villageKey[village[record]] = Hash.of(code);
    }
}
