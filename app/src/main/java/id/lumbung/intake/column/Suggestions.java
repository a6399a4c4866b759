package id.lumbung.intake.column;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Suggests what columns mean; a person has the last word. */
public final class Suggestions {
    private Suggestions() {}

    /** Why something is suggested. */
    public enum Why {
        HEADING,
        CONTENT,
        RECIPE,
        NOTHING
    }

    public record Suggestion(MappedColumn column, Why why) {}

    /**
     * @param headings of all columns
     * @param sample the first rows below them
     */
    public static List<Suggestion> of(List<String> headings, List<List<String>> sample) {
        List<Suggestion> suggestions = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String heading : headings) {
            Optional<Field> known = HeadingWords.find(heading);
            int year = Headings.year(heading);
            suggestions.add(
                    known.isPresent() && take(known.get(), year, taken)
                            ? new Suggestion(
                                    new MappedColumn(
                                            heading,
                                            known.get(),
                                            known.get().isMeasured() ? year : MappedColumn.NO_YEAR),
                                    Why.HEADING)
                            : new Suggestion(new MappedColumn(heading, Field.KEPT), Why.NOTHING));
        }
        for (int i = 0; i < suggestions.size(); i++) {
            if (suggestions.get(i).why() == Why.NOTHING
                    && HeadingWords.find(headings.get(i)).isEmpty()) {
                Optional<Field> seen = ContentSigns.find(column(sample, i));
                if (seen.isPresent() && take(seen.get(), MappedColumn.NO_YEAR, taken)) {
                    suggestions.set(i, new Suggestion(new MappedColumn(headings.get(i), seen.get()), Why.CONTENT));
                }
            }
        }
        return suggestions;
    }

    /** Whether a heading alone is known; by this a row of headings is told from other rows. */
    public static Optional<Field> meaning(String heading) {
        return HeadingWords.find(heading);
    }

    private static boolean take(Field field, int year, Set<String> taken) {
        return field == Field.KEPT || taken.add(field.isMeasured() ? field + "/" + year : field.name());
    }

    private static List<String> column(List<List<String>> sample, int column) {
        return sample.stream()
                .map(row -> column < row.size() ? row.get(column) : "")
                .toList();
    }
}
