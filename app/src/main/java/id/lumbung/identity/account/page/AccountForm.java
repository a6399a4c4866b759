package id.lumbung.identity.account.page;

/** The facts about a person, as typed. */
public record AccountForm(String signInName, String fullName, String title, String rank, String nip) {
    public AccountForm {
        signInName = text(signInName);
        fullName = text(fullName);
        title = text(title);
        rank = text(rank);
        nip = text(nip);
    }

    public static AccountForm empty() {
        return new AccountForm("", "", "", "", "");
    }

    private static String text(@org.jspecify.annotations.Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
