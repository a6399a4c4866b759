package id.lumbung.identity;

import id.lumbung.platform.FieldProblems;
import java.util.regex.Pattern;

/** What is looked at in the forms about people. */
public final class AccountChecks {
    private static final Pattern SIGN_IN_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");
    private static final Pattern NIP = Pattern.compile("\\d{18}");
    private static final int LONGEST = 120;

    private AccountChecks() {}

    public static void signInName(String name, FieldProblems problems) {
        if (!SIGN_IN_NAME.matcher(Accounts.normalised(name)).matches()) {
            problems.add("signInName", "identity.sign-in-name.form");
        }
    }

    public static void fullName(String name, FieldProblems problems) {
        if (name.isBlank() || name.length() > LONGEST) {
            problems.add("fullName", "identity.full-name.missing");
        }
    }

    /** Spaces in a NIP are how it is written by hand. */
    public static void nip(String nip, FieldProblems problems) {
        String digits = withoutSpaces(nip);
        if (!digits.isEmpty() && !NIP.matcher(digits).matches()) {
            problems.add("nip", "identity.nip.form", digits.length());
        }
    }

    public static String withoutSpaces(String text) {
        return text.replaceAll("\\s+", "");
    }
}
