package id.lumbung.intake.column;

/**
 * What one column means.
 *
 * @param heading as it stands in the file, over two rows of headings joined by a space
 * @param year of what is measured; 0 when the list does not say
 */
public record MappedColumn(String heading, Field field, int year) {
    public static final int NO_YEAR = 0;

    public MappedColumn {
        if (year != NO_YEAR && (year < 1990 || year > 2100)) {
            throw new IllegalArgumentException("not a year of data: " + year);
        }
    }

    public MappedColumn(String heading, Field field) {
        this(heading, field, NO_YEAR);
    }
}
