package id.lumbung.intake.read;

import id.lumbung.platform.Characters;

/**
 * A cell without what nobody types: NUL and other controls, invisible signs, spaces around it, hard spaces, and the
 * apostrophe by which a spreadsheet is told that a number or a sign is text.
 */
final class CleanText {
    private CleanText() {}

    static String of(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                plain = false;
                break;
            }
        }
        return withoutMark(plain ? text.strip() : cleaned(text));
    }

    private static String withoutMark(String text) {
        boolean marked = text.length() > 1
                && text.charAt(0) == '\''
                && (text.charAt(1) >= '0' && text.charAt(1) <= '9' || "=+-@|%".indexOf(text.charAt(1)) >= 0);
        return marked ? text.substring(1).strip() : text;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == 0xa0 || c == 0x202f || c == '\t') {
                clean.append(' ');
            } else if (Characters.isTyped(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().strip();
    }
}
