package id.lumbung.platform.key;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;

/**
 * Codes that somebody takes home on paper: 60 random bits in Crockford's base 32, as {@code K7QM-2XWD-9HTA}. Only a keyed
 * fingerprint is kept, so neither the database nor its backup gives a code away.
 */
public abstract class PaperCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 12;

    private final Vault vault;
    private final String kind;

    /** @param kind of the fingerprints, which no other codes have */
    protected PaperCodes(Vault vault, String kind) {
        this.vault = vault;
        this.kind = kind;
    }

    public String make() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** How a code that was made here is kept. */
    public byte[] fingerprint(String code) {
        return vault.fingerprint(kind, plain(code));
    }

    /** What was typed, as it may be kept: under each key; none when it cannot be a code. */
    public List<byte[]> fingerprints(String typed) {
        String plain = plain(typed);
        boolean possible = plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return possible ? vault.fingerprints(kind, plain) : List.of();
    }

    /** O is read as 0, I and L as 1. */
    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-–.]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
