package id.lumbung.platform.watch;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text what may belong to a person: long numbers (NIK, KK, NIB, NPWP, telephone), mail addresses, and
 * codes that open something.
 */
public final class Discreet {
    /** Nine digits or more, also when written in groups; dates, durations and ports are shorter. */
    private static final Pattern LONG_NUMBER =
            Pattern.compile("(?<![0-9a-fA-F-])\\+?\\d(?:[ .\\-]?\\d){8,}(?![0-9a-fA-F-])");

    private static final Pattern MAIL = Pattern.compile("(?<![\\w.+-])[\\w.+-]++@[\\w-]++\\.[\\w.-]+");
    /** What follows an address that is itself a key: one-time links, case codes, statements. */
    private static final Pattern KEY_IN_ADDRESS = Pattern.compile("/(atur|lacak|c|cek)/[^\\s\"'?]+");

    private static final Pattern QUERY = Pattern.compile("(?<=/[\\w./-]{0,80})\\?[^\\s\"']+");

    private Discreet() {}

    static String text(String plain) {
        String discreet = KEY_IN_ADDRESS.matcher(plain).replaceAll("/$1/…");
        discreet = QUERY.matcher(discreet).replaceAll("?…");
        discreet = MAIL.matcher(discreet).replaceAll("…@…");
        return LONG_NUMBER.matcher(discreet).replaceAll("…");
    }

    /**
     * What may be said of an exception besides its type. A message that Lumbung wrote names identifiers only; anybody
     * else's may repeat what was typed. Of the database's answers the state says which rule was broken.
     */
    static @Nullable String messageOf(Throwable problem) {
        if (problem instanceof SQLException sql) {
            return "SQLSTATE " + sql.getSQLState();
        }
        StackTraceElement[] frames = problem.getStackTrace();
        boolean ours = frames.length > 0 && frames[0].getClassName().startsWith("id.lumbung.");
        boolean plain = problem instanceof IllegalStateException || problem instanceof java.io.UncheckedIOException;
        String message = problem.getMessage();
        return ours && plain && message != null ? text(message) : null;
    }
}
