package id.lumbung.reference;

import java.util.List;

/** What is wrong with one line of an uploaded file (line 0: with the file), as a message key with its arguments. */
public record RowProblem(int line, String messageKey, List<Object> args) {

    public RowProblem {
        args = List.copyOf(args);
    }
}
