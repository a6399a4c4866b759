package id.lumbung.reference.upload;

import id.lumbung.reference.RowProblem;
import java.util.List;

/**
 * What a file would do, worked out without doing it: the lines that are new, how many are there already, how many were
 * left out on purpose, and what is wrong with the rest.
 */
public record ImportPlan<T>(List<T> additions, int known, int leftOut, List<RowProblem> problems) {

    public ImportPlan {
        additions = List.copyOf(additions);
        problems = List.copyOf(problems);
    }
}
