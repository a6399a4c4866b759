package id.lumbung.reference;

import org.jspecify.annotations.Nullable;

/** One line of a field with suggestions: what goes into the form, what is read, and a small note beside it. */
public record Suggestion(
        String value, String label, @Nullable String note) {}
