package id.lumbung.linkage.engine;

import id.lumbung.linkage.engine.RawList.Column;
import id.lumbung.linkage.kernel.JaroWinkler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists of micro enterprises in Lumbung's layout: standardised columns, blocking rules, comparisons. */
public final class UmkmModel {

    private static final int[] NONE = new int[0];
    /** Words of a guest that no list holds. */
    private static final int SPARE = 32;

    private final Workers workers;
    private List<RawList> lists;
    private @Nullable Model built;
    private final int n;
    /** Of how many records a name or a business name is rare; the lists themselves unless they are too few to tell. */
    private int population;
    /** Rows in use: those of the lists, then those that were kept since. The guest's row comes next. */
    private int rows;

    private byte[] source;

    // names of owners
    private final Texts persons = new Texts();
    private final Texts tokens = new Texts();
    private int[] person = NONE;
    private char[][] nameJoined = new char[0][];
    private int[][] nameTokens = new int[0][];
    private int[] nameCount = NONE;
    private int[] tokenCount = NONE;
    private char[][] tokenChars = new char[0][];
    private int[] tokenLetters = NONE;
    private int[] row = NONE;
    // business names
    private final Texts cores = new Texts();
    private int[] core = NONE;
    private int[][] coreTokens = new int[0][];
    private char[][] coreJoined = new char[0][];
    private int[] coreCount = NONE;
    private byte[] coreOwner = new byte[0];
    private final Texts kinds = new Texts();
    private int[] kind = NONE;
    private int[][] kindWords = new int[0][];
    // the rest
    private final Texts kblis = new Texts();
    private int[] kbli = NONE;
    private int[] kbliCount = NONE;
    private int[] sector = NONE;
    private final Texts sectors = new Texts();
    private float[][] sectorLift = new float[0][];
    /** The code that nearly always stands beside a text; 0 none. */
    private int[] sectorMeans = NONE;

    private int[] kbliDivision = NONE;
    private int[] kbliNumber = NONE;
    private final Texts villageCodes = new Texts();
    private final Texts villageNames = new Texts();
    private final Texts kecs = new Texts();
    private final Map<Long, Integer> meant = new HashMap<>();
    private final Map<Integer, List<int[]>> known = new HashMap<>();
    private final Texts addressTokens = new Texts();
    private final Texts kindTokens = new Texts();
    private final Texts divisions = new Texts();
    private int[] ofDay = NONE;
    private int whole;
    private final List<Key> keys = new ArrayList<>();
    private long[] tokenKey = new long[0];
    private long[] prefix = new long[0];
    private long[] suffix = new long[0];
    private long[] joined = new long[0];
    private long[] coreKey = new long[0];
    private long[] nik15 = new long[0];
    private int[] village = NONE;
    private int[] kec = NONE;
    private final Texts addresses = new Texts();
    private int[] address = NONE;
    private int[] rt = NONE;
    private int[] rw = NONE;
    private int[][] addressWords = new int[0][];
    private final Texts phones = new Texts();
    private int[] phone = NONE;
    private int[] phoneCount = NONE;
    private char[][] phoneChars = new char[0][];
    private final Texts niks = new Texts();
    private int[] nik = NONE;
    private char[][] nikChars = new char[0][];
    private boolean[] nikFull = new boolean[0];
    private int[] birth = NONE;
    /** The birth date, from the number of the card where the day is not known otherwise. */
    private int[] born = NONE;

    private UmkmModel(List<RawList> lists, Workers workers) {
        this.lists = lists;
        this.workers = workers;
        int total = 0;
        for (RawList list : lists) total += list.rows();
        n = total;
        rows = n;
        population = n;
        source = new byte[n + 1];
    }

    /** Whether the list has the columns of this layout. */
    public static boolean fits(RawList list) {
        return list.column("rec_id") != null
                && list.column("nama_pemilik") != null
                && list.column("nama_usaha") != null;
    }

    public static UmkmModel of(List<RawList> lists, Workers workers) {
        UmkmModel model = new UmkmModel(lists, workers);
        model.built = model.build();
        model.lists = List.of();
        return model;
    }

    Model model() {
        if (built == null) throw new IllegalStateException();
        return built;
    }

    private int[] column(String columnName, Texts into, Function<String, String> standard) {
        int[] out = new int[n + 1];
        int from = 0;
        for (RawList list : lists) {
            Column column = list.column(columnName);
            if (column != null) {
                String[] values = column.values();
                String[] done = new String[values.length];
                workers.forRange(values.length, 4096, (lo, hi) -> {
                    for (int i = lo; i < hi; i++) done[i] = standard.apply(values[i]);
                });
                int[] translated = new int[values.length];
                for (int i = 0; i < values.length; i++) translated[i] = into.code(done[i]);
                int[] codes = column.codes();
                for (int i = 0; i < codes.length; i++) out[from + i] = translated[codes[i]];
            }
            from += list.rows();
        }
        return out;
    }

    private static int[] counts(int[] codes, int size) {
        int[] count = new int[size];
        for (int code : codes) count[code]++;
        return count;
    }

    private Model build() {
        String[] ids = new String[n];
        String[] sources = new String[lists.size()];
        int from = 0;
        for (int l = 0; l < lists.size(); l++) {
            RawList list = lists.get(l);
            sources[l] = list.source();
            Column id = list.column("rec_id");
            for (int i = 0; i < list.rows(); i++) {
                source[from + i] = (byte) l;
                ids[from + i] = id == null ? Integer.toString(i) : id.text(i);
            }
            from += list.rows();
        }
        workers.forPieces(4, part -> {
            switch (part) {
                case 0 -> {
                    names();
                    businesses();
                }
                case 1 -> places();
                case 2 -> identifiers();
                default -> activities();
            }
        });
        row = new int[n + 1 << ROW];
        workers.forRange(n, 16384, (lo, hi) -> {
            for (int r = lo; r < hi; r++) line(r);
        });
        return new Model(
                n,
                sources,
                source,
                ids,
                Arrays.copyOf(village, n),
                rules(),
                comparisons(sources.length),
                true,
                new long[0],
                true);
    }

    private void names() {
        person = column("nama_pemilik", persons, UmkmText::person);
        int size = persons.size();
        nameJoined = new char[size + 1][];
        nameTokens = new int[size + 1][];
        for (int i = 0; i < size; i++) {
            String text = persons.text(i);
            nameJoined[i] = text.replace(" ", "").toCharArray();
            nameTokens[i] = text.isEmpty()
                    ? NONE
                    : Arrays.stream(text.split(" ")).mapToInt(tokens::code).toArray();
        }
        nameCount = counts(person, size + 1);
    }

    private void businesses() {
        Texts both = new Texts();
        int[] business = column("nama_usaha", both, UmkmText::business);
        int[] toCore = new int[both.size()];
        int[] toKind = new int[both.size()];
        for (int i = 1; i < toCore.length; i++) {
            String text = both.text(i);
            int bar = text.indexOf('|');
            toCore[i] = cores.code(text.substring(0, bar));
            toKind[i] = kinds.code(text.substring(bar + 1).trim());
        }
        core = new int[n + 1];
        kind = new int[n + 1];
        for (int r = 0; r < n; r++) {
            core[r] = toCore[business[r]];
            kind[r] = toKind[business[r]];
        }
        int size = cores.size();
        coreTokens = new int[size + 1][];
        coreJoined = new char[size + 1][];
        for (int i = 0; i < size; i++) {
            String text = cores.text(i);
            coreTokens[i] = text.isEmpty()
                    ? NONE
                    : Arrays.stream(text.split(" ")).mapToInt(tokens::code).toArray();
            coreJoined[i] = text.replace(" ", "").toCharArray();
        }
        coreCount = counts(core, size + 1);
        kindWords = new int[kinds.size() + 1][];
        for (int i = 0; i < kinds.size(); i++) {
            String text = kinds.text(i);
            kindWords[i] = text.isEmpty()
                    ? NONE
                    : Arrays.stream(text.split(" ")).mapToInt(kindTokens::code).toArray();
        }
        tokenChars = new char[tokens.size() + SPARE][];
        for (int i = 0; i < tokens.size(); i++) tokenChars[i] = tokens.text(i).toCharArray();
        tokenLetters = new int[tokens.size() + SPARE];
        for (int i = 0; i < tokens.size(); i++) tokenLetters[i] = letters(tokenChars[i]);
        tokenCount = new int[tokens.size() + SPARE];
        for (int i = 0; i < persons.size(); i++) for (int token : nameTokens[i]) tokenCount[token] += nameCount[i];
        coreOwner = new byte[n + 1];
        workers.forRange(n, 8192, (lo, hi) -> {
            for (int r = lo; r < hi; r++) coreOwner[r] = ownership(r);
        });
    }

    private byte ownership(int r) {
        int[] own = coreTokens[core[r]];
        if (own.length == 0) return 0;
        boolean any = false;
        boolean all = true;
        for (int token : own) {
            boolean of = ofOwner(token, nameTokens[person[r]]);
            any |= of;
            all &= of;
        }
        return (byte) (all ? 2 : any ? 1 : 0);
    }

    /** "Tini" in "Warung Bu Tini" is of Sutini, its owner. */
    private boolean ofOwner(int token, int[] owner) {
        char[] word = tokenChars[token];
        for (int other : owner) {
            if (other == token) return true;
            char[] whole = tokenChars[other];
            if (word.length >= 3 && whole.length > word.length && endsWith(whole, word)) return true;
            if (word.length >= 4 && Similarity.oneEdit(word, whole)) return true;
        }
        return false;
    }

    private static boolean endsWith(char[] whole, char[] end) {
        int shift = whole.length - end.length;
        if (shift < 0) return false;
        for (int i = 0; i < end.length; i++) if (whole[shift + i] != end[i]) return false;
        return true;
    }

    private void activities() {
        kbli = column("kbli", kblis, text -> UmkmText.activity(text));
        sector = column("sektor_teks", sectors, text -> String.join(" ", UmkmText.words(text)));
        // a text that nearly always stands beside one code means that code
        long[] together = new long[n];
        int used = 0;
        int[] sectorCoded = new int[sectors.size()];
        for (int r = 0; r < n; r++) {
            if (kbli[r] == 0 || sector[r] == 0) continue;
            sectorCoded[sector[r]]++;
            together[used++] = (long) sector[r] << 32 | kbli[r];
        }
        Arrays.sort(together, 0, used);
        int[] best = new int[sectors.size()];
        int[] bestCount = new int[sectors.size()];
        kbliDivision = new int[kblis.size() + 1];
        kbliNumber = new int[kblis.size() + 1];
        for (int i = 1; i < kblis.size(); i++) {
            kbliDivision[i] = divisions.code(kblis.text(i).substring(0, 2));
            kbliNumber[i] = Integer.parseInt(kblis.text(i));
        }
        float[][] lift = new float[sectors.size()][];
        double[] divisionCount = new double[divisions.size()];
        double coded = 0;
        for (int r = 0; r < n; r++) {
            if (kbli[r] == 0) continue;
            divisionCount[kbliDivision[kbli[r]]]++;
            coded++;
        }
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
            lift[s][kbliDivision[k]] += c;
        }
        for (int s = 0; s < lift.length; s++) {
            if (lift[s] == null) continue;
            for (int d = 1; d < divisions.size(); d++) {
                double share = (lift[s][d] + 5 * divisionCount[d] / coded) / (sectorCoded[s] + 5.0);
                lift[s][d] = (float) (share / Math.max(1e-9, divisionCount[d] / coded));
            }
        }
        sectorLift = lift;
        sectorMeans = new int[sectors.size()];
        for (int s = 0; s < sectorMeans.length; s++)
            if (sectorCoded[s] >= 3 && bestCount[s] >= 0.7 * sectorCoded[s]) sectorMeans[s] = best[s];
        for (int r = 0; r < n; r++) if (kbli[r] == 0) kbli[r] = sectorMeans[sector[r]];
        kbliCount = counts(kbli, kblis.size() + 1);
    }

    private void places() {
        int[] code = column("desa_kode", villageCodes, UmkmText::villageCode);
        int[] desa = column("desa_nama", villageNames, UmkmText::place);
        kec = column("kec_nama", kecs, UmkmText::place);
        // the village of a name within its kecamatan, learned from the rows that give the code too
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
            meant.put((long) inKec << 32 | named, best);
            if (most >= 3)
                known.computeIfAbsent(inKec, key -> new ArrayList<>()).add(new int[] {named, best, most});
        }
        for (List<int[]> list : known.values()) list.sort((x, y) -> x[2] != y[2] ? y[2] - x[2] : x[0] - y[0]);
        village = new int[n + 1];
        Map<Long, Integer> guessed = new HashMap<>();
        for (int r = 0; r < n; r++) {
            int v = code[r];
            if (v == 0 && desa[r] != 0) {
                long key = (long) kec[r] << 32 | desa[r];
                Integer exact = meant.get(key);
                if (exact == null) {
                    exact = guessed.get(key);
                    if (exact == null) {
                        exact = near(villageNames.text(desa[r]), known.getOrDefault(kec[r], List.of()));
                        guessed.put(key, exact);
                    }
                }
                v = exact;
            }
            village[r] = v;
        }
        address = column("alamat", addresses, UmkmText::address);
        int size = addresses.size();
        rt = new int[size + 1];
        rw = new int[size + 1];
        addressWords = new int[size + 1][];
        for (int i = 0; i < size; i++) address(i, addresses.text(i), false);
    }

    private void address(int slot, String text, boolean guest) {
        addressWords[slot] = NONE;
        rt[slot] = 0;
        rw[slot] = 0;
        if (text.isEmpty()) return;
        int one = text.indexOf('|');
        int two = text.indexOf('|', one + 1);
        rt[slot] = Integer.parseInt(text.substring(0, one));
        rw[slot] = Integer.parseInt(text.substring(one + 1, two));
        String rest = text.substring(two + 1);
        if (rest.isEmpty()) return;
        String[] split = rest.split(" ");
        int[] own = new int[split.length];
        for (int i = 0; i < own.length; i++) {
            int code = guest ? addressTokens.find(split[i]) : addressTokens.code(split[i]);
            own[i] = code < 0 ? -1 - i : code;
        }
        Arrays.sort(own);
        addressWords[slot] = own;
    }

    private int near(String wanted, List<int[]> among) {
        char[] word = wanted.toCharArray();
        double best = 0.9;
        int found = 0;
        for (int[] candidate : among) {
            double s =
                    JaroWinkler.similarity(word, villageNames.text(candidate[0]).toCharArray());
            if (s > best) {
                best = s;
                found = candidate[1];
            }
        }
        return found;
    }

    private void identifiers() {
        phone = column("telp", phones, UmkmText::phone);
        phoneCount = counts(phone, phones.size() + 1);
        phoneChars = new char[phones.size() + 1][];
        for (int i = 0; i < phones.size(); i++) phoneChars[i] = phones.text(i).toCharArray();
        nik = column("nik", niks, UmkmText::nik);
        nikChars = new char[niks.size() + 1][];
        nikFull = new boolean[niks.size() + 1];
        for (int i = 0; i < niks.size(); i++) {
            nikChars[i] = niks.text(i).toCharArray();
            nikFull[i] = nikChars[i].length == 16 && niks.text(i).indexOf('?') < 0;
        }
        Texts dates = new Texts();
        int[] date = column("tgl_lahir", dates, text -> {
            int d = UmkmText.date(text);
            return d == 0 ? "" : Integer.toString(d);
        });
        int[] value = new int[dates.size()];
        for (int i = 1; i < value.length; i++) value[i] = Integer.parseInt(dates.text(i));
        ofDay = new int[1300];
        whole = 0;
        for (int r = 0; r < n; r++) {
            int day = value[date[r]] % 10000;
            if (day == 0) continue;
            ofDay[day]++;
            whole++;
        }
        birth = new int[n + 1];
        born = new int[n + 1];
        for (int r = 0; r < n; r++) birthOf(r, value[date[r]]);
    }

    /** A day that is given three times as often as any should be is what people say who do not know theirs. */
    private void birthOf(int r, int date) {
        int b = ofDay[date % 10000] > 3.0 * whole / 365 ? date / 10000 * 10000 : date;
        birth[r] = b;
        born[r] = b;
        if (b % 10000 != 0) return;
        int fromNik = nikBirth(r);
        if (fromNik != 0 && (b == 0 || fromNik / 10000 == b / 10000)) born[r] = fromNik;
    }

    // ---- blocking ----

    private static long mix(long a, long b) {
        long h = (a * 0x9E3779B97F4A7C15L) ^ (b + 0x632BE59BD9B4E019L) * 0xD6E8FEB86659FD93L;
        h ^= h >>> 32;
        h *= 0xD6E8FEB86659FD93L;
        h ^= h >>> 29;
        return h == 0 ? 1 : h;
    }

    private interface Key {
        long of(int r);
    }

    private Rule rule(String ruleName, int limit, Key key) {
        this.keys.add(key);
        long[] keys = new long[n];
        workers.forRange(n, 16384, (lo, hi) -> {
            for (int r = lo; r < hi; r++) keys[r] = key.of(r);
        });
        return new Rule(ruleName, limit, keys);
    }

    private int nikBirth(int r) {
        char[] c = nikChars[nik[r]];
        if (c.length != 16) return 0;
        for (int i = 6; i < 12; i++) if (c[i] == '?') return 0;
        int d = (c[6] - '0') * 10 + c[7] - '0';
        if (d > 40) d -= 40;
        int m = (c[8] - '0') * 10 + c[9] - '0';
        int y = (c[10] - '0') * 10 + c[11] - '0';
        y += y <= 12 ? 2000 : 1900;
        return m < 1 || m > 12 || d < 1 || d > 31 ? 0 : y * 10000 + m * 100 + d;
    }

    private void tokenKeys(int slot, String text) {
        tokenKey[slot] = text.hashCode() * 31L + 7;
        prefix[slot] = text.substring(0, Math.min(4, text.length())).hashCode() + 3L;
        suffix[slot] = text.substring(Math.max(0, text.length() - 4)).hashCode() + 5L;
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        tokenKey = new long[tokenChars.length];
        prefix = new long[tokenChars.length];
        suffix = new long[tokenChars.length];
        for (int i = 1; i < tokens.size(); i++) tokenKeys(i, tokens.text(i));
        joined = new long[nameJoined.length];
        for (int i = 1; i < persons.size(); i++) joined[i] = new String(nameJoined[i]).hashCode() + 7L;
        coreKey = new long[coreJoined.length];
        for (int i = 1; i < cores.size(); i++) coreKey[i] = new String(coreJoined[i]).hashCode() + 11L;
        nik15 = new long[nikChars.length];
        for (int i = 1; i < niks.size(); i++)
            if (nikFull[i]) nik15[i] = niks.text(i).substring(0, 15).hashCode() + 9L;
        rules.add(rule("nik", 1500, r -> nikFull[nik[r]] ? mix(1, nik15[nik[r]]) : 0));
        rules.add(rule("phone", 1500, r -> phone[r] == 0 ? 0 : mix(2, phone[r])));
        rules.add(rule(
                "village+name",
                1500,
                r -> person[r] == 0 || village[r] == 0 ? 0 : mix(mix(3, village[r]), joined[person[r]])));
        rules.add(rule(
                "village+rt+rw",
                1500,
                r -> village[r] == 0 || rt[address[r]] == 0 || rw[address[r]] == 0
                        ? 0
                        : mix(mix(4, village[r]), rt[address[r]] * 100L + rw[address[r]])));
        rules.add(rule("village+birth", 1500, r -> {
            int b = born[r];
            if (b % 10000 == 0 || village[r] == 0) return 0;
            return mix(mix(5, village[r]), b);
        }));
        rules.add(rule("kec+birth+prefix", 1500, r -> {
            int[] t = nameTokens[person[r]];
            int b = born[r];
            if (t.length == 0 || b % 10000 == 0 || kec[r] == 0) return 0;
            return mix(mix(mix(6, kec[r]), b), prefix[t[0]]);
        }));
        rules.add(rule("birth+name", 1500, r -> {
            int b = born[r];
            if (person[r] == 0 || b % 10000 == 0) return 0;
            return mix(mix(16, b), joined[person[r]]);
        }));
        rules.add(rule("village+business", 1500, r -> {
            if (core[r] == 0 || village[r] == 0) return 0;
            return mix(mix(7, village[r]), coreKey[core[r]]);
        }));
        rules.add(rule("kec+rt+rw+prefix", 1500, r -> {
            int[] t = nameTokens[person[r]];
            if (t.length == 0 || kec[r] == 0 || rt[address[r]] == 0 || rw[address[r]] == 0) return 0;
            return mix(mix(mix(8, kec[r]), prefix[t[0]]), rt[address[r]] * 100L + rw[address[r]]);
        }));
        rules.add(rule("kec+rt+rw+kbli", 1500, r -> {
            if (kec[r] == 0 || rt[address[r]] == 0 || rw[address[r]] == 0 || kbli[r] == 0) return 0;
            return mix(mix(mix(9, kec[r]), rt[address[r]] * 100L + rw[address[r]]), kbli[r]);
        }));
        rules.add(rule("village+rt+kbli", 1500, r -> {
            if (village[r] == 0 || rt[address[r]] == 0 || kbli[r] == 0) return 0;
            return mix(mix(mix(10, village[r]), rt[address[r]]), kbli[r]);
        }));
        rules.add(rule("village+suffix+year", 1500, r -> {
            int[] t = nameTokens[person[r]];
            int year = birth[r] / 10000;
            if (t.length == 0 || village[r] == 0 || year == 0) return 0;
            return mix(mix(mix(11, village[r]), suffix[t[t.length - 1]]), year);
        }));
        rules.add(rule("village+suffix+kbli", 1500, r -> {
            int[] t = nameTokens[person[r]];
            if (t.length == 0 || village[r] == 0 || kbli[r] == 0) return 0;
            return mix(mix(mix(15, village[r]), suffix[t[t.length - 1]]), kbli[r]);
        }));
        rules.add(rule("kec+name+year", 1500, r -> {
            int[] t = nameTokens[person[r]];
            int year = birth[r] / 10000;
            if (t.length == 0 || kec[r] == 0 || year == 0) return 0;
            return mix(mix(mix(14, kec[r]), joined[person[r]]), year);
        }));
        rules.add(rule("village+first+kbli", 1500, r -> {
            int[] t = nameTokens[person[r]];
            if (t.length == 0 || village[r] == 0 || kbli[r] == 0) return 0;
            return mix(mix(mix(12, village[r]), prefix[t[0]]), kbli[r]);
        }));
        rules.add(rule(
                "name+rt+rw",
                60,
                r -> person[r] == 0 || rt[address[r]] == 0 || rw[address[r]] == 0
                        ? 0
                        : mix(mix(17, joined[person[r]]), rt[address[r]] * 100L + rw[address[r]])));
        rules.add(rule(
                "village+kbli", 12, r -> village[r] == 0 || kbli[r] == 0 ? 0 : mix(mix(18, village[r]), kbli[r])));
        rules.add(rule("village+prefix", 14, r -> {
            int[] t = nameTokens[person[r]];
            return t.length == 0 || village[r] == 0 ? 0 : mix(mix(19, village[r]), prefix[t[0]]);
        }));
        rules.add(rule("village+suffix", 14, r -> {
            int[] t = nameTokens[person[r]];
            return t.length == 0 || village[r] == 0 ? 0 : mix(mix(20, village[r]), suffix[t[t.length - 1]]);
        }));
        rules.add(rule(
                "kec+name", 30, r -> person[r] == 0 || kec[r] == 0 ? 0 : mix(mix(21, kec[r]), joined[person[r]])));
        return rules;
    }

    // ---- comparisons ----

    /** What comparisons ask of a record stands in one line of the cache: sixteen numbers. */
    private static final int ROW = 4;

    private static final int PERSON = 0;
    private static final int CARD = 1;
    private static final int BORN = 2;
    private static final int PHONE = 3;
    private static final int ADDRESS = 4;
    private static final int VILLAGE = 5;
    private static final int CORE = 6;
    private static final int KBLI = 7;
    private static final int SECTOR = 8;
    private static final int KIND = 9;
    private static final int KEC = 10;
    private static final int SOURCE = 11;
    private static final int CORE_OWNER = 12;
    private static final int NAME_LETTERS = 13;
    private static final int CORE_LETTERS = 14;

    private void line(int r) {
        int at = r << ROW;
        row[at | PERSON] = person[r];
        row[at | CARD] = nik[r];
        row[at | BORN] = born[r];
        row[at | PHONE] = phone[r];
        row[at | ADDRESS] = address[r];
        row[at | VILLAGE] = village[r];
        row[at | CORE] = core[r];
        row[at | KBLI] = kbli[r];
        row[at | SECTOR] = sector[r];
        row[at | KIND] = kind[r];
        row[at | KEC] = kec[r];
        row[at | SOURCE] = source[r];
        row[at | CORE_OWNER] = coreOwner[r];
        row[at | NAME_LETTERS] = letters(nameJoined[person[r]]);
        row[at | CORE_LETTERS] = letters(coreJoined[core[r]]);
    }

    private static int letters(char[] word) {
        int set = 0;
        for (char c : word) set |= 1 << (c >= 'a' && c <= 'z' ? c - 'a' : c >= 'A' && c <= 'Z' ? c - 'A' : 26 + c % 6);
        return set;
    }

    private List<Comparison> comparisons(int sourceCount) {
        List<Comparison> list = new ArrayList<>();
        list.add(new NameComparison());
        list.add(new NikComparison());
        list.add(new BirthComparison());
        list.add(new PhoneComparison());
        list.add(new AddressComparison());
        list.add(new VillageComparison());
        list.add(new BusinessComparison());
        list.add(new ActivityComparison());
        list.add(new KindComparison());
        list.add(new SourcesComparison(sourceCount, r -> row[r << ROW | SOURCE]));
        return list;
    }

    /** 0 for what one in a hundred thousand carries, then one more for every factor of four. */
    private int rarity(int count) {
        double share = 1e5 * count / population;
        int bin = 0;
        while (share >= 4 && bin < 5) {
            share /= 4;
            bin++;
        }
        return bin;
    }

    private final class NameComparison extends Comparison {

        NameComparison() {
            super(
                    "name",
                    About.OWNER,
                    new String[] {
                        "missing",
                        "same, very rare",
                        "same, rare",
                        "same, less common",
                        "same, common",
                        "same, very common",
                        "same, everywhere",
                        "same, other spacing or order",
                        "similar",
                        "part of the other",
                        "one common word of the other",
                        "nickname or initial",
                        "one word shared",
                        "different"
                    },
                    new double[] {0, 1, 1, 1, 1, 1, 1, 1, 0.9, 0.8, 0.6, 0.6, 0, -1});
        }

        @Override
        public int level(int a, int b, Scratch scratch) {
            int na = row[a << ROW | PERSON];
            int nb = row[b << ROW | PERSON];
            if (na == 0 || nb == 0) return 0;
            if (na == nb) return 1 + rarity(nameCount[na]);
            // the same outcome whichever record came first
            if (Arrays.compare(nameJoined[na], nameJoined[nb]) > 0) {
                int other = na;
                na = nb;
                nb = other;
            }
            int[] ta = nameTokens[na];
            int[] tb = nameTokens[nb];
            int maskA = row[a << ROW | NAME_LETTERS];
            int maskB = row[b << ROW | NAME_LETTERS];
            if (maskA == maskB && Arrays.equals(nameJoined[na], nameJoined[nb])) return 7;
            int[] small = ta.length <= tb.length ? ta : tb;
            int[] large = ta.length <= tb.length ? tb : ta;
            int exact = 0;
            int fuzzy = 0;
            int rarest = Integer.MAX_VALUE;
            int initial = 0;
            boolean[] used = scratch.usedA;
            for (int j = 0; j < large.length; j++) used[j] = false;
            for (int token : small) {
                boolean found = false;
                for (int j = 0; j < large.length; j++) {
                    if (!used[j] && large[j] == token) {
                        used[j] = true;
                        exact++;
                        rarest = Math.min(rarest, tokenCount[token]);
                        found = true;
                        break;
                    }
                }
                if (found) continue;
                int letters = tokenLetters[token];
                for (int j = 0; j < large.length; j++) {
                    // one edit changes at most two letters of the set
                    if (used[j] || Integer.bitCount(letters ^ tokenLetters[large[j]]) > 2) continue;
                    char[] word = tokenChars[token];
                    char[] other = tokenChars[large[j]];
                    if (word.length >= 4 && other.length >= 4 && Similarity.oneEdit(word, other)) {
                        used[j] = true;
                        fuzzy++;
                        found = true;
                        break;
                    }
                }
                if (found) continue;
                for (int j = 0; j < large.length; j++) {
                    int others = tokenLetters[large[j]];
                    // the shorter one's letters are all in the longer one
                    if (used[j] || (letters & ~others) != 0 && (others & ~letters) != 0) continue;
                    char[] word = tokenChars[token];
                    char[] other = tokenChars[large[j]];
                    char[] shorter = word.length <= other.length ? word : other;
                    char[] longer = word.length <= other.length ? other : word;
                    if (shorter.length == 1 && longer[0] == shorter[0]
                            || shorter.length >= 3 && (endsWith(longer, shorter) || startsWith(longer, shorter))) {
                        used[j] = true;
                        initial++;
                        break;
                    }
                }
            }
            int all = exact + fuzzy + initial;
            if (exact == small.length && small.length == large.length) return 7;
            if (exact + fuzzy == small.length && small.length == large.length) return 8;
            // from 0.93 on at most 0.35 of the longer one's letters are without a partner
            if (Integer.bitCount(maskA ^ maskB) <= 0.35 * Math.max(nameJoined[na].length, nameJoined[nb].length)
                    && JaroWinkler.similarity(nameJoined[na], nameJoined[nb]) >= 0.93) return 8;
            if (exact + fuzzy == small.length) return small.length > 1 || fuzzy == 0 && rarity(rarest) <= 2 ? 9 : 10;
            if (all == small.length) return 11;
            if (all > 0) return 12;
            return 13;
        }
    }

    private static boolean startsWith(char[] whole, char[] begin) {
        if (whole.length < begin.length) return false;
        for (int i = 0; i < begin.length; i++) if (whole[i] != begin[i]) return false;
        return true;
    }

    private final class NikComparison extends Comparison {

        NikComparison() {
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
        }

        @Override
        public int level(int a, int b, Scratch scratch) {
            int x = row[a << ROW | CARD];
            int y = row[b << ROW | CARD];
            if (x == 0 || y == 0) return 0;
            if (nikFull[x] && x == y) return 1;
            char[] p = nikChars[x];
            char[] q = nikChars[y];
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
            if (nikFull[x] && nikFull[y]) {
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
    }

    private static boolean turned(char[] p, char[] q) {
        int i = 0;
        while (p[i] == q[i]) i++;
        return i + 1 < p.length && p[i] == q[i + 1] && p[i + 1] == q[i];
    }

    private final class BirthComparison extends Comparison {

        BirthComparison() {
            super(
                    "birth",
                    About.OWNER,
                    new String[] {
                        "missing", "same", "day and month turned", "one part differs by a digit",
                                "same year, day unknown",
                        "day and month agree", "same year", "year beside, day unknown", "years near", "different"
                    },
                    new double[] {0, 1, 0.8, 0.6, 0.7, 0.5, 0.2, 0, -0.3, -1});
        }

        @Override
        public int level(int a, int b, Scratch scratch) {
            int x = row[a << ROW | BORN];
            int y = row[b << ROW | BORN];
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

    private final class PhoneComparison extends Comparison {

        PhoneComparison() {
            super(
                    "phone",
                    About.OWNER,
                    new String[] {
                        "missing", "same", "same, several use it", "same, many use it", "one digit apart", "different"
                    },
                    new double[] {0, 1, 0.8, 0.6, 0.9, -0.6});
        }

        @Override
        public int level(int a, int b, Scratch scratch) {
            int x = row[a << ROW | PHONE];
            int y = row[b << ROW | PHONE];
            if (x == 0 || y == 0) return 0;
            if (x == y) return phoneCount[x] <= 4 ? 1 : phoneCount[x] <= 9 ? 2 : 3;
            return Similarity.oneEdit(phoneChars[x], phoneChars[y]) ? 4 : 5;
        }
    }

    private final class AddressComparison extends Comparison {

        AddressComparison() {
            super(
                    "address",
                    About.OWNER,
                    new String[] {
                        "missing", "same RT, RW and place", "same RT and RW", "same RT and RW, other place",
                                "RT or RW equal, same place",
                        "RT or RW equal", "RT or RW equal, other place", "same place, other RT", "RT and RW near",
                                "different"
                    },
                    new double[] {0, 1, 0.9, 0.5, 0.6, 0.4, 0, 0, 0, -0.8});
        }

        @Override
        public int level(int a, int b, Scratch scratch) {
            int x = row[a << ROW | ADDRESS];
            int y = row[b << ROW | ADDRESS];
            if (x == 0 || y == 0) return 0;
            int[] wx = addressWords[x];
            int[] wy = addressWords[y];
            int place = 0;
            if (wx.length > 0 && wy.length > 0) {
                int shared = 0;
                int i = 0;
                int j = 0;
                while (i < wx.length && j < wy.length) {
                    if (wx[i] == wy[j]) {
                        shared++;
                        i++;
                        j++;
                    } else if (wx[i] < wy[j]) i++;
                    else j++;
                }
                place = shared > 0 ? 1 : -1;
            }
            boolean rtKnown = rt[x] != 0 && rt[y] != 0;
            boolean rwKnown = rw[x] != 0 && rw[y] != 0;
            boolean rtSame = rtKnown && rt[x] == rt[y];
            boolean rwSame = rwKnown && rw[x] == rw[y];
            if (!rtKnown && !rwKnown) return place > 0 ? 7 : place < 0 ? 9 : 0;
            if (rtSame && rwSame) return place > 0 ? 1 : place == 0 ? 2 : 3;
            if (rtSame || rwSame && (!rtKnown || Math.abs(rt[x] - rt[y]) <= 1))
                return place > 0 ? 4 : place == 0 ? 5 : 6;
            if (place > 0) return 7;
            if (rtKnown && Math.abs(rt[x] - rt[y]) <= 1) return 8;
            return 9;
        }
    }

    private final class VillageComparison extends Comparison {

        VillageComparison() {
            super(
                    "village",
                    About.OWNER,
                    new String[] {"missing", "same", "other village of the kecamatan", "other kecamatan"},
                    new double[] {0, 0.6, -0.5, -0.8});
        }

        @Override
        public int level(int a, int b, Scratch scratch) {
            if (row[a << ROW | VILLAGE] != 0 && row[a << ROW | VILLAGE] == row[b << ROW | VILLAGE]) return 1;
            if (row[a << ROW | VILLAGE] == 0 || row[b << ROW | VILLAGE] == 0) return 0;
            return row[a << ROW | KEC] == row[b << ROW | KEC] ? 2 : 3;
        }
    }

    private final class BusinessComparison extends Comparison {

        BusinessComparison() {
            super(
                    "business name",
                    About.BUSINESS,
                    new String[] {
                        "both without",
                        "one without",
                        "same, very rare",
                        "same, rare",
                        "same, less common",
                        "same, common",
                        "same, very common",
                        "same, everywhere",
                        "similar",
                        "part of the other",
                        "both of the owner's name",
                        "one of the owner's name",
                        "a word shared",
                        "different"
                    },
                    new double[] {0, 0, 1, 1, 1, 1, 0.9, 0.8, 0.9, 0.6, 0.4, -0.1, 0, -1});
            silent[1] = true;
        }

        @Override
        public int level(int a, int b, Scratch scratch) {
            int x = row[a << ROW | CORE];
            int y = row[b << ROW | CORE];
            if (x == 0 && y == 0) return 0;
            if (x == 0 || y == 0) return 1;
            int oa = row[a << ROW | CORE_OWNER];
            int ob = row[b << ROW | CORE_OWNER];
            if (oa == 2 && ob == 2) return 10;
            if (x == y) return 2 + rarity(coreCount[x]);
            if (oa == 2 || ob == 2) return 11;
            if (Arrays.compare(coreJoined[x], coreJoined[y]) > 0) {
                int other = x;
                x = y;
                y = other;
            }
            int letters = Integer.bitCount(row[a << ROW | CORE_LETTERS] ^ row[b << ROW | CORE_LETTERS]);
            if (letters <= 0.4 * Math.max(coreJoined[x].length, coreJoined[y].length)
                    && JaroWinkler.similarity(coreJoined[x], coreJoined[y]) >= 0.92) return 8;
            int[] tx = coreTokens[x];
            int[] ty = coreTokens[y];
            int shared = 0;
            for (int t : tx) {
                for (int u : ty) {
                    if (t == u) {
                        shared++;
                        break;
                    }
                }
            }
            if (shared == Math.min(tx.length, ty.length)) return 9;
            return shared > 0 ? 12 : 13;
        }
    }

    private final class ActivityComparison extends Comparison {

        ActivityComparison() {
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
        }

        @Override
        public int level(int a, int b, Scratch scratch) {
            int x = row[a << ROW | KBLI];
            int y = row[b << ROW | KBLI];
            if (x != 0 && y != 0) {
                if (x == y) {
                    double share = (double) kbliCount[x] / population;
                    return share < 0.005
                            ? 1
                            : share < 0.015 ? 2 : share < 0.04 ? 3 : share < 0.08 ? 4 : share < 0.15 ? 5 : 6;
                }
                int p = kbliNumber[x];
                int q = kbliNumber[y];
                if (p / 1000 != q / 1000) return 13;
                if (p / 100 != q / 100) return 9;
                return p / 10 == q / 10 ? 7 : 8;
            }
            if (x == 0 && y == 0)
                return row[a << ROW | SECTOR] != 0 && row[a << ROW | SECTOR] == row[b << ROW | SECTOR] ? 10 : 0;
            int coded = x != 0 ? x : y;
            int words = x != 0 ? row[b << ROW | SECTOR] : row[a << ROW | SECTOR];
            if (words == 0 || sectorLift[words] == null) return 0;
            float lift = sectorLift[words][kbliDivision[coded]];
            return lift >= 1.5 ? 10 : lift <= 0.5 ? 12 : 11;
        }
    }

    private final class KindComparison extends Comparison {

        KindComparison() {
            super(
                    "kind of business",
                    About.BUSINESS,
                    new String[] {"missing", "same words", "a word shared", "different words"},
                    new double[] {0, 0.7, 0.5, -0.5});
        }

        @Override
        public int level(int a, int b, Scratch scratch) {
            int x = row[a << ROW | KIND];
            int y = row[b << ROW | KIND];
            if (x == 0 || y == 0) return 0;
            if (x == y) return 1;
            for (int p : kindWords[x]) for (int q : kindWords[y]) if (p == q) return 2;
            return 3;
        }
    }

    // ---- a guest: one more record, that is compared, and kept if wanted ----

    /** Rows in use. */
    int rows() {
        return rows;
    }

    /** Forgets what only a run needs, such as the keys of all records. */
    void settle() {
        built = null;
    }

    /** For lists too few to tell what is rare: as if there were many, with the activities' usual shares. */
    void assume(int records, Map<String, Double> activityShares) {
        population = records;
        activityShares.forEach((activity, share) -> {
            int code = kblis.code(activity);
            roomForTexts();
            activity(code, activity);
            kbliCount[code] = (int) Math.max(1, Math.round(share * records));
        });
    }

    /** The activities that at least one in two hundred has. */
    Map<String, Double> activityShares() {
        Map<String, Double> shares = new HashMap<>();
        for (int i = 1; i < kblis.size(); i++)
            if (kbliCount[i] * 200L >= n) shares.put(kblis.text(i), (double) kbliCount[i] / n);
        return shares;
    }

    /** Puts a record at the row of the guest and tells its blocking keys; {@code list} is -1 for a record of none. Not thread-safe. */
    long[] guest(int list, UmkmRecord record) {
        int g = rows;
        source[g] = (byte) list;
        int nextToken = tokens.size();
        String name = record.name();
        person[g] = slot(persons, name);
        if (person[g] == persons.size()) {
            nameJoined[person[g]] = name.replace(" ", "").toCharArray();
            joined[person[g]] = new String(nameJoined[person[g]]).hashCode() + 7L;
            nameTokens[person[g]] = guestTokens(name, nextToken);
            nameCount[person[g]] = usualCount(nameTokens[person[g]].length);
            nextToken += SPARE / 2;
        }
        String coreText = record.core();
        core[g] = slot(cores, coreText);
        if (core[g] == cores.size()) {
            coreJoined[core[g]] = coreText.replace(" ", "").toCharArray();
            coreKey[core[g]] = new String(coreJoined[core[g]]).hashCode() + 11L;
            coreTokens[core[g]] = guestTokens(coreText, nextToken);
            coreCount[core[g]] = usualCount(coreTokens[core[g]].length);
        }
        coreOwner[g] = ownership(g);
        kind[g] = slot(kinds, record.kind());
        if (kind[g] == kinds.size()) {
            String[] words = record.kind().split(" ");
            kindWords[kind[g]] = new int[words.length];
            for (int i = 0; i < words.length; i++) kindWords[kind[g]][i] = kindTokens.find(words[i]);
        }
        kbli[g] = slot(kblis, record.activity());
        if (kbli[g] == kblis.size()) activity(kbli[g], record.activity());
        sector[g] = Math.max(0, sectors.find(record.sector()));
        if (kbli[g] == 0) kbli[g] = sectorMeans[sector[g]];
        kec[g] = slot(kecs, record.kecamatan());
        village[g] = slot(villageCodes, record.villageCode());
        if (village[g] == 0 && !record.villageName().isEmpty()) {
            int named = villageNames.find(record.villageName());
            Integer exact = meant.get((long) kec[g] << 32 | named);
            village[g] = exact != null ? exact : near(record.villageName(), known.getOrDefault(kec[g], List.of()));
        }
        address[g] = slot(addresses, record.address());
        if (address[g] == addresses.size()) address(address[g], record.address(), true);
        phone[g] = slot(phones, record.phone());
        if (phone[g] == phones.size()) {
            phoneChars[phone[g]] = record.phone().toCharArray();
            phoneCount[phone[g]] = 1;
        }
        nik[g] = slot(niks, record.nik());
        if (nik[g] == niks.size()) {
            String card = record.nik();
            nikChars[nik[g]] = card.toCharArray();
            nikFull[nik[g]] = card.length() == 16 && card.indexOf('?') < 0;
            nik15[nik[g]] = nikFull[nik[g]] ? card.substring(0, 15).hashCode() + 9L : 0;
        }
        birthOf(g, record.birth());
        line(g);
        return keys(g);
    }

    /** Keeps a record at the row that was the guest's. What is rare and what words mean stays as it was learned. Not thread-safe. */
    long[] keep(int list, UmkmRecord record) {
        for (String word : record.name().split(" ")) token(word);
        for (String word : record.core().split(" ")) token(word);
        for (String word : record.kind().split(" ")) kindTokens.code(word);
        int bar = record.address().lastIndexOf('|');
        for (String word : record.address().substring(bar + 1).split(" "))
            if (!word.isEmpty()) addressTokens.code(word);
        sectors.code(record.sector());
        roomForTexts();
        long[] own = guest(list, record);
        persons.code(record.name());
        cores.code(record.core());
        kinds.code(record.kind());
        kblis.code(record.activity());
        kecs.code(record.kecamatan());
        addresses.code(record.address());
        phones.code(record.phone());
        niks.code(record.nik());
        if (!record.villageCode().isEmpty()) {
            int code = villageCodes.code(record.villageCode());
            if (!record.villageName().isEmpty())
                meant.putIfAbsent((long) kec[rows] << 32 | villageNames.code(record.villageName()), code);
        }
        rows++;
        roomForTexts();
        roomForRow();
        return own;
    }

    /** The blocking keys of a row, in the order of the rules; 0 where a rule does not ask for it. */
    long[] keys(int r) {
        long[] own = new long[keys.size()];
        for (int i = 0; i < own.length; i++) own[i] = keys.get(i).of(r);
        return own;
    }

    /** How often a name that the lists do not hold is expected: once, unless they are too few to tell. */
    private int usualCount(int words) {
        return population <= n || words > 2 ? 1 : Math.max(1, population / (words == 1 ? 1500 : 15_000));
    }

    private void activity(int slot, String text) {
        kbliNumber[slot] = Integer.parseInt(text);
        kbliDivision[slot] = Math.max(0, divisions.find(text.substring(0, 2)));
        kbliCount[slot] = 1;
    }

    private void token(String word) {
        if (tokens.find(word) >= 0) return;
        int slot = tokens.code(word);
        if (slot + 1 + SPARE > tokenChars.length) {
            int size = more(slot + 1 + SPARE);
            tokenChars = Arrays.copyOf(tokenChars, size);
            tokenLetters = Arrays.copyOf(tokenLetters, size);
            tokenCount = Arrays.copyOf(tokenCount, size);
            tokenKey = Arrays.copyOf(tokenKey, size);
            prefix = Arrays.copyOf(prefix, size);
            suffix = Arrays.copyOf(suffix, size);
        }
        tokenChars[slot] = word.toCharArray();
        tokenLetters[slot] = letters(tokenChars[slot]);
        tokenCount[slot] = usualCount(1);
        tokenKeys(slot, word);
    }

    /** Room for the next text of each kind. */
    private void roomForTexts() {
        if (persons.size() >= nameCount.length) {
            int size = more(persons.size());
            nameJoined = Arrays.copyOf(nameJoined, size);
            nameTokens = Arrays.copyOf(nameTokens, size);
            nameCount = Arrays.copyOf(nameCount, size);
            joined = Arrays.copyOf(joined, size);
        }
        if (cores.size() >= coreCount.length) {
            int size = more(cores.size());
            coreJoined = Arrays.copyOf(coreJoined, size);
            coreTokens = Arrays.copyOf(coreTokens, size);
            coreCount = Arrays.copyOf(coreCount, size);
            coreKey = Arrays.copyOf(coreKey, size);
        }
        if (kinds.size() >= kindWords.length) kindWords = Arrays.copyOf(kindWords, more(kinds.size()));
        if (kblis.size() >= kbliCount.length) {
            int size = more(kblis.size());
            kbliNumber = Arrays.copyOf(kbliNumber, size);
            kbliDivision = Arrays.copyOf(kbliDivision, size);
            kbliCount = Arrays.copyOf(kbliCount, size);
        }
        if (sectors.size() > sectorMeans.length) {
            int size = more(sectors.size());
            sectorMeans = Arrays.copyOf(sectorMeans, size);
            sectorLift = Arrays.copyOf(sectorLift, size);
        }
        if (addresses.size() >= addressWords.length) {
            int size = more(addresses.size());
            addressWords = Arrays.copyOf(addressWords, size);
            rt = Arrays.copyOf(rt, size);
            rw = Arrays.copyOf(rw, size);
        }
        if (phones.size() >= phoneChars.length) {
            int size = more(phones.size());
            phoneChars = Arrays.copyOf(phoneChars, size);
            phoneCount = Arrays.copyOf(phoneCount, size);
        }
        if (niks.size() >= nikChars.length) {
            int size = more(niks.size());
            nikChars = Arrays.copyOf(nikChars, size);
            nikFull = Arrays.copyOf(nikFull, size);
            nik15 = Arrays.copyOf(nik15, size);
        }
    }

    private void roomForRow() {
        if (rows < source.length) return;
        int size = more(rows);
        source = Arrays.copyOf(source, size);
        person = Arrays.copyOf(person, size);
        core = Arrays.copyOf(core, size);
        coreOwner = Arrays.copyOf(coreOwner, size);
        kind = Arrays.copyOf(kind, size);
        kbli = Arrays.copyOf(kbli, size);
        sector = Arrays.copyOf(sector, size);
        village = Arrays.copyOf(village, size);
        kec = Arrays.copyOf(kec, size);
        address = Arrays.copyOf(address, size);
        phone = Arrays.copyOf(phone, size);
        nik = Arrays.copyOf(nik, size);
        birth = Arrays.copyOf(birth, size);
        born = Arrays.copyOf(born, size);
        row = Arrays.copyOf(row, size << ROW);
    }

    private static int more(int size) {
        return size + Math.max(64, size / 8);
    }

    private int[] guestTokens(String text, int spare) {
        String[] words = text.split(" ");
        int[] own = new int[Math.min(words.length, SPARE / 2)];
        for (int i = 0; i < own.length; i++) {
            own[i] = tokens.find(words[i]);
            if (own[i] >= 0) continue;
            own[i] = spare + i;
            tokenChars[own[i]] = words[i].toCharArray();
            tokenLetters[own[i]] = letters(tokenChars[own[i]]);
            tokenCount[own[i]] = usualCount(1);
            tokenKeys(own[i], words[i]);
        }
        return own;
    }

    private static int slot(Texts texts, String text) {
        int code = texts.find(text);
        return code < 0 ? texts.size() : code;
    }
}
