package id.lumbung.intake.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates as people write them, the day first: 17-08-1975, 17/8/75, 17 Agustus 1975, 1975-08-17; or as a spreadsheet's number. */
public final class DateText {
    private static final LocalDate SPREADSHEET = LocalDate.of(1899, 12, 30);
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
            Map.entry("ags", 8),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("okt", 10),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("nop", 11),
            Map.entry("des", 12),
            Map.entry("dec", 12));

    private DateText() {}

    /** Null when it is no date; two digits of a year are read as the last such year before {@code today}. */
    public static @Nullable LocalDate read(String cell, LocalDate today) {
        String[] parts = new String[3];
        int count = 0;
        StringBuilder part = new StringBuilder(10);
        for (int i = 0; i <= cell.length(); i++) {
            char c = i < cell.length() ? cell.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                part.append(c);
            } else if (!part.isEmpty()) {
                if (count == 3) {
                    break; // a time follows
                }
                // a word before the day is the place of birth
                if (count > 0 || Character.isDigit(part.charAt(0))) {
                    parts[count++] = part.toString();
                }
                part.setLength(0);
            }
        }
        if (count == 1) {
            return serial(parts[0]);
        }
        return count == 3 ? of(parts, today) : null;
    }

    private static @Nullable LocalDate serial(String digits) {
        if (digits.length() == 8 && isNumber(digits)) {
            int year = Integer.parseInt(digits.substring(0, 4));
            return year >= 1900 && year <= 2100
                    ? date(year, digits.substring(4, 6), digits.substring(6))
                    : date(Integer.parseInt(digits.substring(4)), digits.substring(2, 4), digits.substring(0, 2));
        }
        if (digits.length() == 5 && isNumber(digits)) {
            return SPREADSHEET.plusDays(Integer.parseInt(digits));
        }
        return null;
    }

    private static @Nullable LocalDate of(String[] parts, LocalDate today) {
        if (parts[0].length() == 4 && isNumber(parts[0])) {
            String day = parts[2].length() > 2 && parts[2].indexOf('T') == 2 ? parts[2].substring(0, 2) : parts[2];
            return date(Integer.parseInt(parts[0]), parts[1], day);
        }
        if (!isNumber(parts[2]) || parts[2].length() != 4 && parts[2].length() != 2) {
            return null;
        }
        int year = Integer.parseInt(parts[2]);
        if (parts[2].length() == 2) {
            year += 1900;
            if (year + 100 <= today.getYear()) {
                year += 100;
            }
        }
        return date(year, parts[1], parts[0]);
    }

    private static @Nullable LocalDate date(int year, String month, String day) {
        if (!isNumber(day) || day.length() > 2) {
            return null;
        }
        Integer number = isNumber(month) && month.length() <= 2
                ? Integer.valueOf(month)
                : MONTHS.get(month.toLowerCase(Locale.ROOT).substring(0, Math.min(3, month.length())));
        try {
            // 12/31/1980: nobody has a thirty-first month
            if (number != null && number > 12 && number <= 31 && Integer.parseInt(day) <= 12) {
                return LocalDate.of(year, Integer.parseInt(day), number);
            }
            return number == null ? null : LocalDate.of(year, number, Integer.parseInt(day));
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** 00-00-0000 stands where a program had no date. */
    public static boolean isNone(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) != '0'
                    && cell.charAt(i) != '-'
                    && cell.charAt(i) != '/'
                    && cell.charAt(i) != ':'
                    && cell.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
