package id.lumbung.linkage.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Standard forms of what stands in lists of Indonesian micro enterprises. Pure functions of the text. */
final class UmkmText {

    private static final Set<String> HONORIFICS = Set.of(
            "h",
            "hj",
            "haji",
            "hajah",
            "bu",
            "ibu",
            "b",
            "pak",
            "bapak",
            "bpk",
            "p",
            "mas",
            "mbak",
            "mbk",
            "mb",
            "mbah",
            "cak",
            "ning",
            "bude",
            "budhe",
            "pakde",
            "pakdhe",
            "paklek",
            "bulek",
            "buk",
            "mak",
            "emak",
            "gus",
            "kh",
            "kyai",
            "ustad",
            "ustadz",
            "ustadzah",
            "dr",
            "drs",
            "dra",
            "ir",
            "sdr",
            "sdri",
            "ny",
            "tn",
            "nyonya",
            "tuan",
            "om",
            "lek",
            "wak",
            "yu",
            "abah",
            "umi_",
            "neng",
            "kang",
            "lik",
            "almh",
            "alm",
            "mr",
            "mrs",
            "dhe",
            "de");
    private static final Set<String> TITLES = Set.of(
            "spd", "sp", "st", "se", "sh", "skom", "sos", "ssos", "mm", "mpd", "spdi", "amd", "ssi", "sag", "mh", "msi",
            "skep", "kom", "pd", "s", "i", "md", "ag");
    private static final Set<String> MUHAMMAD = Set.of(
            "muhammad",
            "mohammad",
            "mohamad",
            "muhamad",
            "mochamad",
            "mochammad",
            "muchamad",
            "muchammad",
            "moch",
            "moh",
            "muh",
            "much",
            "mhd",
            "mohd",
            "md",
            "m");
    static final Set<String> NAMELESS = Set.of(
            "",
            "-",
            "0",
            "tidak ada nama",
            "tidak ada",
            "tdk ada nama",
            "tdk ada",
            "tanpa nama",
            "belum ada nama",
            "belum ada",
            "tidak bernama",
            "tidak punya nama",
            "nihil",
            "kosong",
            "n/a",
            "na",
            "none",
            "xxx",
            "x",
            "--",
            ".",
            "tidak ada nama usaha",
            "tdk ada nama usaha");
    private static final Set<String> TYPES = Set.of(
            "toko",
            "tk",
            "warung",
            "wr",
            "wrg",
            "warkop",
            "ud",
            "u",
            "d",
            "cv",
            "pj",
            "pt",
            "kios",
            "lapak",
            "depot",
            "rm",
            "kedai",
            "catering",
            "katering",
            "bengkel",
            "counter",
            "konter",
            "cell",
            "salon",
            "agen",
            "pangkalan",
            "produksi",
            "peternakan",
            "ternak",
            "usaha",
            "kelontong",
            "pracangan",
            "makan",
            "nasi",
            "motor",
            "mobil",
            "pulsa",
            "service",
            "servis",
            "jual",
            "jualan",
            "dagang",
            "sembako",
            "industri",
            "rumah",
            "gang",
            "persewaan",
            "sewa",
            "konveksi",
            "penjahit",
            "jahit",
            "laundry",
            "fotocopy",
            "rental",
            "gerai",
            "stand",
            "outlet",
            "pusat",
            "grosir",
            "eceran",
            "kantin",
            "kopi",
            "bakso",
            "mie",
            "ayam",
            "sate",
            "soto",
            "roti",
            "kue",
            "tempe",
            "tahu",
            "kripik",
            "keripik",
            "kerupuk",
            "krupuk",
            "jajan",
            "es",
            "gorengan",
            "lele",
            "sapi",
            "kambing",
            "daging",
            "sayur",
            "buah",
            "beras",
            "gas",
            "elpiji",
            "baju",
            "busana",
            "butik",
            "meubel",
            "mebel",
            "las",
            "pangkas",
            "potong",
            "rambut",
            "barbershop",
            "tambal",
            "ban",
            "cuci",
            "isi",
            "ulang",
            "air",
            "galon",
            "pupuk",
            "batik",
            "kotak",
            "giling",
            "selep",
            "minuman",
            "makanan",
            "pakaian");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("peb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("mei", 5),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("agu", 8),
            Map.entry("agt", 8),
            Map.entry("ags", 8),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("okt", 10),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("nop", 11),
            Map.entry("des", 12),
            Map.entry("dec", 12));

    private UmkmText() {}

    static List<String> words(String text) {
        List<String> words = new ArrayList<>(4);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                word.append(c);
            } else if (c == '\'' || c == '`' || c == '’') {
                continue;
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (word.length() > 0) words.add(word.toString());
        return words;
    }

    /** The sound of a word: old and foreign spellings, doubled letters and silent h are put away. */
    static String sound(String word) {
        StringBuilder out = new StringBuilder(word.length());
        int n = word.length();
        for (int i = 0; i < n; i++) {
            char c = word.charAt(i);
            char next = i + 1 < n ? word.charAt(i + 1) : 0;
            if (c == 'o' && next == 'e') {
                c = 'u';
                i++;
            } else if (c == 'd' && next == 'j') {
                c = 'j';
                i++;
            } else if (c == 't' && next == 'j') {
                c = 'c';
                i++;
            } else if ((c == 'c' || c == 'k' || c == 'q') && next == 'h') {
                c = 'h';
                i++;
            } else if ((c == 's' || c == 't' || c == 'd' || c == 'b' || c == 'p' || c == 'g') && next == 'h') {
                if (c == 'p') c = 'f';
                i++;
            } else if (c == 's' && next == 'y') {
                i++;
            } else if (c == 'y') {
                c = 'i';
            } else if (c == 'z') {
                c = 's';
            } else if (c == 'v' || c == 'p') {
                c = 'f';
            } else if (c == 'q') {
                c = 'k';
            } else if (c == 'w'
                    && out.length() > 0
                    && isVowel(out.charAt(out.length() - 1))
                    && next != 0
                    && isVowel(next)) {
                c = 'w';
            }
            if (out.length() > 0 && out.charAt(out.length() - 1) == c) continue;
            out.append(c);
        }
        return out.toString();
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'i' || c == 'u' || c == 'e' || c == 'o';
    }

    /** A person's name as sounds without titles: "Hj. ST. AMINNAH, S.Pd" is "siti amina". */
    static String person(String text) {
        int comma = text.indexOf(',');
        String cut = comma > 0 ? text.substring(0, comma) : text;
        List<String> words = words(cut);
        int alias = words.indexOf("alias");
        if (alias > 0) words = words.subList(0, alias);
        StringBuilder out = new StringBuilder();
        int count = words.size();
        for (int i = 0; i < count; i++) {
            String word = words.get(i);
            boolean last = i == count - 1;
            if (Character.isDigit(word.charAt(0))) continue;
            if (HONORIFICS.contains(word) && !last) continue;
            String standard = word;
            if (!last && MUHAMMAD.contains(word)) standard = "muhammad";
            else if (!last && out.length() == 0 && word.equals("st")) standard = "siti";
            else if (!last && (word.equals("abd") || word.equals("abdoel"))) standard = "abdul";
            else if (word.equals("ach") || word.equals("achmad") || word.equals("akhmad")) standard = "ahmad";
            else if (!last && word.equals("ach")) standard = "ahmad";
            if (last && count > 1 && out.length() > 0 && TITLES.contains(word)) continue;
            if (out.length() > 0) out.append(' ');
            out.append(sound(standard));
        }
        return out.toString();
    }

    /** What makes a business name its own, as sounds, without kind and honorifics. */
    static String core(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : words(text)) {
            if (TYPES.contains(word) || HONORIFICS.contains(word)) continue;
            if (out.length() > 0) out.append(' ');
            out.append(sound(word));
        }
        return out.toString();
    }

    /** The words that only say what kind of business it is. */
    static String kind(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : words(text)) {
            if (!TYPES.contains(word)) continue;
            if (out.length() > 0) out.append(' ');
            out.append(word);
        }
        return out.toString();
    }

    /** Digits after country code and leading zero; blank when fewer than seven remain. */
    static String phone(String text) {
        StringBuilder digits = new StringBuilder(14);
        for (int i = 0; i < text.length(); i++) if (Character.isDigit(text.charAt(i))) digits.append(text.charAt(i));
        int from = 0;
        if (digits.length() > 2 && digits.charAt(0) == '6' && digits.charAt(1) == '2') from = 2;
        while (from < digits.length() && digits.charAt(from) == '0') from++;
        if (digits.length() - from < 7) return "";
        boolean same = true;
        for (int i = from + 1; i < digits.length(); i++) same &= digits.charAt(i) == digits.charAt(from);
        return same ? "" : digits.substring(from);
    }

    /** Sixteen signs, '?' where the digit is not known; blank when nothing is known. */
    static String nik(String text) {
        StringBuilder out = new StringBuilder(16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) out.append(c);
            else if (c == '*' || c == 'x' || c == 'X' || c == '?' || c == '#') out.append('?');
            else if (c == 'E' || c == 'e') {
                // 3.50703E+15: the leading digits are all that is left
                while (out.length() < 16) out.append('?');
                break;
            }
        }
        int length = out.length();
        if (length < 4) return "";
        boolean same = true;
        for (int i = 1; i < length; i++) same &= out.charAt(i) == out.charAt(0);
        if (same) return "";
        if (length == 16) {
            if (out.substring(12).equals("0000")) out.replace(12, 16, "????");
            if (out.substring(10).equals("??????") && out.charAt(6) == '0' && out.charAt(7) == '0') return "";
            return out.toString();
        }
        if (length == 4 && out.charAt(0) == '0') return "????????????" + out;
        if (length == 4 || length == 6 || length == 12) {
            while (out.length() < 16) out.append('?');
            return out.toString();
        }
        if (length == 15 || length == 17) return out.substring(0, 6) + "??????????";
        return "";
    }

    /** yyyymmdd, yyyy0000 when only the year is known or the day is the default one; 0 when nothing is. */
    static int date(String text) {
        String t = text.trim().toLowerCase(Locale.ROOT);
        if (t.isEmpty()) return 0;
        int[] numbers = new int[4];
        int[] lengths = new int[4];
        int count = 0;
        int month = 0;
        int i = 0;
        while (i < t.length() && count < 4) {
            char c = t.charAt(i);
            if (Character.isDigit(c)) {
                int value = 0;
                int from = i;
                while (i < t.length() && Character.isDigit(t.charAt(i))) value = value * 10 + t.charAt(i++) - '0';
                numbers[count] = value;
                lengths[count++] = i - from;
            } else if (Character.isLetter(c)) {
                int from = i;
                while (i < t.length() && Character.isLetter(t.charAt(i))) i++;
                if (i - from >= 3) month = MONTHS.getOrDefault(t.substring(from, from + 3), month);
            } else {
                i++;
            }
        }
        int y;
        int m;
        int d;
        if (count == 1 && lengths[0] == 4) {
            y = numbers[0];
            m = 0;
            d = 0;
        } else if (count == 1 && lengths[0] == 8) {
            y = numbers[0] / 10000;
            m = numbers[0] / 100 % 100;
            d = numbers[0] % 100;
        } else if (count == 2 && month > 0) {
            d = numbers[0];
            m = month;
            y = numbers[1];
        } else if (count >= 3 && lengths[0] == 4) {
            y = numbers[0];
            m = numbers[1];
            d = numbers[2];
        } else if (count >= 3) {
            d = numbers[0];
            m = numbers[1];
            y = numbers[2];
        } else {
            return 0;
        }
        if (y < 100) y += y <= 12 ? 2000 : 1900;
        if (y < 1900 || y > 2030) return 0;
        if (m > 12 && d <= 12) {
            int swap = m;
            m = d;
            d = swap;
        }
        if (m < 1 || m > 12 || d < 1 || d > 31) return y * 10000;
        if (m == 1 && d == 1 || m == 12 && d == 31) return y * 10000;
        return y * 10000 + m * 100 + d;
    }

    /** Village or kecamatan name as sounds without "Desa", "Kec.". */
    static String place(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : words(text)) {
            if (word.equals("desa")
                    || word.equals("ds")
                    || word.equals("kel")
                    || word.equals("kelurahan")
                    || word.equals("kec")
                    || word.equals("kecamatan")) continue;
            out.append(sound(word));
        }
        return out.toString();
    }

    /** Five digits; a leading zero that a spreadsheet ate is put back. */
    static String activity(String text) {
        String digits = digits(text);
        return digits.length() == 5 ? digits : digits.length() == 4 ? "0" + digits : "";
    }

    /** Ten digits, with or without dots. */
    static String villageCode(String text) {
        String digits = digits(text);
        return digits.length() == 10 ? digits : "";
    }

    private static String digits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') out.append(text.charAt(i));
        return out.toString();
    }

    /** RT, RW (0 unknown), then what else the address says, as sounds sorted: {@code "rt|rw|words"}. */
    static String address(String text) {
        List<String> words = words(text.replace("rt.", "rt ").replace("RT.", "RT "));
        int rt = 0;
        int rw = 0;
        int loose = 0;
        int[] pair = new int[2];
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String w = words.get(i);
            if (w.startsWith("rt") && isNumber(w, 2)) {
                rt = number(w, 2);
            } else if (w.startsWith("rw") && isNumber(w, 2)) {
                rw = number(w, 2);
            } else if (w.equals("rt") && i + 1 < words.size() && isNumber(words.get(i + 1), 0)) {
                rt = number(words.get(++i), 0);
                if (i + 1 < words.size() && isNumber(words.get(i + 1), 0)) rw = number(words.get(++i), 0);
            } else if (w.equals("rw") && i + 1 < words.size() && isNumber(words.get(i + 1), 0)) {
                rw = number(words.get(++i), 0);
            } else if ((w.equals("no") || w.equals("nomor")) && i + 1 < words.size() && isNumber(words.get(i + 1), 0)) {
                rest.add("#" + number(words.get(++i), 0));
            } else if (isNumber(w, 0)) {
                if (loose < 2) pair[loose++] = number(w, 0);
            } else if (w.equals("ds") || w.equals("desa") || w.equals("kel")) {
                break;
            } else if (w.equals("dsn")
                    || w.equals("dusun")
                    || w.equals("dk")
                    || w.equals("dukuh")
                    || w.equals("jl")
                    || w.equals("jalan")
                    || w.equals("jln")
                    || w.equals("gg")
                    || w.equals("rt")
                    || w.equals("rw")) {
                continue;
            } else {
                rest.add(sound(w));
            }
        }
        if (loose == 2 && rt == 0) {
            rt = pair[0];
            rw = rw == 0 ? pair[1] : rw;
        }
        rest.sort(null);
        return rt + "|" + rw + "|" + String.join(" ", rest);
    }

    private static boolean isNumber(String w, int from) {
        if (w.length() <= from || w.length() > from + 5) return false;
        for (int i = from; i < w.length(); i++) if (!Character.isDigit(w.charAt(i))) return false;
        return true;
    }

    private static int number(String w, int from) {
        int value = 0;
        for (int i = from; i < w.length(); i++) value = value * 10 + w.charAt(i) - '0';
        return value;
    }
}
