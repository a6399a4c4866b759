package id.lumbung.api.problem;

import org.jspecify.annotations.Nullable;

/** A request that is not carried out. */
public final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ApiProblem problem;
    private final @Nullable String field;

    public ApiRefusal(ApiProblem problem) {
        this(problem, null);
    }

    /** With the field, parameter or header that it is about. */
    public ApiRefusal(ApiProblem problem, @Nullable String field) {
        super(problem.code());
        this.problem = problem;
        this.field = field;
    }

    ApiProblem problem() {
        return problem;
    }

    @Nullable
    String field() {
        return field;
    }
}
