package id.lumbung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * No regular expression of the sources needs more than steps in proportion to the length of the text, whatever the text:
 * each is run on texts made of its own characters, and the characters it looks at are counted.
 */
class RegularExpressionsTest {
    private static final Pattern USE = Pattern.compile(
            "(Pattern\\s*\\.compile|\\.matches|\\.replaceAll|\\.replaceFirst|\\.split)\\(\\s*(\"(?:[^\"\\\\\\n]|\\\\.)*+\"(?:\\s*\\+\\s*\"(?:[^\"\\\\\\n]|\\\\.)*+\")*+)\\s*([,)+])");
    private static final int SHORT = 500;
    /** Twice as long a text may take twice as many steps; four times would be a square. */
    private static final double MOST_GROWTH = 3;

    /** Squares on texts whose length is bounded where they are used; the reason stands beside each. */
    private static final Map<String, String> BOUNDED = Map.of();

    /** A text that counts how often a character of it is looked at. */
    private static final class Counted implements CharSequence {
        private static final long GIVEN_UP = 40_000_000;
        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > GIVEN_UP) {
                throw new ArithmeticException("far too many steps");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Test
    void none_takes_more_steps_than_the_length_of_the_text_allows() {
        Map<String, String> expressions = expressions();
        List<String> slow = new ArrayList<>();

        expressions.forEach((expression, file) -> {
            Pattern pattern = Pattern.compile(expression);
            for (String part : parts(expression)) {
                for (String end : List.of("!", "\u0001", part.substring(0, 1), "")) {
                    long few = steps(pattern, part.repeat(SHORT / part.length()) + end);
                    long many = steps(pattern, part.repeat(2 * SHORT / part.length()) + end);
                    if (many > 40_000 && many > MOST_GROWTH * few) {
                        slow.add(file + ": " + expression + " on many " + part + ": " + few + ", " + many);
                        return;
                    }
                }
            }
        });

        assertThat(slow.stream().filter(found -> BOUNDED.keySet().stream().noneMatch(found::contains)))
                .isEmpty();
        assertThat(expressions).as("expressions found").hasSizeGreaterThan(70);
    }

    /** The test itself sees what it looks for. */
    @Test
    void a_slow_one_would_be_found() {
        for (String slow : List.of("(a+)+b", "\\s+$", "[\\w.]+@x")) {
            long few = steps(Pattern.compile(slow), "a".repeat(SHORT) + " ".repeat(SHORT) + "!");
            long many = steps(Pattern.compile(slow), "a".repeat(2 * SHORT) + " ".repeat(2 * SHORT) + "!");

            assertThat(many > MOST_GROWTH * few || many == Long.MAX_VALUE)
                    .as(slow)
                    .isTrue();
        }
    }

    /** Both ways of using it: on the whole text, and searching in it. */
    private static long steps(Pattern pattern, String text) {
        Counted counted = new Counted(text);
        try {
            pattern.matcher(counted).matches();
            Matcher searched = pattern.matcher(counted);
            while (searched.find()) {
                // all of them
            }
            return counted.looks;
        } catch (ArithmeticException | StackOverflowError farTooMany) {
            return Long.MAX_VALUE;
        }
    }

    /** What a text is repeated from: one and two of the characters that stand in the expression or match its classes. */
    private static List<String> parts(String expression) {
        Set<String> letters = new LinkedHashSet<>(List.of("a", "0", " ", ".", "-", "A", "\n", "é"));
        for (int i = 0; i < expression.length() && letters.size() < 14; i++) {
            char c = expression.charAt(i);
            if (c > ' ' && "\\()[]{}?*+|^$".indexOf(c) < 0) {
                letters.add(String.valueOf(c));
            }
        }
        List<String> parts = new ArrayList<>(letters);
        for (String first : letters) {
            for (String second : letters) {
                if (!first.equals(second)) {
                    parts.add(first + second);
                }
            }
        }
        return parts;
    }

    private static Map<String, String> expressions() {
        Map<String, String> found = new TreeMap<>();
        Sources.read("src/main/java", ".java").forEach((file, source) -> {
            Matcher use = USE.matcher(source);
            while (use.find()) {
                // with one argument it is what a Matcher puts in its place
                boolean replacement =
                        use.group(1).startsWith(".replace") && !use.group(3).equals(",");
                if (!replacement && !use.group(3).equals("+")) {
                    StringBuilder expression = new StringBuilder();
                    Sources.literalsOf(use.group(2)).forEach(literal -> expression.append(literal.translateEscapes()));
                    found.putIfAbsent(expression.toString(), file);
                }
            }
        });
        return found;
    }
}
