package id.lumbung.intake.rule;

import id.lumbung.intake.value.ListRow;

/** One thing that can be wrong with a row. Its sentence and its remedy stand in the messages under its code. */
public interface Rule {
    /** Never renumbered or reused. */
    String code();

    Severity severity();

    void check(ListRow row, Findings findings);

    default String sentenceKey() {
        return "intake.rule." + code();
    }

    default String remedyKey() {
        return sentenceKey() + ".remedy";
    }
}
