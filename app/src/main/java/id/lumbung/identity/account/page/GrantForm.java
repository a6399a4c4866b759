package id.lumbung.identity.account.page;

/** A role to be given, as typed. */
public record GrantForm(String role, String territory, String from, String to, String legalBasis) {
    public GrantForm {
        role = text(role);
        territory = text(territory);
        from = text(from);
        to = text(to);
        legalBasis = text(legalBasis);
    }

    public static GrantForm empty() {
        return new GrantForm("", "", "", "", "");
    }

    private static String text(@org.jspecify.annotations.Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
