package id.lumbung.registry.text;

import id.lumbung.platform.Refused;
import id.lumbung.registry.RegistryProblem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an enterprise, {@code LB-0000123-0}. Once given it always resolves. The last digit checks the others
 * (H. Michael Damm, 2004): every single wrong digit and every swap of neighbours is noticed.
 */
public record EnterpriseNumber(long sequence) {
    private static final Pattern TYPED = Pattern.compile("(?:LB)?(\\d{7,12})(\\d)");
    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    public EnterpriseNumber {
        if (sequence < 1 || sequence > 999_999_999_999L) {
            throw new IllegalArgumentException("enterprise numbers begin at 1");
        }
    }

    /** The number in a text, with or without LB and dashes; empty when it is none or its check digit is wrong. */
    public static Optional<EnterpriseNumber> find(String typed) {
        Matcher matcher = TYPED.matcher(Typed.code(typed));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(1);
        if (Long.parseLong(digits) == 0 || check(digits) != matcher.group(2).charAt(0) - '0') {
            return Optional.empty();
        }
        return Optional.of(new EnterpriseNumber(Long.parseLong(digits)));
    }

    public static EnterpriseNumber parse(String typed) {
        return find(typed)
                .orElseThrow(() -> new Refused(
                        RegistryProblem.ENTERPRISE_NUMBER_UNREADABLE, "registry.enterprise-number.unreadable"));
    }

    private static int check(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = DAMM[interim][digits.charAt(i) - '0'];
        }
        return interim;
    }

    @Override
    public String toString() {
        String digits = "%07d".formatted(sequence);
        return "LB-" + digits + "-" + check(digits);
    }
}
