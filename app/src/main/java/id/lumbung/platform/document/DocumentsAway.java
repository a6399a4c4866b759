package id.lumbung.platform.document;

import org.jspecify.annotations.Nullable;

/**
 * The place of documents cannot be reached or does not take what it is given. Nothing was kept and nothing is lost: the
 * same may be tried again later.
 */
public final class DocumentsAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** After how many seconds it makes sense to try again. */
    public static final int RETRY_AFTER = 30;

    DocumentsAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
