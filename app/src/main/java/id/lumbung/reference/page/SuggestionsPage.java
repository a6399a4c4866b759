package id.lumbung.reference.page;

import java.util.List;

/** Suggestions as a plain list, for those who have no script. */
public record SuggestionsPage(String words, List<Line> lines) {

    public record Line(String value, String label, String note) {}

    public SuggestionsPage {
        lines = List.copyOf(lines);
    }
}
