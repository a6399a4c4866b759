package id.lumbung.platform;

import java.util.List;

/** What is wrong with one field, as the key of a sentence that also says how to mend it. */
public record FieldProblem(String field, String messageKey, List<Object> arguments) {
    public FieldProblem {
        arguments = List.copyOf(arguments);
    }
}
