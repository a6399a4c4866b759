package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.standard.BusinessName;
import id.lumbung.linkage.standard.PartialDate;
import id.lumbung.linkage.standard.PersonName;
import id.lumbung.linkage.standard.Phone;
import id.lumbung.linkage.standard.Spelling;
import java.util.ArrayList;
import java.util.List;

/** Standard forms of what stands in lists of Indonesian micro enterprises. Pure functions of the text. */
final class UmkmText {

    private static final int YEAR_OF_LIST = 2026;

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

    private static String sounds(String words) {
        if (words.isEmpty()) return "";
        StringBuilder out = new StringBuilder(words.length());
        for (String word : words.split(" ")) {
            if (out.length() > 0) out.append(' ');
            out.append(Spelling.sound(word));
        }
        return out.toString();
    }

    /** A person's name as sounds without titles. */
    static String person(String text) {
        return sounds(PersonName.of(text).full());
    }

    /** What makes a business name its own, as sounds, then a bar, then the words that only say what kind of business it is. */
    static String business(String text) {
        BusinessName name = BusinessName.of(text);
        if (name.kind() == BusinessName.Kind.MISSING) return "";
        String type = name.type().name();
        return sounds(name.core())
                + '|'
                + (type.equals("UNKNOWN") ? "" : type)
                + (name.goods().isEmpty() ? "" : " " + name.goods());
    }

    static String phone(String text) {
        return Phone.of(text).number();
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

    /** yyyymmdd, yyyy0000 when only the year is known; 0 when nothing is. */
    static int date(String text) {
        PartialDate date = PartialDate.of(text, YEAR_OF_LIST);
        return date.year() * 10000 + (date.day() == 0 || date.month() == 0 ? 0 : date.month() * 100 + date.day());
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
            out.append(Spelling.sound(word));
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
                rest.add(Spelling.sound(w));
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
