package id.lumbung.platform;

/** What a caller without a form wanted to change has changed since it was read; nothing was done. */
public final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Stale() {
        super("stale");
    }
}
