package id.lumbung.licensing.application;

import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.FieldProblems;
import java.util.List;
import java.util.Map;

/** What became of what an officer typed. Whatever it is, nothing typed is lost. */
sealed interface Saved {
    /**
     * Kept.
     *
     * @param fill answers that follow from others and were still empty
     */
    record Kept(Case now, Map<Question, String> fill, List<FieldProblem> warnings) implements Saved {}

    /** Somebody else has saved in between; nothing was overwritten. */
    record Conflict(Case theirs, Answers mine) implements Saved {}

    /** Kept, but not handed in: this has to be mended first. */
    record Incomplete(Case now, FieldProblems problems, List<FieldProblem> warnings) implements Saved {}

    /** Kept and handed in. */
    record HandedIn(Case now) implements Saved {}
}
