package id.lumbung.matching.review;

/** What a person says of a pair. */
public enum Verdict {
    SAME,
    DIFFERENT,
    UNSURE;

    public String messageKey() {
        return "matching.verdict." + name();
    }
}
