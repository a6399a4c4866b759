package id.lumbung.intake.value;

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
                || "tidak punya".equalsIgnoreCase(cell);
    }

    public static String orText(String cell) {
        return is(cell) ? "" : cell;
    }
}
