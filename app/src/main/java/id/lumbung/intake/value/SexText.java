package id.lumbung.intake.value;

import java.util.Locale;

/** MALE, FEMALE or nothing. */
public final class SexText {
    private SexText() {}

    public static String read(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "l", "lk", "laki-laki", "laki laki", "laki", "pria", "male", "1" -> "MALE";
            case "p", "pr", "perempuan", "wanita", "female", "2" -> "FEMALE";
            default -> "";
        };
    }
}
