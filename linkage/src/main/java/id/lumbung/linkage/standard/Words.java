package id.lumbung.linkage.standard;

import java.util.Arrays;

/** The words of one text with what stood between them. Made for one parse and thrown away. */
final class Words {
    private static final int LONGEST_TEXT = 32;

    String[] text = new String[8];
    /** The mark before the word that tells most: one of <code>( ) / , .</code> or a blank. */
    char[] before = new char[8];
    /** Whether nothing but a point stands between the word before and this one (S.Pd). */
    boolean[] glued = new boolean[8];
    /** Whether a point follows the word. */
    boolean[] dotted = new boolean[8];

    int size;

    private Words() {}

    /** Words are runs of letters and digits; with {@code apart}, digits and letters are words of their own (RT05). */
    static Words of(String raw, boolean apart) {
        Words words = new Words();
        char[] out = new char[raw.length()];
        int length = 0;
        char mark = ' ';
        int distance = 0;
        for (int i = 0; i < raw.length(); i++) {
            char typed = raw.charAt(i);
            char c = Letters.folded(typed);
            if (c == 1) {
                continue;
            }
            boolean ends = c == 0 || (apart && length > 0 && Letters.isDigit(out[length - 1]) != Letters.isDigit(c));
            if (ends && length > 0) {
                words.add(new String(out, 0, length), mark, distance == 1 && mark == '.');
                length = 0;
                distance = 0;
                mark = ' ';
            }
            if (c == 0) {
                distance++;
                mark = stronger(mark, typed);
                if (distance == 1 && typed == '.' && words.size > 0) {
                    words.dotted[words.size - 1] = true;
                }
            } else {
                out[length++] = c;
            }
        }
        if (length > 0) {
            words.add(new String(out, 0, length), mark, distance == 1 && mark == '.');
        }
        return words;
    }

    private static final String MARKS = " -.,)/(";

    private static char stronger(char mark, char typed) {
        char known = switch (typed) {
            case '.', ',', '/', '(', ')', '-' -> typed;
            case '\\', '|' -> '/';
            case '[', '{' -> '(';
            case ']', '}' -> ')';
            case ';' -> ',';
            default -> ' ';
        };
        return MARKS.indexOf(known) > MARKS.indexOf(mark) ? known : mark;
    }

    private void add(String word, char mark, boolean isGlued) {
        if (size == LONGEST_TEXT) {
            return;
        }
        if (size == text.length) {
            text = Arrays.copyOf(text, 4 * size);
            before = Arrays.copyOf(before, 4 * size);
            glued = Arrays.copyOf(glued, 4 * size);
            dotted = Arrays.copyOf(dotted, 4 * size);
        }
        text[size] = word;
        before[size] = mark;
        glued[size] = isGlued;
        size++;
    }

    /** How many words from {@code at} on hang together by points alone; at least 1. */
    int gluedFrom(int at) {
        int end = at + 1;
        while (end < size && glued[end]) {
            end++;
        }
        return end - at;
    }

    /** All words with one blank between them. */
    String plain() {
        return size == 1 ? text[0] : String.join(" ", Arrays.asList(text).subList(0, size));
    }

    /** The words from {@code at} on, {@code count} of them, without anything between. */
    String together(int at, int count) {
        if (count == 1) {
            return text[at];
        }
        StringBuilder out = new StringBuilder();
        for (int i = at; i < at + count; i++) {
            out.append(text[i]);
        }
        return out.toString();
    }
}
