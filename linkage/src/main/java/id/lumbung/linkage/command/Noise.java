package id.lumbung.linkage.command;

import id.lumbung.linkage.engine.RawList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Lists with other noise than they came with: what is blanked, mistyped, shared, left out. Always the same for the same lists and the same
 * name of a change.
 */
final class Noise {

    private final List<RawList> lists;
    private final Random random;

    private Noise(List<RawList> lists, String name) {
        this.lists = lists;
        random = new Random(name.hashCode());
    }

    /** A change of lists. */
    @FunctionalInterface
    interface Change {
        List<RawList> of(Noise noise);
    }

    private static final List<String> ALL = List.of(
            "nama_pemilik",
            "nama_usaha",
            "kbli",
            "sektor_teks",
            "desa_kode",
            "desa_nama",
            "kec_nama",
            "alamat",
            "telp",
            "nik",
            "tgl_lahir");

    /** The changes by their names. */
    static Map<String, Change> changes() {
        Map<String, Change> all = new LinkedHashMap<>();
        all.put("as it is", noise -> noise.lists);
        all.put("census alone", noise -> noise.only("census"));
        all.put("census and register", noise -> noise.only("census", "register"));
        all.put("census and sheet", noise -> noise.only("census", "sheet"));
        all.put("register and sheet", noise -> noise.only("register", "sheet"));
        all.put("no NIK", noise -> noise.blank(1, "nik"));
        all.put("half of NIKs blank", noise -> noise.blank(0.5, "nik"));
        all.put(
                "NIKs masked after 12 digits",
                noise -> noise.cells("nik", 1, nik -> nik.length() < 16 ? nik : nik.substring(0, 12) + "****"));
        all.put("a digit of a third of NIKs wrong", noise -> noise.cells("nik", 0.33, noise::slip));
        all.put("no phones", noise -> noise.blank(1, "telp"));
        all.put("a third of phones are agents'", noise -> noise.cells("telp", 0.33, noise::agent));
        all.put("neither NIK nor phone", noise -> noise.blank(1, "nik", "telp"));
        all.put("no dates of birth", noise -> noise.blank(1, "tgl_lahir"));
        all.put("only years of birth", noise -> noise.cells("tgl_lahir", 1, Noise::year));
        all.put("no business names", noise -> noise.blank(1, "nama_usaha"));
        all.put("no activities", noise -> noise.blank(1, "kbli", "sektor_teks"));
        all.put("a third of activities wrong", noise -> noise.exchanged(0.33, "kbli", "sektor_teks"));
        all.put("no villages", noise -> noise.blank(1, "desa_kode", "desa_nama"));
        all.put("villages by name only", noise -> noise.blank(1, "desa_kode"));
        all.put("no addresses", noise -> noise.blank(1, "alamat"));
        all.put("names and places only", noise -> noise.without("kbli", "sektor_teks", "telp", "nik", "tgl_lahir"));
        all.put("slips in a quarter of all texts", noise -> noise.slips(0.25));
        all.put("slips in half of all texts", noise -> noise.slips(0.5));
        all.put("a third of names cut to one word", noise -> noise.cells("nama_pemilik", 0.33, Noise::firstWord));
        all.put(
                "a third of cells blank",
                noise -> noise.blank(0.33, "nama_usaha", "kbli", "sektor_teks", "alamat", "telp", "nik", "tgl_lahir"));
        all.put("one village in five", noise -> noise.rows(noise.someVillages(5)));
        all.put("one village in twenty", noise -> noise.rows(noise.someVillages(20)));
        all.put("a third of the records", noise -> noise.rows(row -> noise.random.nextInt(3) == 0));
        return all;
    }

    static List<RawList> changed(List<RawList> lists, String name) {
        Change change = changes().get(name);
        if (change == null) throw new IllegalArgumentException("No such change: " + name);
        return change.of(new Noise(lists, name));
    }

    private List<RawList> only(String... sources) {
        return lists.stream()
                .filter(list -> List.of(sources).contains(list.source()))
                .toList();
    }

    private List<RawList> without(String... columns) {
        List<RawList> changed = new ArrayList<>();
        for (RawList list : lists)
            changed.add(new RawList(
                    list.source(),
                    list.rows(),
                    list.columns().stream()
                            .filter(column -> !List.of(columns).contains(column.name()))
                            .toList()));
        return changed;
    }

    private List<RawList> blank(double share, String... columns) {
        return each(List.of(columns), share, text -> "");
    }

    private List<RawList> cells(String column, double share, UnaryOperator<String> change) {
        return each(List.of(column), share, change);
    }

    private List<RawList> slips(double share) {
        return each(List.of("nama_pemilik", "nama_usaha", "alamat", "desa_nama"), share, this::slip);
    }

    /** Cells that say something, changed with this chance. */
    private List<RawList> each(List<String> columns, double share, UnaryOperator<String> change) {
        List<RawList> changed = new ArrayList<>();
        for (RawList list : lists) {
            List<RawList.Column> own = new ArrayList<>();
            for (RawList.Column column : list.columns()) {
                if (!columns.contains(column.name())) {
                    own.add(column);
                    continue;
                }
                String[] texts = new String[list.rows()];
                for (int r = 0; r < texts.length; r++) {
                    String text = column.text(r);
                    texts[r] = !text.isEmpty() && random.nextDouble() < share ? change.apply(text) : text;
                }
                own.add(column(column.name(), texts));
            }
            changed.add(new RawList(list.source(), list.rows(), own));
        }
        return changed;
    }

    /** What some rows say in these columns is what some other row says. */
    private List<RawList> exchanged(double share, String... columns) {
        List<RawList> changed = new ArrayList<>();
        for (RawList list : lists) {
            int[] from = new int[list.rows()];
            for (int r = 0; r < from.length; r++)
                from[r] = random.nextDouble() < share ? random.nextInt(from.length) : r;
            List<RawList.Column> own = new ArrayList<>();
            for (RawList.Column column : list.columns()) {
                if (!List.of(columns).contains(column.name())) {
                    own.add(column);
                    continue;
                }
                String[] texts = new String[from.length];
                for (int r = 0; r < from.length; r++) texts[r] = column.text(from[r]);
                own.add(column(column.name(), texts));
            }
            changed.add(new RawList(list.source(), list.rows(), own));
        }
        return changed;
    }

    private List<RawList> rows(Predicate<Map<String, String>> kept) {
        List<RawList> changed = new ArrayList<>();
        for (RawList list : lists) {
            List<Integer> rows = new ArrayList<>();
            for (int r = 0; r < list.rows(); r++) {
                Map<String, String> cells = new HashMap<>();
                for (RawList.Column column : list.columns()) cells.put(column.name(), column.text(r));
                if (kept.test(cells)) rows.add(r);
            }
            List<RawList.Column> own = new ArrayList<>();
            for (RawList.Column column : list.columns()) {
                String[] texts = new String[rows.size()];
                for (int i = 0; i < texts.length; i++) texts[i] = column.text(rows.get(i));
                own.add(column(column.name(), texts));
            }
            changed.add(new RawList(list.source(), rows.size(), own));
        }
        return changed;
    }

    /** One village in so many, by its code or by its name. */
    private Predicate<Map<String, String>> someVillages(int in) {
        Map<String, Boolean> byCode = new HashMap<>();
        Map<String, Boolean> byName = new HashMap<>();
        for (RawList list : lists) {
            RawList.Column code = list.column("desa_kode");
            RawList.Column name = list.column("desa_nama");
            if (code == null || name == null) continue;
            for (int r = 0; r < list.rows(); r++) {
                if (code.text(r).isEmpty()) continue;
                boolean kept =
                        byCode.computeIfAbsent(code.text(r).replaceAll("[^0-9]", ""), none -> random.nextInt(in) == 0);
                byName.putIfAbsent(letters(name.text(r)), kept);
            }
        }
        return cells -> {
            String code = cells.getOrDefault("desa_kode", "").replaceAll("[^0-9]", "");
            return code.isEmpty()
                    ? byName.getOrDefault(letters(cells.getOrDefault("desa_nama", "")), false)
                    : byCode.getOrDefault(code, false);
        };
    }

    private static String letters(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static RawList.Column column(String name, String[] texts) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        int[] of = new int[texts.length];
        for (int r = 0; r < of.length; r++) {
            Integer code = codes.get(texts[r]);
            if (code == null) {
                code = codes.size();
                codes.put(texts[r], code);
            }
            of[r] = code;
        }
        return new RawList.Column(name, of, codes.keySet().toArray(String[]::new));
    }

    /** One sign wrong, gone, twice or turned with its neighbour. */
    private String slip(String text) {
        if (text.length() < 3) return text;
        int at = random.nextInt(text.length() - 1);
        char c = text.charAt(at);
        char other = Character.isDigit(c)
                ? (char) ('0' + random.nextInt(10))
                : Character.isLetter(c) ? (char) ('a' + random.nextInt(26)) : c;
        return switch (Character.isDigit(c) ? 0 : random.nextInt(4)) {
            case 0 -> text.substring(0, at) + other + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + c + text.substring(at);
            default -> text.substring(0, at) + text.charAt(at + 1) + c + text.substring(at + 2);
        };
    }

    private String agent(String phone) {
        return "0855" + (10_000_000 + random.nextInt(60) * 7919);
    }

    private static String year(String date) {
        for (int i = 0; i + 4 <= date.length(); i++) {
            String four = date.substring(i, i + 4);
            if (four.matches("(19|20)[0-9][0-9]")) return four;
        }
        return "";
    }

    private static String firstWord(String name) {
        String[] words = name.trim().split("\\s+");
        return words[0].length() <= 3 && words.length > 1 ? words[0] + ' ' + words[1] : words[0];
    }

    /** Whether the lists have all columns that the changes speak of. */
    static boolean fits(List<RawList> lists) {
        return lists.stream().allMatch(list -> ALL.stream().allMatch(column -> list.column(column) != null));
    }
}
