package id.lumbung.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From where the current thread was asked to work. Every transaction hands it to PostgreSQL, where the audit takes it from.
 *
 * @param address of the caller, or empty
 * @param session handle of a session or token, from which its secret cannot be made; or empty
 * @param door method and path without identifiers, as {@code POST /permohonan/…/tindakan}; or empty
 */
public record Origin(String address, String session, String door) {
    public static final Origin NONE = new Origin("", "", "");
    private static final ThreadLocal<Origin> CURRENT = ThreadLocal.withInitial(() -> NONE);

    /** The same, by the key whose handle this is instead of a session. */
    public Origin by(String handle) {
        return new Origin(address, handle, door);
    }

    public static Origin current() {
        return CURRENT.get();
    }

    /** Runs as coming from here. Transactions that run already keep their origin. */
    public static <T extends @Nullable Object> T within(Origin origin, Supplier<T> work) {
        Origin before = CURRENT.get();
        CURRENT.set(origin);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }
}
