package id.lumbung.licensing.regime;

/** What the office does under a regime. */
public enum RegimeKind {
    /** The office issues the licence. */
    ISSUED,
    /** Somebody else issues; the office records what was issued and helps to get it (PP 7/2021 art. 40). */
    RECORDED
}
