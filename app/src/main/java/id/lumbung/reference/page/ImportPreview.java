package id.lumbung.reference.page;

import id.lumbung.reference.RowProblem;
import java.util.List;
import java.util.UUID;

/**
 * The dry run of an uploaded file.
 *
 * @param upload names the kept file, for the form that applies it
 * @param examples the first new lines, ready to read
 */
public record ImportPreview(
        UUID upload,
        String fileName,
        int added,
        int known,
        int leftOut,
        List<String> examples,
        List<RowProblem> problems) {

    private static final int SHOWN = 50;

    public ImportPreview {
        examples = List.copyOf(examples);
        problems = List.copyOf(problems);
    }

    /** The problems a page shows; a file with thousands of wrong lines has one cause, seen in the first fifty. */
    public List<RowProblem> shownProblems() {
        return problems.subList(0, Math.min(SHOWN, problems.size()));
    }

    public int hiddenProblems() {
        return Math.max(0, problems.size() - SHOWN);
    }
}
