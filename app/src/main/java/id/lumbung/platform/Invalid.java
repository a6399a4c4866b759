package id.lumbung.platform;

import java.util.List;

/** What a caller without a form gave cannot be taken; carries everything that is wrong, field by field. */
public final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    public Invalid(FieldProblems problems) {
        super("invalid");
        this.problems = problems.all();
    }

    public List<FieldProblem> problems() {
        return problems;
    }

    /** For the form that is shown again. */
    public FieldProblems asProblems() {
        FieldProblems all = new FieldProblems();
        problems.forEach(problem -> all.add(
                problem.field(), problem.messageKey(), problem.arguments().toArray()));
        return all;
    }

    /** Stops when there are problems. */
    public static void unlessEmpty(FieldProblems problems) {
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }
}
