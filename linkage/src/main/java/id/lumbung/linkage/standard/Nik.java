package id.lumbung.linkage.standard;

/**
 * A NIK, the number of a person, as far as a list gives it: sixteen digits of six for the region, six for the birth date
 * (40 added to the day for women) and four that count. A NIK is for life: it keeps the region where it was given and the
 * birth date it was given with, so what it tells is evidence and not truth.
 *
 * <p>Lists mask it (3507********0001), give its beginning or its last four digits, and spreadsheets damage it (3.5071E+15;
 * the digits after the fifteenth become 0). Which digits are known is kept beside them.
 *
 * @param digits four bits a digit, the first digit highest; 0 where not known
 * @param known four set bits for every known digit
 * @param raw the digits as typed when they cannot be placed (one is missing, or one too many); empty otherwise
 */
public record Nik(Quality quality, long digits, long known, String raw) {
    /** What is there of the number. */
    public enum Quality {
        /** All sixteen digits. */
        WHOLE,
        /** The end was lost in a spreadsheet; the zeros there are not digits. */
        ROUNDED,
        /** Digits in the middle or at an end are masked. */
        MASKED,
        /** Only the first digits, at least the region. */
        BEGINNING,
        /** Only the last four digits. */
        END,
        /** Digits are missing or too many, so none has a place. */
        DAMAGED,
        /** Nothing, or something filled in (0, -, 9999999999999999). */
        MISSING
    }

    private static final int LENGTH = 16;
    private static final int REGION = 6;
    private static final Nik MISSING = new Nik(Quality.MISSING, 0, 0, "");

    /** Reads what was typed as a NIK. */
    public static Nik of(String typed) {
        if (typed.isEmpty()) {
            return MISSING;
        }
        // the places of the number: digits, and '?' where masked
        char[] places = new char[2 * LENGTH];
        int length = 0;
        int masked = 0;
        for (int i = 0; i < typed.length() && length < places.length; i++) {
            char c = typed.charAt(i);
            if (Letters.isDigit(c)) {
                places[length++] = c;
            } else if (c == '*' || c == 'x' || c == 'X' || c == '?' || c == '#' || c == '_' || c == '•') {
                places[length++] = '?';
                masked++;
            } else if ((c == 'E' || c == 'e') && length > 0 && masked == 0) {
                return ofPower(places, length);
            }
        }
        if (length == masked || isFilledIn(places, length)) {
            return MISSING;
        }
        return masked > 0 ? ofMasked(places, length) : ofDigits(places, length);
    }

    private static Nik ofDigits(char[] places, int length) {
        if (length == LENGTH) {
            int zeros = 0;
            while (places[LENGTH - 1 - zeros] == '0') {
                zeros++;
            }
            return zeros < 4 ? at(places, length, 0, Quality.WHOLE) : at(places, LENGTH - zeros, 0, Quality.ROUNDED);
        }
        if (length == 4) {
            return at(places, length, LENGTH - 4, Quality.END);
        }
        boolean region = length >= REGION && places[0] >= '1' && places[0] <= '9';
        if (region && (length == REGION || length == 8 || length == 10 || length == 12)) {
            return at(places, length, 0, Quality.BEGINNING);
        }
        return length < 5 ? MISSING : new Nik(Quality.DAMAGED, 0, 0, new String(places, 0, length));
    }

    /** Masks keep the places when sixteen stand there; otherwise only the ends have a place. */
    private static Nik ofMasked(char[] places, int length) {
        if (length == LENGTH) {
            return at(places, length, 0, Quality.MASKED);
        }
        int first = 0;
        while (first < length && places[first] != '?') {
            first++;
        }
        int last = 0;
        while (last < length - first && places[length - 1 - last] != '?') {
            last++;
        }
        if (first > LENGTH || first + last > LENGTH || first + last == 0) {
            return new Nik(Quality.DAMAGED, 0, 0, new String(places, 0, length).replace("?", ""));
        }
        Nik beginning = at(places, first, 0, Quality.MASKED);
        Nik end = at(java.util.Arrays.copyOfRange(places, length - last, length), last, LENGTH - last, Quality.MASKED);
        return new Nik(Quality.MASKED, beginning.digits | end.digits, beginning.known | end.known, "");
    }

    /** 3.50704E+15: only the digits before the E survived, and the last of them was rounded. */
    private static Nik ofPower(char[] places, int length) {
        return length < 2 ? MISSING : at(places, Math.min(length, LENGTH) - 1, 0, Quality.ROUNDED);
    }

    private static Nik at(char[] places, int length, int first, Quality quality) {
        long digits = 0;
        long known = 0;
        for (int i = 0; i < length; i++) {
            if (places[i] != '?') {
                int shift = 4 * (LENGTH - 1 - first - i);
                digits |= (long) (places[i] - '0') << shift;
                known |= 0xFL << shift;
            }
        }
        return new Nik(quality, digits, known, "");
    }

    /** All digits alike, or rising from 1: typed since something had to be. */
    private static boolean isFilledIn(char[] places, int length) {
        boolean same = true;
        boolean rising = length >= 8;
        for (int i = 1; i < length; i++) {
            same &= places[i] == places[0];
            rising &= places[i] == places[i - 1] + 1 || places[i - 1] == '9' && (places[i] == '0' || places[i] == '1');
        }
        return same && (length != 4 || places[0] == '0') || rising;
    }

    /** Whether anything is known that could be compared digit by digit. */
    public boolean isMissing() {
        return known == 0;
    }

    /** How many of the sixteen digits are known. */
    public int knownDigits() {
        return Long.bitCount(known) / 4;
    }

    /** How many digits, known in both, are the same. */
    public static int agreeing(Nik one, Nik other) {
        return agreeing(one.digits, one.known, other.digits, other.known);
    }

    /** How many digits, known in both, differ. */
    public static int conflicting(Nik one, Nik other) {
        return conflicting(one.digits, one.known, other.digits, other.known);
    }

    /** The same on bare numbers, for the loop over pairs. */
    public static int agreeing(long digits, long known, long otherDigits, long otherKnown) {
        return Long.bitCount(known & otherKnown) / 4 - conflicting(digits, known, otherDigits, otherKnown);
    }

    /** The same on bare numbers, for the loop over pairs. */
    public static int conflicting(long digits, long known, long otherDigits, long otherKnown) {
        long differing = (digits ^ otherDigits) & known & otherKnown;
        // one bit for each digit in which any bit differs
        differing |= differing >>> 1;
        differing |= differing >>> 2;
        return Long.bitCount(differing & 0x1111111111111111L);
    }

    /** Whether two numbers agree but for a last digit that a spreadsheet may have made 0 (it keeps fifteen). */
    public static boolean agreesRounded(Nik one, Nik other) {
        long differing = (one.digits ^ other.digits) & one.known & other.known;
        return differing != 0 && (differing & ~0xFL) == 0 && ((one.digits & 0xF) == 0 || (other.digits & 0xF) == 0);
    }

    /** Digits from {@code first} (0 to 15) on as a number; -1 when one of them is not known. */
    private int number(int first, int count) {
        int shift = 4 * (LENGTH - first - count);
        long mask = (1L << (4 * count)) - 1;
        if ((known >>> shift & mask) != mask) {
            return -1;
        }
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = 10 * value + (int) (digits >>> (shift + 4 * i) & 0xF);
        }
        return value;
    }

    /** The six digits of the region where it was given; -1 when not known. */
    public int region() {
        return number(0, REGION);
    }

    /** The sex that the day tells; UNKNOWN when the day is not known or no day. */
    public Sex sex() {
        int day = number(REGION, 2);
        return day > 40 && day <= 71 ? Sex.FEMALE : day > 0 && day <= 31 ? Sex.MALE : Sex.UNKNOWN;
    }

    /**
     * The birth date it was given with. The century is the one that makes the person at least ten years old in the year of
     * the list.
     */
    public PartialDate birth(int yearOfList) {
        int day = number(REGION, 2);
        int month = number(REGION + 2, 2);
        int year = number(REGION + 4, 2);
        if (year < 0) {
            return PartialDate.MISSING;
        }
        int full = 100 * ((yearOfList - 10) / 100) + year;
        full = full > yearOfList - 10 ? full - 100 : full;
        return PartialDate.of(full, Math.max(month, 0), day > 40 ? day - 40 : Math.max(day, 0));
    }

    /** Whether all sixteen digits are there and can be one: a region, a day, a month, and a count from 0001. */
    public boolean isPlausible() {
        if (quality != Quality.WHOLE) {
            return false;
        }
        int month = number(REGION + 2, 2);
        int province = number(0, 2);
        return province >= 11
                && province <= 96
                && sex() != Sex.UNKNOWN
                && month >= 1
                && month <= 12
                && number(12, 4) > 0;
    }

    /** Never the number itself: it may stand in a log. */
    @Override
    public String toString() {
        return "Nik[" + quality + ", " + knownDigits() + " digits]";
    }
}
