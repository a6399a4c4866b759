package id.lumbung.licensing.regime;

/** What the person who makes a transition must give with it. */
public enum Asked {
    /** A free text. */
    NOTE,
    /** A ground from the list of refusal grounds. */
    GROUND,
    /** What must be corrected, field by field. */
    CORRECTIONS
}
