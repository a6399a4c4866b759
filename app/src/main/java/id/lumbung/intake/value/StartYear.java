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
        LocalDate date = DateText.read(written, today);
        return date != null && date.getYear() >= FIRST && !date.isAfter(today) ? date.getYear() : NONE;
    }
}
