package id.lumbung.platform;

import org.jspecify.annotations.Nullable;

/** Names the hint, the problem and the warning of a field for {@code aria-describedby}. */
public final class Described {
    private Described() {}

    public static @Nullable String by(
            String field, @Nullable String hint, @Nullable FieldProblem problem, @Nullable String warning) {
        StringBuilder ids = new StringBuilder();
        append(ids, hint, field + "-hint");
        append(ids, problem, field + "-error");
        append(ids, warning, field + "-warn");
        return ids.isEmpty() ? null : ids.toString();
    }

    private static void append(StringBuilder ids, @Nullable Object described, String id) {
        if (described != null) {
            ids.append(ids.isEmpty() ? "" : " ").append(id);
        }
    }
}
