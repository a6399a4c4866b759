package id.lumbung.intake.rule;

/** What a finding does to its row. */
public enum Severity {
    /** The row cannot come in. */
    KEEPS_OUT,
    /** The row is of another region: it stays out, and nothing in it is to be corrected. */
    ELSEWHERE,
    /** The row comes in, without what could not be read. */
    NOTED
}
