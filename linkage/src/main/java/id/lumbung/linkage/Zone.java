package id.lumbung.linkage;

/** What to do with a pair. */
public enum Zone {
    LINK,
    REVIEW,
    NO_LINK
}
