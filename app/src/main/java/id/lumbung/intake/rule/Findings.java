package id.lumbung.intake.rule;

import java.util.ArrayList;
import java.util.List;

/** What the rules found in one row; emptied for the next one. */
public final class Findings {
    private final List<Finding> found = new ArrayList<>();
    private boolean keptOut;
    private boolean elsewhere;

    /** @param column where it is, from 0; -1 when it is about the row as a whole */
    public record Finding(Rule rule, int column) {}

    public void add(Rule rule, int column) {
        found.add(new Finding(rule, column));
        keptOut |= rule.severity() != Severity.NOTED;
        elsewhere |= rule.severity() == Severity.ELSEWHERE;
    }

    public void clear() {
        found.clear();
        keptOut = false;
        elsewhere = false;
    }

    public List<Finding> all() {
        return found;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public boolean keepsOut() {
        return keptOut;
    }

    /** Whether the row belongs to another region, whatever else is found in it. */
    public boolean elsewhere() {
        return elsewhere;
    }
}
