package id.lumbung.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Sessions in the database, asked for sparingly: a request that kept its session is not made to read it a second time, only
 * to see that it is there, and that a session is in use is written down once a minute. Nothing outlives the request, so that
 * a session that was ended elsewhere is gone with the next one.
 */
final class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<SparingSessions.Sparing<S>> {
    private static final Duration NOT_WRITTEN_AGAIN = Duration.ofMinutes(1);
    private static final ThreadLocal<@Nullable Request> CURRENT = new ThreadLocal<>();

    private final FindByIndexNameSessionRepository<S> kept;

    SparingSessions(FindByIndexNameSessionRepository<S> kept) {
        this.kept = kept;
    }

    /** One request; holds the session that it kept. */
    static final class Request implements AutoCloseable {
        private @Nullable Session session;

        static Request begin() {
            Request request = new Request();
            CURRENT.set(request);
            return request;
        }

        @Override
        public void close() {
            CURRENT.remove();
        }
    }

    /** A session whose last use is not noted again within a minute. */
    static final class Sparing<S extends Session> implements Session {
        private final S inner;

        Sparing(S inner) {
            this.inner = inner;
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            if (inner.getLastAccessedTime().plus(NOT_WRITTEN_AGAIN).isBefore(time)) {
                inner.setLastAccessedTime(time);
            }
        }

        @Override
        public String getId() {
            return inner.getId();
        }

        @Override
        public String changeSessionId() {
            return inner.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return inner.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return inner.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            inner.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            inner.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return inner.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return inner.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            inner.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return inner.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return inner.isExpired();
        }
    }

    @Override
    public Sparing<S> createSession() {
        return new Sparing<>(kept.createSession());
    }

    @Override
    public void save(Sparing<S> session) {
        kept.save(session.inner);
        Request request = CURRENT.get();
        if (request != null) {
            request.session = session;
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Sparing<S> findById(String id) {
        Request request = CURRENT.get();
        if (request != null
                && request.session != null
                && request.session.getId().equals(id)) {
            return (Sparing<S>) request.session;
        }
        S found = kept.findById(id);
        return found == null ? null : new Sparing<>(found);
    }

    @Override
    public void deleteById(String id) {
        Request request = CURRENT.get();
        if (request != null) {
            request.session = null;
        }
        kept.deleteById(id);
    }

    @Override
    public Map<String, Sparing<S>> findByIndexNameAndIndexValue(String name, String value) {
        Map<String, Sparing<S>> found = new HashMap<>();
        kept.findByIndexNameAndIndexValue(name, value).forEach((id, session) -> found.put(id, new Sparing<>(session)));
        return found;
    }
}
