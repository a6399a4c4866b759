package id.lumbung.registry;

import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.Refused;
import id.lumbung.registry.text.Typed;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number in E.164. Indonesian mobile numbers are 08 and eight to eleven digits, landlines an area code such
 * as 0341 and five to eight digits. One number may serve several owners.
 */
public record Phone(String e164) {
    private static final Pattern FORM = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final Pattern MOBILE = Pattern.compile("8\\d{8,11}");
    private static final Pattern FIXED = Pattern.compile("(2[1-9]|[2-79]\\d\\d)\\d{5,8}");

    public Phone {
        if (!FORM.matcher(e164).matches()) {
            throw new IllegalArgumentException("not a telephone number in E.164");
        }
    }

    /** What was typed as 08…, 62…, +62…, 0341…, or 8… where a spreadsheet took the zero. */
    public static Phone parse(String typed) {
        String number = read(typed);
        if (number == null) {
            throw new Refused(RegistryProblem.PHONE_UNREADABLE, "registry.phone.unreadable");
        }
        return new Phone(number);
    }

    public static Optional<FieldProblem> problem(String field, String typed) {
        return read(typed) == null
                ? Optional.of(new FieldProblem(field, "registry.phone.unreadable", List.of()))
                : Optional.empty();
    }

    private static @Nullable String read(String typed) {
        String number = Typed.digitsOf(typed);
        if (number.startsWith("+") && !number.startsWith("+62")) {
            return FORM.matcher(number).matches() ? number : null;
        }
        String rest;
        if (number.startsWith("+62")) {
            rest = number.substring(3);
        } else if (number.startsWith("62")) {
            rest = number.substring(2);
        } else if (number.startsWith("0")) {
            rest = number.substring(1);
        } else {
            rest = MOBILE.matcher(number).matches() ? number : "";
        }
        if (rest.startsWith("0")) {
            rest = rest.substring(1);
        }
        boolean readable = MOBILE.matcher(rest).matches() || FIXED.matcher(rest).matches();
        return readable ? "+62" + rest : null;
    }

    public boolean isMobile() {
        return e164.startsWith("+628");
    }

    /** As people write it here: {@code 081234567890}; a foreign number stays as it is. */
    public String national() {
        return e164.startsWith("+62") ? "0" + e164.substring(3) : e164;
    }

    public String masked() {
        return Typed.masked(national());
    }

    @Override
    public String toString() {
        return masked();
    }
}
