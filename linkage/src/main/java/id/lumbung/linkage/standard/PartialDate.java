package id.lumbung.linkage.standard;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A date of which perhaps only parts are known; 0 stands for a part that is not.
 *
 * <p>The first of January and the last of December are what offices write when only the year is known; of such a date only
 * the year is believed.
 */
public record PartialDate(int year, int month, int day, Kind kind) {
    /** What is known. */
    public enum Kind {
        MISSING,
        YEAR,
        /** A first of January or last of December: the year alone. */
        DEFAULT,
        MONTH,
        DAY
    }

    public static final PartialDate MISSING = new PartialDate(0, 0, 0, Kind.MISSING);

    private static final int EARLIEST = 1890;
    private static final int LATEST = 2100;
    private static final int FIRST_SERIAL = 1;
    private static final int LAST_SERIAL = 73_050;
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final String[] MONTHS = {
        "JAN", "FEB", "MAR", "APR", "MEI", "JUN", "JUL", "AGU", "SEP", "OKT", "NOV", "DES", "PEB", "MAY", "AGS", "AUG",
        "OCT", "NOP", "DEC", "AGT", "MRT", "PEB"
    };
    private static final int[] MONTH_NUMBERS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 2, 5, 8, 8, 10, 11, 12, 8, 3, 2};

    /** A date of these parts, without those that cannot be (the 31st of April, a 13th month). */
    public static PartialDate of(int year, int month, int day) {
        if (year < EARLIEST || year > LATEST) {
            return MISSING;
        }
        if (month < 1 || month > 12) {
            return new PartialDate(year, 0, 0, Kind.YEAR);
        }
        if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            return new PartialDate(year, month, 0, Kind.MONTH);
        }
        boolean isDefault = month == 1 && day == 1 || month == 12 && day == 31;
        return isDefault ? new PartialDate(year, 0, 0, Kind.DEFAULT) : new PartialDate(year, month, day, Kind.DAY);
    }

    /**
     * Reads 21/09/1975, 1975-09-21, 21 Sep 75, 1975, 09/1975, 19750921 and the day numbers of spreadsheets (27658). A day
     * and a month that can only be turned round are. Two digits of a year are of the century that ends before
     * {@code yearOfList}.
     */
    public static PartialDate of(String typed, int yearOfList) {
        if (typed.isEmpty()) {
            return MISSING;
        }
        Reading reading = new Reading(typed);
        reading.read();
        return reading.date(yearOfList);
    }

    public boolean isMissing() {
        return kind == Kind.MISSING;
    }

    /** Year, month and day as one number, 19750921; unknown parts are 0. */
    public int packed() {
        return 10_000 * year + 100 * month + day;
    }

    /** The groups of digits and the month's name in one cell. */
    private static final class Reading {
        final String typed;
        final int[] value = new int[3];
        final int[] width = new int[3];
        int groups;
        /** Which group was a month's name; -1 when none. */
        int named = -1;

        Reading(String typed) {
            this.typed = typed;
        }

        void read() {
            int at = 0;
            while (at < typed.length() && groups < 3) {
                char c = typed.charAt(at);
                if (Letters.isDigit(c)) {
                    at = digits(at);
                } else if (Character.isLetter(c)) {
                    at = name(at);
                } else {
                    at++;
                }
            }
        }

        private int digits(int from) {
            int at = from;
            int number = 0;
            while (at < typed.length() && Letters.isDigit(typed.charAt(at)) && at - from < 9) {
                number = 10 * number + (typed.charAt(at) - '0');
                at++;
            }
            boolean pointZero =
                    groups == 1 && at == typed.length() && number == 0 && from > 0 && typed.charAt(from - 1) == '.';
            if (!pointZero) {
                value[groups] = number;
                width[groups++] = at - from;
            }
            return at;
        }

        private int name(int from) {
            int end = from;
            while (end < typed.length() && Character.isLetter(typed.charAt(end))) {
                end++;
            }
            if (end - from >= 3 && named < 0) {
                for (int i = 0; i < MONTHS.length; i++) {
                    if (typed.regionMatches(true, from, MONTHS[i], 0, 3)) {
                        value[groups] = MONTH_NUMBERS[i];
                        named = groups++;
                        return end;
                    }
                }
            }
            return end;
        }

        PartialDate date(int yearOfList) {
            return switch (groups) {
                case 1 -> one(yearOfList);
                case 2 ->
                    width[0] == 4 && width[1] <= 2
                            ? PartialDate.of(value[0], value[1], 0)
                            : width[1] == 4 ? PartialDate.of(value[1], value[0], 0) : MISSING;
                case 3 -> three(yearOfList);
                default -> MISSING;
            };
        }

        private PartialDate one(int yearOfList) {
            int n = value[0];
            return switch (width[0]) {
                case 4 -> PartialDate.of(n, 0, 0);
                case 5 -> serial(n);
                case 6 -> PartialDate.of(century(n % 100, yearOfList), n / 100 % 100, n / 10_000);
                case 8 ->
                    n / 10_000 >= EARLIEST && n / 10_000 <= LATEST
                            ? PartialDate.of(n / 10_000, n / 100 % 100, n % 100)
                            : PartialDate.of(n % 10_000, n / 10_000 % 100, n / 1_000_000);
                default -> MISSING;
            };
        }

        private static PartialDate serial(int days) {
            if (days < FIRST_SERIAL || days > LAST_SERIAL) {
                return MISSING;
            }
            LocalDate date = SERIAL_ZERO.plusDays(days);
            return PartialDate.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        }

        private PartialDate three(int yearOfList) {
            boolean yearFirst = width[0] == 4;
            int year = yearFirst ? value[0] : width[2] <= 2 ? century(value[2], yearOfList) : value[2];
            int month = named == 0 ? value[0] : value[1];
            int day = yearFirst ? value[2] : named == 0 ? value[1] : value[0];
            return month > 12 && day <= 12 ? PartialDate.of(year, day, month) : PartialDate.of(year, month, day);
        }

        private static int century(int year, int yearOfList) {
            int full = 100 * (yearOfList / 100) + year;
            return full > yearOfList ? full - 100 : full;
        }
    }
}
