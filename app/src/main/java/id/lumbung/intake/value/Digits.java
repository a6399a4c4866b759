package id.lumbung.intake.value;

/**
 * A number that is a name (NIK, NIB, card number): its digits, and what a spreadsheet has done to them.
 *
 * @param value the digits when nothing is wrong, otherwise empty
 */
public record Digits(String value, Damage damage) {
    private static final Digits MISSING = new Digits("", Damage.NONE);
    private static final String OVERFLOW = "2147483647";
    private static final int NIK = 16;

    /** What is wrong with it. */
    public enum Damage {
        NONE,
        /** 3.5071E+15: the last digits are gone. */
        SCIENTIFIC,
        /** The largest number that an old program could hold stands in its place. */
        OVERFLOW,
        /** Held as a number of fifteen digits and a zero: the last digit is gone. */
        ROUNDED,
        /** Too few or too many digits. */
        LENGTH,
        /** Letters or signs in it. */
        LETTERS
    }

    public boolean isThere() {
        return !value.isEmpty();
    }

    /** @param number whether a spreadsheet held the cell as a number */
    public static Digits of(String cell, boolean number, int length) {
        if (Missing.isOfNumber(cell) || cell.equals("0")) {
            return MISSING;
        }
        if (isScientific(cell)) {
            return new Digits("", Damage.SCIENTIFIC);
        }
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c != ' ' && c != '.' && c != '-' && c != '\'' && c != '’' && c != '`') {
                return new Digits("", Damage.LETTERS);
            }
        }
        String value = digits.toString();
        if (value.equals(OVERFLOW)) {
            return new Digits("", Damage.OVERFLOW);
        }
        if (value.length() != length) {
            return new Digits("", Damage.LENGTH);
        }
        if (length == NIK && (number && value.endsWith("0") || value.endsWith("000"))) {
            return new Digits("", Damage.ROUNDED);
        }
        return new Digits(value, Damage.NONE);
    }

    /** Digits, perhaps a point, an exponent: as spreadsheets show a number that is too wide for its column. */
    static boolean isScientific(String cell) {
        int e = Math.max(cell.indexOf('E'), cell.indexOf('e'));
        if (e < 1 || e > cell.length() - 2) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean fits =
                    i == e || c >= '0' && c <= '9' || c == '.' || c == ',' || i == e + 1 && (c == '+' || c == '-');
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    public static boolean isOverflow(String cell) {
        return cell.equals(OVERFLOW);
    }

    /** Never the digits. */
    @Override
    public String toString() {
        return "Digits[" + damage + "]";
    }
}
