package id.lumbung.platform.watch;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How many requests this process is serving at the moment. Work for which nobody waits asks it before it begins. */
@Component
public class Requests {
    private final AtomicInteger served = new AtomicInteger();

    /** A request while it is served. */
    public final class Serving implements AutoCloseable {
        private Serving() {
            served.incrementAndGet();
        }

        @Override
        public void close() {
            served.decrementAndGet();
        }
    }

    public Serving begin() {
        return new Serving();
    }

    /** Whether more requests are served than there are processors for them. */
    public boolean crowded() {
        return served.get() >= Runtime.getRuntime().availableProcessors();
    }
}
