package id.lumbung.privacy.request;

/** What can be done with a request. */
public enum RequestAction {
    /** Somebody takes it in hand. */
    TAKE,
    /** And lays it back. */
    RELEASE,
    ANSWER,
    /** No, with the reason in the answer. */
    REFUSE,
    /** The person takes it back at the counter. */
    CANCEL
}
