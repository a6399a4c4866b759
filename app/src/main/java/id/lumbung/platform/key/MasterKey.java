package id.lumbung.platform.key;

import java.net.URI;
import java.util.Optional;

/**
 * The key above the keysets: it wraps them, so that the home folder and its back-ups are worth nothing without it.
 * Implemented here for a file and for the environment; a key-management service implements it through {@link Source}.
 *
 * <p>An implementation is safe for use by many threads, keeps its key to itself, and fails with
 * {@link IllegalStateException} and a sentence that names no secret. It may be slow: a keyset is unwrapped when the
 * process starts and after each rotation, never in a request.
 */
public interface MasterKey {
    /** Encrypts and authenticates up to 64 KiB; {@code purpose} must be given again to unwrap. */
    byte[] wrap(byte[] secret, String purpose);

    /** Opens what this key, or an earlier version of it that is still kept, has wrapped for this purpose. */
    byte[] unwrap(byte[] wrapped, String purpose);

    /** Where the key is, for people; never the key. */
    String place();

    /**
     * Opens master keys by address; found by {@link java.util.ServiceLoader}, so a jar on the class path is enough. It is
     * asked when {@code LUMBUNG_MASTER_KEY_URI} is set.
     */
    interface Source {
        /** The key at this address, or empty when the scheme is not of this source. */
        Optional<MasterKey> open(URI address);
    }
}
