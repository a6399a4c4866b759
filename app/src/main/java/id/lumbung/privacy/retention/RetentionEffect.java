package id.lumbung.privacy.retention;

/** What happens when the time of a class is over. Numbers and dates stay in every case. */
public enum RetentionEffect {
    /** What was typed into a draft, and its papers. */
    ERASE_DRAFT,
    /** The papers of an application; their kinds and dates stay. */
    DELETE_PAPERS,
    /** Who asked, what, and the answer. */
    ERASE_REQUEST,
    KEEP
}
