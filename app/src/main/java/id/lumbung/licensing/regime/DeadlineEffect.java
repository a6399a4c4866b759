package id.lumbung.licensing.regime;

/** What follows when the working days are over and nothing was decided. */
public enum DeadlineEffect {
    NOTHING,
    /** Somebody higher is shown the case. */
    ESCALATE,
    /** Silence grants (fiktif positif). */
    DEEMED_APPROVAL
}
