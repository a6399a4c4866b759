package id.lumbung.registry;

/** Why a known enterprise may be the one that is being entered, strongest first. */
public enum Reason {
    SAME_NIK,
    SAME_PHONE,
    SIMILAR_OWNER_NAME,
    SIMILAR_BUSINESS_NAME
}
