package id.lumbung.reference;

import id.lumbung.platform.FieldProblems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads single fields of a form; what cannot be read becomes a sentence beside the field, and null. */
public final class Typed {

    private Typed() {}

    public static @Nullable LocalDate date(String field, String text, FieldProblems problems) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException notADate) {
            problems.add(field, "reference.form.date");
            return null;
        }
    }

    /** A whole number above zero; dots between the thousands are fine. */
    public static long number(String field, String text, FieldProblems problems) {
        String digits = text.replaceAll("[.\\s]", "");
        if (!digits.matches("\\d{1,18}") || Long.parseLong(digits) == 0) {
            problems.add(field, "reference.form.number");
            return 0;
        }
        return Long.parseLong(digits);
    }

    public static String text(String field, String text, int longest, FieldProblems problems) {
        if (text.isBlank()) {
            problems.add(field, "reference.form.empty");
        } else if (text.length() > longest) {
            problems.add(field, "reference.form.long", longest);
        }
        return text.strip();
    }

    public static <E extends Enum<E>> @Nullable E choice(
            String field, String text, E[] values, FieldProblems problems) {
        E chosen = Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            problems.add(field, "reference.form.choose");
        }
        return chosen;
    }
}
