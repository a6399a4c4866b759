package id.lumbung.intake.column;

import id.lumbung.intake.IntakeProblem;
import id.lumbung.platform.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What the columns of a list mean, from the first on. */
public record Mapping(List<MappedColumn> columns) {
    public Mapping {
        columns = List.copyOf(columns);
    }

    /** The column of what stands once. */
    public OptionalInt column(Field field) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).field() == field) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    public boolean has(Field field) {
        return column(field).isPresent();
    }

    /** How many columns are the list's own: those that Lumbung added at the end are not. */
    public int width() {
        int width = columns.size();
        while (width > 0 && Headings.isAdded(columns.get(width - 1).heading())) {
            width--;
        }
        return width;
    }

    /** For a list with these headings: a column that is new here is kept as it is, one that is missing falls away. */
    public Mapping fittedTo(List<String> headings) {
        List<MappedColumn> fitted = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            fitted.add(
                    i < columns.size() && !Headings.isAdded(headings.get(i))
                            ? columns.get(i)
                            : new MappedColumn(headings.get(i), Field.KEPT));
        }
        return new Mapping(fitted);
    }

    /** Refuses what no list can be read by: no name at all, or a meaning given twice. */
    public Mapping checked() {
        if (!has(Field.OWNER_NAME) && !has(Field.BUSINESS_NAME)) {
            throw new Refused(IntakeProblem.COLUMNS_INCOMPLETE, "intake.columns.no-name");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            MappedColumn column = columns.get(i);
            String meaning = column.field().isMeasured()
                    ? column.field() + "/" + column.year()
                    : column.field().name();
            if (column.field() != Field.KEPT && !seen.add(meaning)) {
                throw new Refused(IntakeProblem.COLUMNS_INCOMPLETE, "intake.columns.twice", i + 1);
            }
        }
        return this;
    }
}
