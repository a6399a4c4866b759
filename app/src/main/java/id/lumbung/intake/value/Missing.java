package id.lumbung.intake.value;

import java.util.Locale;

/** What people write where they have nothing to write. It means missing, never zero. */
public final class Missing {
    private Missing() {}

    public static boolean is(String cell) {
        int length = cell.length();
        if (length == 0) {
            return true;
        }
        if (length > 14 || "-._–*/? nkbt".indexOf(Character.toLowerCase(cell.charAt(0))) < 0) {
            return false;
        }
        boolean signs = true;
        for (int i = 0; i < length && signs; i++) {
            char c = cell.charAt(i);
            signs = c == '-' || c == '.' || c == '_' || c == '–' || c == '*' || c == '/' || c == ' ' || c == '?';
        }
        return signs
                || "null".equalsIgnoreCase(cell)
                || "n/a".equalsIgnoreCase(cell)
                || "nihil".equalsIgnoreCase(cell)
                || "kosong".equalsIgnoreCase(cell)
                || "tidak ada".equalsIgnoreCase(cell)
                || "tdk ada".equalsIgnoreCase(cell)
                || "belum ada".equalsIgnoreCase(cell)
                || "tidak punya".equalsIgnoreCase(cell)
                || "tdk punya".equalsIgnoreCase(cell)
                || "belum punya".equalsIgnoreCase(cell)
                || "tidak tahu".equalsIgnoreCase(cell)
                || "tdk tahu".equalsIgnoreCase(cell)
                || "tidak tentu".equalsIgnoreCase(cell)
                || "tidak menentu".equalsIgnoreCase(cell);
    }

    /** Where a number is asked for, whether there is one is no number either: a tick, Ada, Belum, Proses. */
    public static boolean isOfNumber(String cell) {
        return is(cell)
                || cell.length() <= 14
                        && switch (cell.toLowerCase(Locale.ROOT)) {
                            case "v",
                                    "x",
                                    "√",
                                    "✓",
                                    "✔",
                                    "ada",
                                    "sudah",
                                    "punya",
                                    "sudah punya",
                                    "sudah ada",
                                    "ya",
                                    "tidak",
                                    "tdk",
                                    "belum",
                                    "blm",
                                    "belum memiliki",
                                    "proses",
                                    "dalam proses",
                                    "ada nib",
                                    "rp",
                                    "rp.",
                                    "rp -",
                                    "rp-",
                                    "rp. -",
                                    "tidak ada nik" -> true;
                            default -> false;
                        };
    }

    public static String orText(String cell) {
        return is(cell) ? "" : cell;
    }
}
