package id.lumbung.platform.page;

import org.jspecify.annotations.Nullable;

/**
 * One line of a select, a radio group or a checkbox list, in the language of the reader.
 *
 * @param note a short explanation under the label
 */
public record Choice(String value, String label, @Nullable String note) {
    public Choice(String value, String label) {
        this(value, label, null);
    }
}
