package id.lumbung.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** A fault outside the program, which passes: it is told as such and not as a bug, and what was kept before is safe. */
public enum Outage {
    /** The disk is full. */
    NO_ROOM(507, 60),
    /** The database cannot be reached, or is just going or coming. */
    DATABASE_AWAY(503, 5);

    private static final String DISK_FULL = "53100";

    private final int status;
    private final int retryAfterSeconds;

    Outage(int status, int retryAfterSeconds) {
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** There is no room for what was to be kept; nothing of it is. */
    public static final class NoRoom extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        public NoRoom(IOException cause) {
            super("no room", cause);
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

    public String messageKey() {
        return this == NO_ROOM ? "platform.error.no-room" : "platform.error.away";
    }

    /** The outage behind a failure, if that is what it was. */
    public static Optional<Outage> of(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> ahead = new ArrayDeque<>();
        ahead.add(failure);
        Outage found = null;
        while (!ahead.isEmpty()) {
            Throwable next = ahead.poll();
            if (!seen.add(next)) {
                continue;
            }
            Outage one = single(next);
            if (one == NO_ROOM) {
                return Optional.of(NO_ROOM);
            }
            found = one == null ? found : one;
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
        return Optional.ofNullable(found);
    }

    private static void add(Deque<Throwable> ahead, @Nullable Throwable more) {
        if (more != null) {
            ahead.add(more);
        }
    }

    private static @Nullable Outage single(Throwable failure) {
        return switch (failure) {
            case NoRoom ignored -> NO_ROOM;
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
