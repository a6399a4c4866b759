package id.lumbung.licensing.licence.paper;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How things are written on official paper, always in Indonesian. The sheets of template version 1 depend on every
 * letter of this: what must be written differently gets a new template version.
 */
public final class Written {
    private static final Locale INDONESIAN = Locale.of("id");
    private static final String[] MONTHS = {
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember"
    };
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d '%s' uuuu");

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    private Written() {}

    public static String date(LocalDate date) {
        return DAY_AND_YEAR.format(date).replace("%s", MONTHS[date.getMonthValue() - 1]);
    }

    public static String shortDate(LocalDate date) {
        return SHORT.format(date);
    }

    public static String amount(long amount) {
        return NumberFormat.getIntegerInstance(INDONESIAN).format(amount);
    }

    public static String rupiah(@Nullable Long amount) {
        return amount == null ? "–" : "Rp" + amount(amount) + ",00";
    }

    /** Eighteen digits as {@code 19690412 199403 1 007}: birth, appointment, sex, serial. */
    public static @Nullable String nip(@Nullable String nip) {
        if (nip == null || nip.isBlank()) {
            return null;
        }
        String digits = nip.replaceAll("\\D", "");
        if (digits.length() != 18) {
            return nip;
        }
        return digits.substring(0, 8) + " " + digits.substring(8, 14) + " " + digits.charAt(14) + " "
                + digits.substring(15);
    }

    /** As people write it here: {@code +62812…} is {@code 0812…}. */
    public static String phone(@Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            return "–";
        }
        return phone.startsWith("+62") ? "0" + phone.substring(3) : phone;
    }

    public static String orDash(@Nullable String text) {
        return text == null || text.isBlank() ? "–" : text;
    }
}
