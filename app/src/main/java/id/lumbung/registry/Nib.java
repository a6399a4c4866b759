package id.lumbung.registry;

import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.Refused;
import id.lumbung.registry.text.Typed;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Nomor Induk Berusaha, given by OSS: thirteen digits. It identifies the person or entity, so several enterprises may
 * stand under one. Some begin with a date and older ones do not: nothing is read out of it.
 */
public record Nib(String value) {
    private static final Pattern FORM = Pattern.compile("\\d{13}");

    public Nib {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a NIB has 13 digits");
        }
    }

    /** What became of a typed text. */
    public sealed interface Reading {
        record Read(Nib nib) implements Reading {}

        /** Twelve digits: a spreadsheet has probably dropped the leading zero; a person confirms. */
        record Suggested(Nib nib) implements Reading {}

        record Unreadable(String messageKey, int digits) implements Reading {}
    }

    public static Reading read(String typed) {
        String digits = Typed.digitsOf(typed);
        if (!Typed.isDigits(digits)) {
            return new Reading.Unreadable("registry.nib.not-digits", 0);
        }
        return switch (digits.length()) {
            case 13 -> new Reading.Read(new Nib(digits));
            case 12 -> new Reading.Suggested(new Nib("0" + digits));
            default -> new Reading.Unreadable("registry.nib.length", digits.length());
        };
    }

    public static Nib parse(String typed) {
        if (read(typed) instanceof Reading.Read read) {
            return read.nib();
        }
        FieldProblem problem = problem("nib", typed).orElseThrow();
        throw new Refused(
                RegistryProblem.NIB_UNREADABLE,
                problem.messageKey(),
                problem.arguments().toArray());
    }

    /** The sentence beside the field; for twelve digits it names the number that was probably meant. */
    public static Optional<FieldProblem> problem(String field, String typed) {
        return switch (read(typed)) {
            case Reading.Read read -> Optional.empty();
            case Reading.Suggested suggested ->
                Optional.of(new FieldProblem(
                        field,
                        "registry.nib.suggestion",
                        List.of(suggested.nib().value())));
            case Reading.Unreadable unreadable ->
                Optional.of(new FieldProblem(field, unreadable.messageKey(), List.of(unreadable.digits())));
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
