package id.lumbung.linkage.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As much of JSON as weights need: objects as maps in their order, arrays as lists, numbers as doubles. */
public final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Reads one value; throws an {@link IllegalArgumentException} that says where it stopped understanding. */
    public static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.blank();
        if (json.at < text.length()) throw json.wrong();
        return value;
    }

    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out, 0);
        return out.append('\n').toString();
    }

    private static void write(@Nullable Object value, StringBuilder out, int depth) {
        if (value instanceof Map<?, ?> map) {
            String between = depth < 2 ? ",\n" + " ".repeat(depth + 1) : ",";
            out.append(depth < 2 ? "{\n" + " ".repeat(depth + 1) : "{");
            boolean first = true;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!first) out.append(between);
                first = false;
                quoted(String.valueOf(entry.getKey()), out);
                out.append(depth < 2 ? ": " : ":");
                write(entry.getValue(), out, depth + 1);
            }
            out.append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                if (i > 0) out.append(depth < 2 ? ",\n" + " ".repeat(depth + 1) : ",");
                write(list.get(i), out, depth + 1);
            }
            out.append(']');
        } else if (value instanceof Number number) {
            double d = number.doubleValue();
            if (d == Math.rint(d) && Math.abs(d) < 1e15) out.append((long) d);
            else out.append(d);
        } else {
            quoted(String.valueOf(value), out);
        }
    }

    private static void quoted(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ') out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        out.append('"');
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("Not understood as JSON at sign " + at);
    }

    private void blank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    /** Whether the next sign is this one; then it is taken. */
    private boolean sign(char wanted) {
        blank();
        if (at >= text.length() || text.charAt(at) != wanted) return false;
        at++;
        return true;
    }

    private void must(char wanted) {
        if (!sign(wanted)) throw wrong();
    }

    private Object value() {
        if (sign('{')) return object();
        if (sign('[')) return array();
        if (sign('"')) return string();
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) at++;
        try {
            return Double.valueOf(text.substring(from, at));
        } catch (NumberFormatException none) {
            throw wrong();
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (sign('}')) return map;
        do {
            must('"');
            String key = string();
            must(':');
            map.put(key, value());
        } while (sign(','));
        must('}');
        return map;
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        if (sign(']')) return list;
        do list.add(value());
        while (sign(','));
        must(']');
        return list;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (at >= text.length()) throw wrong();
            char escaped = text.charAt(at++);
            switch (escaped) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'u' -> {
                    if (at + 4 > text.length()) throw wrong();
                    out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                }
                default -> out.append(escaped);
            }
        }
        must('"');
        return out.toString();
    }

    /** A member that is an object. */
    public static Map<String, Object> object(Object of) {
        Map<String, Object> typed = new LinkedHashMap<>();
        if (!(of instanceof Map<?, ?> map)) throw new IllegalArgumentException("An object is needed in the JSON");
        map.forEach((key, value) -> typed.put(String.valueOf(key), value));
        return typed;
    }

    /** A member of an object by its name. */
    public static Object member(Map<String, Object> of, String name) {
        Object value = of.get(name);
        if (value == null) throw new IllegalArgumentException("The JSON has no " + name);
        return value;
    }

    public static List<Object> list(Object of) {
        if (!(of instanceof List<?> list)) throw new IllegalArgumentException("A list is needed in the JSON");
        return new ArrayList<>(list);
    }

    public static double number(Object of) {
        if (!(of instanceof Double number)) throw new IllegalArgumentException("A number is needed in the JSON");
        return number;
    }

    public static double[] numbers(Object of) {
        return list(of).stream().mapToDouble(Json::number).toArray();
    }

    /** A member of texts and their numbers. */
    public static Map<String, Double> counts(Object of) {
        Map<String, Double> counts = new LinkedHashMap<>();
        object(of).forEach((key, value) -> counts.put(key, number(value)));
        return counts;
    }
}
