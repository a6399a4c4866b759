package id.lumbung.intake.value;

import java.time.LocalDate;

/** The year in which a business began, written as a year or within a date. */
public final class StartYear {
    public static final int NONE = 0;
    private static final int FIRST = 1900;

    private StartYear() {}

    public static int read(String written, LocalDate today) {
        String year = written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
        if (DateText.isNumber(year) && year.length() == 4) {
            int number = Integer.parseInt(year);
            return number >= FIRST && number <= today.getYear() ? number : NONE;
        }
        int said = oneYear(written);
        if (said != NONE) {
            return said <= today.getYear() ? said : NONE;
        }
        LocalDate date = DateText.read(written, today);
        return date != null && date.getYear() >= FIRST && !date.isAfter(today) ? date.getYear() : NONE;
    }

    /** Sejak 2015, Th. 1998: words around a year, and no other number. */
    private static int oneYear(String written) {
        int found = NONE;
        int digits = 0;
        for (int i = 0; i <= written.length(); i++) {
            if (i < written.length() && written.charAt(i) >= '0' && written.charAt(i) <= '9') {
                digits++;
            } else {
                if (digits > 0) {
                    int number = digits == 4 ? Integer.parseInt(written.substring(i - 4, i)) : NONE;
                    if (found != NONE || number < FIRST || number > 2100) {
                        return NONE;
                    }
                    found = number;
                }
                digits = 0;
            }
        }
        return found;
    }
}
