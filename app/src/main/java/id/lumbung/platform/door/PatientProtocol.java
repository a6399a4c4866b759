package id.lumbung.platform.door;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's connector, which lets a connection go whose request comes too slowly: head, body, or the rest of a body that
 * nobody wants. Tomcat itself only limits the pause between two bytes. Made by Tomcat from its name, hence public.
 */
public final class PatientProtocol extends Http11NioProtocol {
    private static final Logger LOG = LoggerFactory.getLogger(PatientProtocol.class);

    /** Tomcat keeps them for other connections and forgets some. */
    private final Set<PatientProcessor> processors =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile Patience patience = Patience.USUAL;
    private volatile Duration every = Duration.ofSeconds(1);
    private volatile boolean stopped;

    void setPatience(Patience wanted, Duration lookEvery) {
        patience = wanted;
        every = lookEvery;
    }

    @Override
    protected Processor createProcessor() {
        PatientProcessor processor = new PatientProcessor(this, getAdapter());
        processors.add(processor);
        return processor;
    }

    @Override
    public void start() throws Exception {
        super.start();
        stopped = false;
        Thread.ofVirtual().name("lumbung-slow-senders").start(this::watch);
    }

    @Override
    public void stop() throws Exception {
        stopped = true;
        super.stop();
    }

    private void watch() {
        try {
            while (!stopped) {
                Thread.sleep(every);
                look();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        AbstractEndpoint<?, ?> endpoint = getEndpoint();
        boolean crowded = endpoint.getConnectionCount() > endpoint.getMaxConnections() * 9L / 10;
        List<PatientProcessor> all;
        synchronized (processors) {
            all = new ArrayList<>(processors);
        }
        long closed = all.stream()
                .filter(processor -> processor.closeIfTooSlow(patience, crowded))
                .count();
        if (closed > 0) {
            LOG.info("{} connections were closed whose requests came too slowly", closed);
        }
    }
}
