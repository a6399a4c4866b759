package id.lumbung.registry;

import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.Refused;
import id.lumbung.registry.text.Typed;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Nomor Kartu Keluarga (KK): sixteen digits. */
public record FamilyCardNumber(String value) {
    private static final Pattern FORM = Pattern.compile("\\d{16}");

    public FamilyCardNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a family card number has 16 digits");
        }
    }

    public static FamilyCardNumber parse(String typed) {
        problem("kk", typed).ifPresent(problem -> {
            throw new Refused(
                    RegistryProblem.FAMILY_CARD_NUMBER_UNREADABLE,
                    problem.messageKey(),
                    problem.arguments().toArray());
        });
        return new FamilyCardNumber(Typed.digitsOf(typed));
    }

    /** Why the text cannot be a family card number; empty when it can. */
    public static Optional<FieldProblem> problem(String field, String typed) {
        String digits = Typed.digitsOf(typed);
        if (!Typed.isDigits(digits)) {
            return Optional.of(new FieldProblem(field, "registry.kk.not-digits", List.of()));
        }
        return digits.length() == 16
                ? Optional.empty()
                : Optional.of(new FieldProblem(field, "registry.kk.length", List.of(digits.length())));
    }

    public String masked() {
        return Typed.masked(value);
    }

    @Override
    public String toString() {
        return masked();
    }
}
