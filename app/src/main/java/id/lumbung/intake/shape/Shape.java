package id.lumbung.intake.shape;

import java.util.List;

/** What a sheet holds. */
public sealed interface Shape {
    /**
     * A list, one row for each business.
     *
     * @param headingLine line of the lowest row of headings; rows after it are the list's
     * @param headings of all columns, empty where there is none
     * @param sample the first rows
     */
    record Listed(long headingLine, List<String> headings, List<List<String>> sample) implements Shape {
        public Listed {
            headings = List.copyOf(headings);
            sample = List.copyOf(sample);
        }
    }

    /** Sums of businesses by place or sector: nothing in it is one business. */
    record Recap(Sign sign) implements Shape {}

    /** Neither; a person may still say what its columns mean. */
    record Unclear(long headingLine, List<String> headings, List<List<String>> sample) implements Shape {
        public Unclear {
            headings = List.copyOf(headings);
            sample = List.copyOf(sample);
        }
    }

    record Nothing() implements Shape {}

    /** By what a recap is known. */
    enum Sign {
        /** The title says so. */
        TITLE,
        /** The headings are names of places or years, the cells are numbers. */
        NUMBERS_BY_PLACE,
        /** Nearly all cells are numbers and no column holds a name. */
        NUMBERS
    }
}
