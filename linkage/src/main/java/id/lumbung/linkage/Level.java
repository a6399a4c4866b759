package id.lumbung.linkage;

/** The two questions asked of a pair of records; an owner may have several businesses. */
public enum Level {
    BUSINESS,
    OWNER
}
