package id.lumbung.privacy.request;

/** What a person may ask (UU 27/2022 art. 6 to 10). */
public enum RequestKind {
    /** What is held and who looked (art. 7). */
    ACCESS,
    /** What is wrong or old is to be corrected (art. 6). */
    CORRECTION,
    /** What is held is to end, be deleted or destroyed (art. 8). */
    DELETION,
    /** A way of using the data is objected to (art. 10). */
    OBJECTION,
    /** Consent is taken back (art. 9). */
    WITHDRAWAL
}
