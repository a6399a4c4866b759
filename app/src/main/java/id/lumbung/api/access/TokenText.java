package id.lumbung.api.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * How a token is written: {@code lmb_}, by which secret scanners find one that leaked, 43 random letters and digits (256
 * bits), and eight hexadecimal digits of a checksum, so that what only looks like a token never asks the database.
 */
final class TokenText {
    static final String PREFIX = "lmb_";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int SECRET = 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenText() {}

    static String make() {
        StringBuilder text = new StringBuilder(PREFIX);
        for (int i = 0; i < SECRET; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text + checksum(text.toString());
    }

    static boolean isWellFormed(String text) {
        int end = PREFIX.length() + SECRET;
        return text.length() == end + 8
                && text.startsWith(PREFIX)
                && text.chars().skip(PREFIX.length()).limit(SECRET).allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && checksum(text.substring(0, end)).equals(text.substring(end));
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
