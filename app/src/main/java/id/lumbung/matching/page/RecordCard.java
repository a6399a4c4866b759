package id.lumbung.matching.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record beside another.
 *
 * @param title where it stands: the number of an enterprise, or file and line
 * @param href its page, or null
 */
public record RecordCard(
        String title, String kind, @Nullable String href) {

    /** A piece of a text; what the other side lacks is marked. */
    public record Piece(String text, boolean marked) {}

    /**
     * One fact, side by side.
     *
     * @param relation same, alike, differs or one-sided; key of a word
     */
    public record Line(String label, List<Piece> left, List<Piece> right, String relation, String tone) {
        public Line {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }
}
