package id.lumbung.licensing.application.upload;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks at a PDF before it is parsed. A parser unpacks the streams that hold objects and cross-references, wholly and in
 * memory, and ten kilobytes can become ten gigabytes. Pictures and pages are copied as they are and may have any size.
 */
final class PaperWeight {
    private static final int MOST_UNPACKED = 16 * 1024 * 1024;
    /** Work for the look itself; a scanned paper needs a few thousand steps. */
    private static final int MOST_STEPS = 64 * 1024 * 1024;

    private static final Set<String> HOLDS_OBJECTS = Set.of("ObjStm", "XRef", "First", "Extends");
    private static final Set<String> SHORT_FILTERS = Set.of("Fl", "LZW", "RL", "AHx", "A85", "CCF", "DCT");
    private static final byte[] OBJECT = "obj".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private final byte[] content;
    private int at;
    private int steps;
    private int left = MOST_UNPACKED;

    private PaperWeight(byte[] content) {
        this.content = content;
    }

    static boolean isTooMuch(byte[] content) {
        return new PaperWeight(content).look();
    }

    /** Every place where an object could begin is looked at, since a cross-reference may lead to any of them. */
    private boolean look() {
        for (int from = 0; from + OBJECT.length < content.length; from++) {
            if (!is(OBJECT, from)) {
                continue;
            }
            at = from + OBJECT.length;
            skipSpace();
            if (at + 1 >= content.length || content[at] != '<' || content[at + 1] != '<') {
                continue;
            }
            Set<String> names = new HashSet<>();
            int filters = dictionary(names);
            skipSpace();
            if (steps > MOST_STEPS) {
                return true;
            }
            boolean unpacked = names.stream().anyMatch(HOLDS_OBJECTS::contains);
            if (unpacked && is(STREAM, at) && (!isPlain(names, filters) || isLarge())) {
                return true;
            }
        }
        return false;
    }

    /** Programs write these streams deflated once or not at all; whoever packs them twice has something in mind. */
    private static boolean isPlain(Set<String> names, int filters) {
        return names.contains("Filter") ? filters == 1 && names.contains("FlateDecode") : filters == 0;
    }

    private boolean isLarge() {
        at += STREAM.length;
        at += at < content.length && content[at] == '\r' ? 1 : 0;
        at += at < content.length && content[at] == '\n' ? 1 : 0;
        Inflater inflater = new Inflater();
        byte[] part = new byte[64 * 1024];
        try {
            inflater.setInput(content, Math.min(at, content.length), Math.max(0, content.length - at));
            while (!inflater.finished()) {
                int length = inflater.inflate(part);
                left -= length;
                if (left < 0) {
                    return true;
                }
                if (length == 0) {
                    return false;
                }
            }
            return false;
        } catch (DataFormatException notDeflated) {
            return false;
        } finally {
            inflater.end();
        }
    }

    /** Reads over a dictionary and collects the names in it; returns how many of them are filters. */
    private int dictionary(Set<String> names) {
        int depth = 0;
        int filters = 0;
        while (at < content.length) {
            steps++;
            byte c = content[at];
            boolean twice = at + 1 < content.length && content[at + 1] == c;
            if (c == '<' && twice) {
                depth++;
                at += 2;
            } else if (c == '>' && twice) {
                depth--;
                at += 2;
                if (depth <= 0) {
                    return filters;
                }
            } else if (c == '(') {
                text();
            } else if (c == '%') {
                comment();
            } else if (c == '/') {
                String name = name();
                names.add(name);
                filters += name.endsWith("Decode") || name.length() <= 3 && SHORT_FILTERS.contains(name) ? 1 : 0;
            } else if (steps > MOST_STEPS) {
                return filters;
            } else {
                at++;
            }
        }
        return filters;
    }

    private void text() {
        int depth = 0;
        while (at < content.length && steps++ <= MOST_STEPS) {
            byte c = content[at++];
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return;
            }
        }
    }

    private void comment() {
        while (at < content.length && content[at] != '\n' && content[at] != '\r') {
            steps++;
            at++;
        }
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        at++;
        while (at < content.length && isOfName(content[at])) {
            steps++;
            char c = (char) (content[at] & 0xff);
            if (c == '#' && at + 2 < content.length && hex(content[at + 1]) >= 0 && hex(content[at + 2]) >= 0) {
                c = (char) (hex(content[at + 1]) * 16 + hex(content[at + 2]));
                at += 2;
            }
            if (name.length() < 40) {
                name.append(c);
            }
            at++;
        }
        return name.toString();
    }

    private static int hex(byte c) {
        return Character.digit(c, 16);
    }

    private static boolean isOfName(byte c) {
        return c != 0 && c > ' ' && "/<>()[]{}%".indexOf(c) < 0 || c < 0;
    }

    private void skipSpace() {
        while (at < content.length
                && (content[at] == 0 || content[at] > 0 && content[at] <= ' ' || content[at] == '%')) {
            steps++;
            if (content[at] == '%') {
                comment();
            } else {
                at++;
            }
        }
    }

    private boolean is(byte[] word, int from) {
        if (from < 0 || from + word.length > content.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (content[from + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
