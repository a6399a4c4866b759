package id.lumbung.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.springframework.transaction.TransactionSystemException;

/** A fault outside the program, which passes: it is told as such and not as a bug, and what was kept before is safe. */
public enum Outage {
    /** The disk is full. */
    NO_ROOM(507, 60, "platform.error.no-room", Level.WARN),
    /** The database cannot be reached, or is just going or coming. */
    DATABASE_AWAY(503, 5, "platform.error.away", Level.WARN),
    /** The place of documents cannot be reached, or does not take what it is given; nobody else would notice. */
    DOCUMENTS_AWAY(503, 30, "platform.error.documents-away", Level.ERROR);

    private static final String DISK_FULL = "53100";

    private final int status;
    private final int retryAfterSeconds;
    private final String messageKey;
    private final Level level;

    Outage(int status, int retryAfterSeconds, String messageKey, Level level) {
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
        this.messageKey = messageKey;
        this.level = level;
    }

    /** There is no room for what was to be kept; nothing of it is. */
    public static final class NoRoom extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        public NoRoom(IOException cause) {
            super("no room", cause);
        }
    }

    /**
     * The place of documents cannot be reached or does not take what it is given. Nothing was kept and nothing is lost: the
     * same may be tried again later. The message is for the log, and names no document.
     */
    public static final class NoDocuments extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NoDocuments(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** After how long a caller may try again. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** What people read. */
    public String messageKey() {
        return messageKey;
    }

    /** One line for the log, without what the failure carries along. */
    public void tell(Logger log, Throwable failure) {
        String why = behind(failure).stream()
                .filter(NoDocuments.class::isInstance)
                .map(found -> ": " + found.getMessage())
                .findFirst()
                .orElse("");
        log.atLevel(level).log("could not be served: {}{}", this, why);
    }

    /** The outage behind a failure, if that is what it was. */
    public static Optional<Outage> of(Throwable failure) {
        Outage found = null;
        for (Throwable next : behind(failure)) {
            Outage one = single(next);
            if (one == NO_ROOM) {
                return Optional.of(NO_ROOM);
            }
            found = found == null ? one : found;
        }
        return Optional.ofNullable(found);
    }

    /** A failure and all that it carries, each once. */
    private static List<Throwable> behind(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> ahead = new ArrayDeque<>();
        List<Throwable> all = new ArrayList<>();
        ahead.add(failure);
        while (!ahead.isEmpty()) {
            Throwable next = ahead.poll();
            if (!seen.add(next)) {
                continue;
            }
            all.add(next);
            add(ahead, next.getCause());
            ahead.addAll(Arrays.asList(next.getSuppressed()));
            if (next instanceof SQLException sql) {
                add(ahead, sql.getNextException());
            }
            if (next instanceof TransactionSystemException ended) {
                // a roll-back that failed hides why there was one
                add(ahead, ended.getApplicationException());
            }
        }
        return all;
    }

    private static void add(Deque<Throwable> ahead, @Nullable Throwable more) {
        if (more != null) {
            ahead.add(more);
        }
    }

    private static @Nullable Outage single(Throwable failure) {
        return switch (failure) {
            case NoRoom ignored -> NO_ROOM;
            case NoDocuments ignored -> DOCUMENTS_AWAY;
            case SQLTransientConnectionException ignored -> DATABASE_AWAY;
            // the pool has let go of a connection that broke in the middle of a transaction, and gives no state
            case TransactionSystemException ended
            when ended.getCause() instanceof SQLException sql && sql.getSQLState() == null -> DATABASE_AWAY;
            case SQLException sql -> byState(sql.getSQLState());
            default -> null;
        };
    }

    /** 08: no connection. 53: it has no memory or connections left. 57P: it was told to stop, or is starting. */
    private static @Nullable Outage byState(@Nullable String state) {
        if (state == null) {
            return null;
        }
        if (state.equals(DISK_FULL)) {
            return NO_ROOM;
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") ? DATABASE_AWAY : null;
    }
}
