package id.lumbung.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A census and a register of a made-up place, with owners of several businesses, namesakes and households of one phone. */
final class MadeUpLists {

    static final List<String> COLUMNS = RecordList.LAYOUT;

    private static final String[] FIRST = {
        "Sutini", "Slamet", "Siti", "Sri", "Joko", "Poniman", "Rahayu", "Wagimin", "Kusnan", "Darmaji", "Yulianti",
                "Hartono", "Ngatini", "Bambang",
        "Lilik", "Mujiono", "Endang", "Suparman", "Tumini", "Agus", "Dwi", "Eko", "Fatimah", "Ghofur", "Hanifah",
                "Imam", "Jumiati", "Kasiyem"
    };
    private static final String[] SECOND = {
        "",
        "",
        "Aminah",
        "Wahyuni",
        "Santoso",
        "Lestari",
        "Prasetyo",
        "Khotimah",
        "Setiawan",
        "Utami",
        "Hidayat",
        "Susanti",
        "Wibowo",
        "Astuti",
        "Kurniawan",
        "Maryam"
    };
    private static final String[][] TRADES = {
        {"47112", "Perdagangan eceran kelontong", "Toko"},
        {"56102", "Warung makan", "Warung"},
        {"10794", "Industri kerupuk, keripik", "Keripik"},
        {"14120", "Penjahitan pesanan", "Penjahit"},
        {"45407", "Reparasi sepeda motor", "Bengkel"},
        {"01461", "Peternakan ayam", "Peternakan"},
        {"96111", "Pangkas rambut", "Pangkas Rambut"},
        {"10391", "Industri tempe kedelai", "Tempe"},
        {"56303", "Kedai minuman", "Kedai"},
        {"47211", "Eceran buah dan sayur", "Lapak"}
    };
    private static final String[] NAMES = {
        "Barokah",
        "Sumber Rejeki",
        "Maju Jaya",
        "Cahaya",
        "Melati",
        "Dua Putra",
        "Berkah",
        "Makmur",
        "Sinar Pagi",
        "Lestari",
        "Anugerah",
        "Mekar Sari"
    };

    final RecordList census;
    final RecordList register;
    final Map<RecordRef, Integer> business = new HashMap<>();
    final Map<RecordRef, Integer> owner = new HashMap<>();
    final List<String[]> censusRows = new ArrayList<>();
    final List<String[]> registerRows = new ArrayList<>();
    private final Map<RecordRef, Map<String, String>> cells = new LinkedHashMap<>();

    MadeUpLists(int owners, long seed) {
        Random random = new Random(seed);
        RecordList.Builder inCensus = RecordList.of("census", COLUMNS);
        RecordList.Builder inRegister = RecordList.of("register", COLUMNS);
        int businesses = 0;
        int registered = 0;
        for (int o = 0; o < owners; o++) {
            String first = FIRST[random.nextInt(FIRST.length)];
            String second = SECOND[random.nextInt(SECOND.length)];
            String name = (first + " " + second).trim();
            int village = random.nextInt(6);
            int day = 1 + random.nextInt(28);
            int month = 1 + random.nextInt(12);
            int year = 1955 + random.nextInt(45);
            boolean woman = random.nextBoolean();
            String nik = String.format(
                    Locale.ROOT,
                    "350799%02d%02d%02d%04d",
                    woman ? day + 40 : day,
                    month,
                    year % 100,
                    1 + random.nextInt(80));
            String phone = String.format(Locale.ROOT, "0812%08d", random.nextInt(100_000_000));
            int rt = 1 + random.nextInt(30);
            int rw = 1 + random.nextInt(9);
            int count = random.nextInt(5) == 0 ? 2 : 1;
            for (int b = 0; b < count; b++) {
                String[] trade = TRADES[random.nextInt(TRADES.length)];
                String shop =
                        trade[2] + " " + (random.nextInt(3) == 0 ? "Bu " + first : NAMES[random.nextInt(NAMES.length)]);
                businesses++;
                String[] truth = {
                    "",
                    name,
                    shop,
                    trade[0],
                    trade[1],
                    "350799200" + village,
                    "Desa Contoh " + (char) ('A' + village),
                    "Contoh",
                    "RT " + rt + " RW " + rw,
                    phone,
                    nik,
                    String.format(Locale.ROOT, "%02d/%02d/%d", day, month, year)
                };
                if (random.nextInt(10) < 9) {
                    String[] row = typed(truth, random, true);
                    row[0] = "C" + censusRows.size();
                    inCensus.add(row);
                    censusRows.add(row);
                    know("census", row, businesses, o);
                }
                if (random.nextInt(10) < 4) {
                    String[] row = typed(truth, random, false);
                    row[0] = "R" + registered++;
                    inRegister.add(row);
                    registerRows.add(row);
                    know("register", row, businesses, o);
                }
            }
        }
        census = inCensus.done();
        register = inRegister.done();
    }

    /** The records in the order of their making, by column. */
    Map<RecordRef, Map<String, String>> cells() {
        return cells;
    }

    List<RecordRef> refs() {
        return List.copyOf(cells.keySet());
    }

    private void know(String source, String[] row, int ofBusiness, int ofOwner) {
        RecordRef ref = new RecordRef(source, row[0]);
        Map<String, String> texts = new HashMap<>();
        for (int c = 0; c < row.length; c++) texts.put(COLUMNS.get(c), row[c]);
        cells.put(ref, texts);
        business.put(ref, ofBusiness);
        owner.put(ref, ofOwner);
    }

    private static String[] typed(String[] truth, Random random, boolean census) {
        String[] row = truth.clone();
        if (random.nextInt(6) == 0) row[1] = "Bu " + row[1].split(" ")[0];
        else if (random.nextInt(8) == 0)
            row[1] = row[1].toUpperCase(Locale.ROOT).replace("U", "OE");
        else if (random.nextInt(12) == 0) row[1] = slip(row[1], random);
        if (random.nextInt(10) < (census ? 4 : 1)) row[2] = "";
        else if (!census && random.nextInt(4) == 0) row[2] = row[1];
        if (random.nextInt(10) == 0) {
            String[] other = TRADES[random.nextInt(TRADES.length)];
            row[3] = other[0];
            row[4] = other[1];
        }
        if (random.nextInt(10) < (census ? 4 : 1)) row[9] = "";
        int card = random.nextInt(10);
        if (census && card < 5) row[10] = "";
        else if (census && card < 7) row[10] = row[10].substring(12);
        int date = random.nextInt(10);
        if (date < 2) row[11] = "";
        else if (date < 4) row[11] = row[11].substring(6);
        if (random.nextInt(12) == 0) row[8] = "";
        return row;
    }

    private static String slip(String text, Random random) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at + 1);
    }

    /** F1 of the pairs within clusters against the truth. */
    double f1(List<Cluster> clusters, Map<RecordRef, Integer> truth) {
        long said = 0;
        long right = 0;
        Map<Integer, Integer> sizes = new HashMap<>();
        long all = 0;
        for (int label : truth.values()) all += sizes.merge(label, 1, Integer::sum) - 1;
        for (Cluster cluster : clusters) {
            for (int i = 0; i < cluster.members().size(); i++) {
                for (int j = 0; j < i; j++) {
                    said++;
                    if (truth.get(cluster.members().get(i))
                            .equals(truth.get(cluster.members().get(j)))) right++;
                }
            }
        }
        return 2.0 * right / (said + all);
    }
}
