package id.lumbung.privacy.retention;

/** After what the days of a class count. */
public enum RetentionEvent {
    /** The last change of a draft that was never handed in. */
    CASE_CHANGED,
    /** The end of an application that became no licence. */
    CASE_ENDED,
    /** The last day of the licence, or its revocation. */
    LICENCE_ENDED,
    /** The end of a data request. */
    REQUEST_ENDED,
    NEVER
}
