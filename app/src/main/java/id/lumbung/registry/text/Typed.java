package id.lumbung.registry.text;

import java.util.Locale;

/** What people and spreadsheets put around a number: spaces, dots, dashes, a leading apostrophe. */
public final class Typed {
    private Typed() {}

    public static String digitsOf(String typed) {
        return typed.strip().replaceFirst("^['’`]", "").replaceAll("[\\s.\\-–/()]", "");
    }

    public static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    public static String code(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-–]", "");
    }

    /** All but the last four as asterisks. */
    public static String masked(String digits) {
        return "*".repeat(Math.max(0, digits.length() - 4)) + digits.substring(Math.max(0, digits.length() - 4));
    }
}
