package id.lumbung.linkage.standard;

import java.text.Normalizer;

/** Plain capital letters of what was typed: no accents, no apostrophes, digits kept. */
public final class Letters {
    /** The folded form of each character below this; others are folded one by one. */
    private static final char[] FOLDED = new char[0x250];

    /** In {@link #FOLDED}: the character vanishes, what stands around it is one word (Ma'ruf). */
    private static final char VANISHES = 1;

    static {
        for (char c = 0; c < FOLDED.length; c++) {
            FOLDED[c] = foldedSlowly(c);
        }
    }

    private Letters() {}

    private static char foldedSlowly(char c) {
        if (c == '\'' || c == '`' || c == '´') {
            return VANISHES;
        }
        if (!Character.isLetterOrDigit(c)) {
            return 0;
        }
        char plain =
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).charAt(0);
        return Character.toUpperCase(plain);
    }

    /**
     * The plain capital or digit of a character, 0 when it separates words, 1 when it vanishes without separating (an
     * apostrophe, a combining accent).
     */
    static char folded(char c) {
        if (c < FOLDED.length) {
            return FOLDED[c];
        }
        if (c == '\u2018' || c == '\u2019' || c == '\u02BC' || c == '\u02BB' || (c >= '\u0300' && c <= '\u036F')) {
            return VANISHES;
        }
        return foldedSlowly(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The words of a text in plain capitals, one blank between them; empty when there are none. */
    public static String plain(String text) {
        char[] out = new char[text.length()];
        int length = 0;
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = folded(text.charAt(i));
            if (c == VANISHES) {
                continue;
            }
            if (c == 0) {
                gap = true;
                continue;
            }
            if (gap && length > 0) {
                out[length++] = ' ';
            }
            gap = false;
            out[length++] = c;
        }
        return new String(out, 0, length);
    }

    /** The text without its blanks: {@code SRI RAHAYU} and {@code SRIRAHAYU} are one. */
    public static String joined(String words) {
        return words.indexOf(' ') < 0 ? words : words.replace(" ", "");
    }

    /**
     * A word in which a scanner or a slip of the finger left digits among letters, with the letters they stand for:
     * KHOT1MAH, NU9ROHO. Words that are mostly digits stay, and numbers of two digits or more.
     */
    static String withoutScannedDigits(String word) {
        int digits = 0;
        boolean before = false;
        for (int i = 0; i < word.length(); i++) {
            boolean digit = isDigit(word.charAt(i));
            if (digit && before) {
                return word;
            }
            digits += digit ? 1 : 0;
            before = digit;
        }
        if (digits == 0 || 2 * digits > word.length() - digits) {
            return word;
        }
        char[] out = word.toCharArray();
        for (int i = 0; i < out.length; i++) {
            out[i] = isDigit(out[i]) ? "OIZEASGTBG".charAt(out[i] - '0') : out[i];
        }
        return new String(out);
    }
}
