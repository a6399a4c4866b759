package id.lumbung.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that is wrong with one form, collected so that all of it can be shown at once. */
public final class FieldProblems {
    private final List<FieldProblem> problems = new ArrayList<>();

    public FieldProblems add(String field, String messageKey, Object... arguments) {
        problems.add(new FieldProblem(field, messageKey, List.of(arguments)));
        return this;
    }

    /** The first problem of a field. */
    public Optional<FieldProblem> of(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst();
    }

    public List<FieldProblem> all() {
        return List.copyOf(problems);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }
}
