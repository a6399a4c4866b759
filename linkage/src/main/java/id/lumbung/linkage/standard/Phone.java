package id.lumbung.linkage.standard;

import java.util.ArrayList;
import java.util.List;

/**
 * A telephone number in E.164, {@code +6281234500016}, and how far it can be believed.
 *
 * @param number with its plus; as it was typed otherwise when MALFORMED; empty when DAMAGED or MISSING
 */
public record Phone(String number, Quality quality) {
    /** From the best to the worst. */
    public enum Quality {
        /** An Indonesian mobile number as it should be. */
        MOBILE,
        /** A mobile number of the right length whose first zero a spreadsheet took. */
        REPAIRED,
        /** A fixed line with its area code (0341). */
        LANDLINE,
        /** Of another country. */
        FOREIGN,
        /** Too short, too long, or of no known beginning. */
        MALFORMED,
        /** Only the first digits survived (8.12E+10); those of the operator, which thousands share. */
        DAMAGED,
        MISSING
    }

    private static final Phone MISSING = new Phone("", Quality.MISSING);
    private static final String COUNTRY = "62";
    private static final int LONGEST = 20;

    /** The best number of a cell; the first of them when several are as good. */
    public static Phone of(String typed) {
        Phone best = MISSING;
        if (!typed.isEmpty()) {
            Reading reading = new Reading(typed);
            while (reading.next()) {
                Phone phone = reading.phone();
                best = phone.quality.compareTo(best.quality) < 0 ? phone : best;
            }
        }
        return best;
    }

    /** Every number of a cell, in their order: cells hold "0812… / 0341…". */
    public static List<Phone> all(String typed) {
        List<Phone> all = new ArrayList<>(2);
        Reading reading = new Reading(typed);
        while (reading.next()) {
            Phone phone = reading.phone();
            if (phone.quality != Quality.MISSING && !all.contains(phone)) {
                all.add(phone);
            }
        }
        return all;
    }

    /** Whether two records with this number can be said to have the same one. */
    public boolean isWhole() {
        return quality.compareTo(Quality.FOREIGN) <= 0;
    }

    /** Cuts a cell into numbers. */
    private static final class Reading {
        final String typed;
        final char[] digits = new char[LONGEST];
        int at;
        int length;
        boolean plus;
        boolean powerOfTen;

        Reading(String typed) {
            this.typed = typed;
        }

        /** Goes to the next run of digits that is one number; false at the end of the cell. */
        boolean next() {
            length = 0;
            plus = false;
            powerOfTen = false;
            while (at < typed.length()) {
                char c = typed.charAt(at);
                if (Letters.isDigit(c)) {
                    if (length < LONGEST) {
                        digits[length++] = c;
                    }
                } else if (length > 0 && (c == 'E' || c == 'e')) {
                    skipPower();
                    return true;
                } else if (length > 0 && ends(c)) {
                    return true;
                } else {
                    plus |= c == '+' && length == 0;
                }
                at++;
            }
            return length > 0;
        }

        private void skipPower() {
            powerOfTen = true;
            at++;
            while (at < typed.length() && ("+-".indexOf(typed.charAt(at)) >= 0 || Letters.isDigit(typed.charAt(at)))) {
                at++;
            }
        }

        /** Whether the number is over: at another plus or letter, at a mark between numbers, or when enough digits stand. */
        private boolean ends(char c) {
            if (c == '+' || c == ';' || c == '|' || c == '&' || c == '\n' || Character.isLetter(c)) {
                return true;
            }
            if (c == '.' && at + 2 == typed.length() && typed.charAt(at + 1) == '0') {
                // 81234567890.0
                at += 2;
                return true;
            }
            boolean enough = length >= 9;
            if (c == '/' || c == ',' || c == '\\') {
                return enough || c == '/' && length >= 6;
            }
            boolean begins = at + 1 < typed.length() && (typed.charAt(at + 1) == '0' || typed.charAt(at + 1) == '8');
            return enough && begins && (c == ' ' || c == '-') && length >= 10 && remaining() >= 9;
        }

        private int remaining() {
            int count = 0;
            for (int i = at; i < typed.length(); i++) {
                count += Letters.isDigit(typed.charAt(i)) ? 1 : 0;
            }
            return count;
        }

        Phone phone() {
            int start = 0;
            if (length > 2 && digits[0] == '0' && digits[1] == '0') {
                start = 2;
                plus = true;
            }
            boolean country = length - start > 9 && digits[start] == '6' && digits[start + 1] == '2';
            if (country) {
                start += 2;
            } else if (plus && digits[start] != '0' && digits[start] != '8') {
                return length - start < 7 ? MISSING : new Phone("+" + text(start), Quality.FOREIGN);
            }
            boolean zero = start < length && digits[start] == '0';
            if (zero) {
                start++;
            }
            return national(start, zero || country);
        }

        private Phone national(int start, boolean marked) {
            int n = length - start;
            if (n < 3 || !powerOfTen && (n < 6 || isFilledIn(start))) {
                return MISSING;
            }
            String number = "+" + COUNTRY + text(start);
            if (powerOfTen) {
                return new Phone("", Quality.DAMAGED);
            }
            char first = digits[start];
            if (first == '8') {
                Quality whole = marked ? Quality.MOBILE : Quality.REPAIRED;
                return new Phone(number, n >= 9 && n <= 12 ? whole : Quality.MALFORMED);
            }
            boolean area = first >= '2' && first <= '7' || first == '9';
            return new Phone(number, area && marked && n >= 8 && n <= 11 ? Quality.LANDLINE : Quality.MALFORMED);
        }

        /** 08000000000 and 081234567890 were typed since something had to be. */
        private boolean isFilledIn(int start) {
            boolean same = true;
            boolean rising = true;
            for (int i = start + 2; i < length; i++) {
                same &= digits[i] == digits[i - 1];
                rising &= digits[i] == digits[i - 1] + 1 || digits[i - 1] == '9' && digits[i] == '0';
            }
            return same || rising && length - start >= 7;
        }

        private String text(int start) {
            return new String(digits, start, length - start);
        }
    }
}
