package id.lumbung.licensing.application.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts and dates the way people write them here. */
public final class Entry {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");

    private Entry() {}

    /** {@code 12.500.000}, {@code Rp 12.500.000,00} and {@code 12500000}; empty when it is no whole amount. */
    public static OptionalLong amount(String typed) {
        String digits = typed.replaceAll("(?i)rp\\.?", "")
                .replaceAll("[\\s.\\u00a0]", "")
                .replaceFirst(",(00?|-)$", "");
        return digits.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    /** {@code 1979-03-14}, {@code 14-3-1979}, {@code 14/03/1979}. */
    public static Optional<LocalDate> date(String typed) {
        Matcher iso = ISO.matcher(typed);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher written = WRITTEN.matcher(typed);
        return written.matches() ? date(written.group(3), written.group(2), written.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    public static String digits(String typed) {
        return typed.replaceAll("[\\s.\\-]", "");
    }
}
