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
        List<Optional<Field>> known = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            known.add(seen(HeadingWords.find(headings.get(i)), column(sample, i)));
        }
        PlainNames.settle(headings, known, column -> column(sample, column));
        List<Suggestion> suggestions = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < headings.size(); i++) {
            Optional<Field> field = known.get(i);
            int year = Headings.year(headings.get(i));
            suggestions.add(
                    field.isPresent() && take(field.get(), year, taken)
                            ? new Suggestion(
                                    new MappedColumn(
                                            headings.get(i),
                                            field.get(),
                                            field.get().isMeasured() ? year : MappedColumn.NO_YEAR),
                                    Why.HEADING)
                            : new Suggestion(new MappedColumn(headings.get(i), Field.KEPT), Why.NOTHING));
        }
        for (int i = 0; i < suggestions.size(); i++) {
            if (suggestions.get(i).why() == Why.NOTHING && known.get(i).isEmpty()) {
                Optional<Field> sign = ContentSigns.find(column(sample, i));
                if (sign.isPresent() && take(sign.get(), MappedColumn.NO_YEAR, taken)) {
                    suggestions.set(i, new Suggestion(new MappedColumn(headings.get(i), sign.get()), Why.CONTENT));
                }
            }
        }
        return suggestions;
    }

    /** A heading over cells that plainly are something else is a heading over the wrong column. */
    private static Optional<Field> seen(Optional<Field> heading, List<String> cells) {
        if (heading.filter(ContentSigns::isTold).isPresent() && !ContentSigns.fits(heading.get(), cells)) {
            Optional<Field> sign = ContentSigns.find(cells);
            return sign.filter(ContentSigns::isTold).isPresent() ? sign : heading;
        }
        if (heading.filter(field -> field == Field.LEGAL_FORM).isPresent() && ContentSigns.isOperating(cells)) {
            return Optional.of(Field.OPERATING);
        }
        return heading;
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
