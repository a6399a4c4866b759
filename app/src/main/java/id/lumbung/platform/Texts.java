package id.lumbung.platform;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Sentences, dates and amounts in the language of one reader. */
public final class Texts {
    public static final Locale INDONESIAN = Locale.of("id");
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final MessageSource messages;
    private final Locale locale;

    public Texts(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale.getLanguage().equals("en") ? Locale.ENGLISH : INDONESIAN;
    }

    /** The sentence with this key; a key that does not exist is a bug and fails. */
    public String t(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    public String t(FieldProblem problem) {
        return t(problem.messageKey(), problem.arguments().toArray());
    }

    public String t(Refused refused) {
        return t(refused.messageKey(), refused.arguments().toArray());
    }

    /** {@code id} or {@code en}. */
    public String lang() {
        return locale.getLanguage();
    }

    /** As {@code 24 November 2026}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(date);
    }

    /** As {@code 24 November 2026 10.41 WIB}. */
    public String dateTime(Instant instant) {
        String pattern = lang().equals("id") ? "d MMMM uuuu HH.mm 'WIB'" : "d MMMM uuuu HH:mm 'WIB'";
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(ZONE));
    }

    /** As {@code 10.41}. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern(lang().equals("id") ? "HH.mm" : "HH:mm", locale)
                .format(instant.atZone(ZONE));
    }

    /** As {@code Rp300.000.000}. */
    public String rupiah(long amount) {
        return (amount < 0 ? "−Rp" : "Rp")
                + NumberFormat.getIntegerInstance(INDONESIAN).format(Math.abs(amount));
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }
}
