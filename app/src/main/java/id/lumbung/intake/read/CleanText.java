package id.lumbung.intake.read;

import id.lumbung.platform.Characters;

/** A cell without what nobody types: NUL and other controls, invisible signs, spaces around it, hard spaces. */
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
        return plain ? text.strip() : cleaned(text);
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
