package id.lumbung.intake.value;

import id.lumbung.registry.Phone;
import org.jspecify.annotations.Nullable;

/** A telephone number in E.164; the first one when a cell holds several. */
public record PhoneText(String e164, State state) {
    private static final PhoneText MISSING = new PhoneText("", State.MISSING);
    private static final PhoneText UNREADABLE = new PhoneText("", State.UNREADABLE);
    private static final PhoneText DAMAGED = new PhoneText("", State.DAMAGED);

    /** What became of the cell. */
    public enum State {
        READ,
        MISSING,
        UNREADABLE,
        /** 6.28123E+12, or the largest number of an old program. */
        DAMAGED
    }

    public static PhoneText of(String cell) {
        if (Missing.isOfNumber(cell) || cell.equals("0")) {
            return MISSING;
        }
        if (Digits.isOverflow(cell) || Digits.isScientific(cell)) {
            return DAMAGED;
        }
        String quick = quick(cell);
        if (quick != null) {
            return new PhoneText(quick, State.READ);
        }
        for (String one : cell.split("[/,;&]|\\bdan\\b", 4)) {
            if (!one.isBlank() && Phone.problem("telepon", one).isEmpty()) {
                return new PhoneText(Phone.parse(one).e164(), State.READ);
            }
        }
        return UNREADABLE;
    }

    /** The usual spelling, 08 and digits, without a look at the others. */
    private static @Nullable String quick(String cell) {
        int length = cell.length();
        if (length < 10 || length > 13 || cell.charAt(0) != '0' || cell.charAt(1) != '8') {
            return null;
        }
        for (int i = 2; i < length; i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return null;
            }
        }
        return "+62" + cell.substring(1);
    }

    /** Never the number. */
    @Override
    public String toString() {
        return "PhoneText[" + state + "]";
    }
}
