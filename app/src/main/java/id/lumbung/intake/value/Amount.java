package id.lumbung.intake.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Amounts as people write them: {@code Rp 1.500.000,00}, {@code 1,500,000}, {@code 2,5 juta}, {@code 300 rb}. */
public record Amount(long value, State state) {
    private static final Amount MISSING = new Amount(0, State.MISSING);
    private static final Amount UNREADABLE = new Amount(0, State.UNREADABLE);
    private static final Amount OVERFLOW = new Amount(0, State.OVERFLOW);
    private static final int LONGEST = 40;
    private static final long MOST = 1_000_000_000_000_000L;
    private static final long MOST_SCALED = 1_000_000_000_000L;

    /** What became of the cell. */
    public enum State {
        READ,
        MISSING,
        UNREADABLE,
        NEGATIVE,
        OVERFLOW
    }

    public boolean isRead() {
        return state == State.READ;
    }

    /** @param number whether a spreadsheet held the cell as a number, whose point is then a decimal point */
    public static Amount of(String cell, boolean number) {
        return of(cell, number, 1);
    }

    /** @param scale what one stands for where the heading says so; a cell that says it itself is taken at its word */
    public static Amount of(String cell, boolean number, long scale) {
        if (Missing.isOfNumber(cell)) {
            return MISSING;
        }
        if (Digits.isOverflow(cell)) {
            return OVERFLOW;
        }
        int length = cell.length();
        if (length <= 15) {
            long plain = 0;
            int i = 0;
            while (i < length && cell.charAt(i) >= '0' && cell.charAt(i) <= '9') {
                plain = plain * 10 + (cell.charAt(i) - '0');
                i++;
            }
            if (i == length) {
                return plain >= most(scale) / scale ? UNREADABLE : new Amount(plain * scale, State.READ);
            }
        }
        return length > LONGEST ? UNREADABLE : written(cell, number, scale);
    }

    private static Amount written(String cell, boolean number, long scale) {
        String text = withoutAbout(cell.toLowerCase(Locale.ROOT).replace(" ", ""));
        long word = word(text);
        if (word >= 0) {
            return new Amount(word, State.READ);
        }
        if (text.startsWith("rp")) {
            text = text.substring(text.startsWith("rp.") ? 3 : 2);
        }
        if (text.endsWith(",-") || text.endsWith(".-")) {
            text = text.substring(0, text.length() - 2);
        }
        boolean negative = text.startsWith("-") || text.startsWith("(") && text.endsWith(")");
        text = text.replace("(", "").replace(")", "");
        if (text.startsWith("-")) {
            text = text.substring(1);
        }
        int letters = 0;
        while (letters < text.length() && !Character.isLetter(text.charAt(letters))) {
            letters++;
        }
        long times = times(text.substring(letters));
        String digits = text.substring(0, letters);
        if (times == 0 || digits.isEmpty()) {
            return UNREADABLE;
        }
        String normal = normal(digits, number || times > 1);
        try {
            BigDecimal value = new BigDecimal(normal).multiply(BigDecimal.valueOf(times == 1 ? scale : times));
            if (value.compareTo(BigDecimal.valueOf(times == 1 ? most(scale) : most(1))) >= 0) {
                return UNREADABLE;
            }
            return new Amount(
                    value.setScale(0, RoundingMode.HALF_UP).longValueExact() * (negative ? -1 : 1),
                    negative && value.signum() != 0 ? State.NEGATIVE : State.READ);
        } catch (NumberFormatException | ArithmeticException none) {
            return UNREADABLE;
        }
    }

    /** ± 5 juta is 5 juta, as well as anybody knows. */
    private static String withoutAbout(String text) {
        for (String about :
                new String[] {"±", "+/-", "+-", "kuranglebih", "krglebih", "sekitar", "kira-kira", "kurleb"}) {
            if (text.startsWith(about)) {
                return text.substring(about.length());
            }
        }
        return text;
    }

    /** A million millions is no amount of a small business: the cell was in rupiah already, whatever the heading says. */
    private static long most(long scale) {
        return scale == 1 ? MOST : MOST_SCALED;
    }

    private static int word(String text) {
        String plain = text.endsWith("orang") ? text.substring(0, text.length() - 5) : text;
        return switch (plain) {
            case "nol" -> 0;
            case "satu", "se" -> 1;
            case "dua" -> 2;
            case "tiga" -> 3;
            case "empat" -> 4;
            case "lima" -> 5;
            case "enam" -> 6;
            case "tujuh" -> 7;
            case "delapan" -> 8;
            case "sembilan" -> 9;
            case "sepuluh" -> 10;
            default -> -1;
        };
    }

    private static long times(String word) {
        return switch (word) {
            case "" -> 1;
            case "rb", "ribu" -> 1_000;
            case "jt", "juta", "jta" -> 1_000_000;
            case "m", "milyar", "miliar", "milliar" -> 1_000_000_000L;
            case "orang",
                    "org",
                    "rupiah",
                    "jiwa",
                    "karyawan",
                    "pekerja",
                    "laki",
                    "laki-laki",
                    "perempuan",
                    "tk",
                    "pegawai" -> 1;
            default -> 0;
        };
    }

    /** With a point before the decimals and nothing between thousands; what stands last before one or two digits is it. */
    private static String normal(String digits, boolean singlePointIsDecimal) {
        int point = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        int last = Math.max(point, comma);
        if (last < 0) {
            return digits;
        }
        boolean both = point >= 0 && comma >= 0;
        int after = digits.length() - last - 1;
        boolean once = digits.indexOf(digits.charAt(last)) == last;
        boolean decimal = both && once || once && after != 3 || once && singlePointIsDecimal;
        String whole = digits.substring(0, decimal ? last : digits.length())
                .replace(".", "")
                .replace(",", "");
        return decimal ? whole + "." + digits.substring(last + 1) : whole;
    }
}
