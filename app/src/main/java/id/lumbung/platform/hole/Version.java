package id.lumbung.platform.hole;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A version as Maven and npm order them: numbers by size, words before the release, an unknown word after it. */
record Version(String text) implements Comparable<Version> {
    private static final String RELEASE = "";

    /** The place of a word; the release itself has none, and an unknown word comes after it. */
    private static final Map<String, Integer> PLACES = Map.of(
            "alpha", 0, "a", 0, "beta", 1, "b", 1, "milestone", 2, "m", 2, "rc", 3, "cr", 3, "snapshot", 4, RELEASE, 5);

    private static final int UNKNOWN = 6;

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        String plain = text.toLowerCase(Locale.ROOT);
        int build = plain.indexOf('+');
        for (char c : (build < 0 ? plain : plain.substring(0, build)).toCharArray()) {
            boolean separator = c == '.' || c == '-' || c == '_';
            boolean turns = !part.isEmpty() && isDigit(c) != isDigit(part.charAt(0));
            if ((separator || turns) && !part.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
            }
            if (!separator) {
                part.append(c);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part.toString());
        }
        parts.removeIf(word -> word.equals("final") || word.equals("ga") || word.equals("release"));
        return parts;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public int compareTo(Version other) {
        List<String> ours = parts(text);
        List<String> theirs = parts(other.text);
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            int order = compare(i < ours.size() ? ours.get(i) : RELEASE, i < theirs.size() ? theirs.get(i) : RELEASE);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(String one, String other) {
        boolean number = isNumber(one);
        if (number || isNumber(other)) {
            boolean both = (number || one.isEmpty()) && (isNumber(other) || other.isEmpty());
            return both ? compareNumbers(one, other) : number ? 1 : -1;
        }
        int order = Integer.compare(place(one), place(other));
        return order != 0 || place(one) < UNKNOWN ? order : one.compareTo(other);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && isDigit(part.charAt(0));
    }

    private static int compareNumbers(String one, String other) {
        String left = one.replaceFirst("^0+", "");
        String right = other.replaceFirst("^0+", "");
        return left.length() != right.length() ? Integer.compare(left.length(), right.length()) : left.compareTo(right);
    }

    private static int place(String word) {
        return PLACES.getOrDefault(word, UNKNOWN);
    }
}
