package id.lumbung.identity;

import id.lumbung.platform.Texts;
import java.util.Set;

/** What a reading was of and for, in words. A code that nobody knows is shown as it is. */
public final class ReadingWords {
    private static final Set<String> WHATS = Set.of(
            "page",
            "form",
            "nik",
            "kk",
            "phone",
            "identity",
            "contact",
            "npwp",
            "audit",
            "document",
            "export",
            "my-data",
            "consent",
            "contact-list",
            "kecamatan-of-businesses");
    private static final Set<String> PURPOSES = Set.of(
            "opened",
            "review",
            "entering",
            "comparing",
            "licence",
            "find-known",
            "supervision",
            "data-request",
            "consent",
            "consented",
            "register");

    private ReadingWords() {}

    /** As {@code document:KTP}: the kind in words, the rest as it is. */
    public static String what(String code, Texts texts) {
        int colon = code.indexOf(':');
        String kind = colon < 0 ? code : code.substring(0, colon);
        String rest = colon < 0 ? "" : " " + code.substring(colon + 1);
        return WHATS.contains(kind) ? texts.t("identity.reading.what." + kind) + rest : code;
    }

    public static String purpose(String code, Texts texts) {
        int colon = code.indexOf(':');
        String kind = colon < 0 ? code : code.substring(0, colon);
        String rest = colon < 0 ? "" : " " + code.substring(colon + 1);
        return PURPOSES.contains(kind) ? texts.t("identity.reading.purpose." + kind) + rest : code;
    }
}
