package id.lumbung.licensing.regime;

/** What a transition means for the case beyond its new state. */
public enum CaseEffect {
    NONE,
    ISSUE,
    REFUSE,
    WITHDRAW
}
