package id.lumbung.platform.document;

import java.util.List;
import java.util.function.Consumer;

/** Where sealed documents lie. A document is there for good when {@link #write} has returned; half of one never is. */
interface DocumentPlace {
    /** Whether it is there for good. */
    boolean has(String id);

    /** Writes the whole document, in the place of an earlier one of this name. */
    void write(String id, byte[] sealed);

    byte[] read(String id);

    /** The document is gone for good when this has returned; of none there is nothing to do. */
    void remove(String id);

    /** Returns when a document could be written now; otherwise throws. */
    void probe();

    /** Names at most so many documents, in their order, beginning after {@code after}. */
    List<String> after(String after, int most);

    /** Names every document, in their order, beginning after {@code after}. */
    default void each(String after, Consumer<String> name) {
        List<String> some = after(after, 500);
        while (!some.isEmpty()) {
            some.forEach(name);
            some = after(some.getLast(), 500);
        }
    }
}
