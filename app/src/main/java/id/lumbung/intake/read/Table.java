package id.lumbung.intake.read;

import java.util.List;

/** A file as one or more sheets of rows; a text has one sheet without a name. */
public interface Table extends AutoCloseable {
    Format format();

    List<String> sheets();

    /** Whether the sheet is hidden from whoever opens the file. */
    default boolean isHidden(int sheet) {
        return false;
    }

    /** The rows of a sheet, from its beginning. Close it before the table. */
    Rows rows(int sheet);

    @Override
    void close();

    /** Finds out what the file is and opens it; refuses with a sentence when it is no table. */
    static Table open(Content content) {
        return Formats.open(content);
    }
}
