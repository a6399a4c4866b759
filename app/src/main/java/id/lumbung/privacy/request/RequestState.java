package id.lumbung.privacy.request;

/** Where a request is. */
public enum RequestState {
    RECEIVED,
    TAKEN,
    ANSWERED,
    REFUSED,
    CANCELLED;

    public boolean ended() {
        return this != RECEIVED && this != TAKEN;
    }
}
