package id.lumbung.intake.read;

/** Rows one after the other. Not for several threads. */
public interface Rows extends AutoCloseable {
    /** Fills the row with the next one; false at the end. Rows without any cell are left out. */
    boolean next(Row row);

    @Override
    void close();
}
