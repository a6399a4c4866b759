package id.lumbung.registry;

/** Why a known enterprise may be the one that is being entered, strongest first. */
public enum Reason {
    SAME_NIK,
    SAME_PHONE,
    /** By all that is known of both together. */
    LIKELY_SAME,
    SIMILAR_OWNER_NAME,
    SIMILAR_BUSINESS_NAME
}
