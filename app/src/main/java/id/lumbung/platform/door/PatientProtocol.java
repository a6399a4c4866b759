package id.lumbung.platform.door;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's connector, which lets a connection go whose request comes too slowly: head, body, or the rest of a body that
 * nobody wants. Tomcat itself only limits the pause between two bytes. Made by Tomcat from its name, hence public.
 */
public final class PatientProtocol extends Http11NioProtocol {
    private static final Logger LOG = LoggerFactory.getLogger(PatientProtocol.class);
    private static final Set<Integer> HEAD_OR_REST = Set.of(Constants.STAGE_PARSE, Constants.STAGE_ENDINPUT);
    private static final long NOT_SLOW = -1;

    private volatile Patience patience = Patience.USUAL;
    private volatile Duration every = Duration.ofSeconds(1);
    private volatile boolean stopped;
    /** Found slow at the last look, with when their request began: closed when the next look finds the same. */
    private Map<SocketWrapperBase<NioChannel>, Long> late = Map.of();

    void setPatience(Patience wanted, Duration lookEvery) {
        patience = wanted;
        every = lookEvery;
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
        AbstractEndpoint<NioChannel, ?> endpoint = getEndpoint();
        Set<SocketWrapperBase<NioChannel>> connections = endpoint.getConnections();
        boolean crowded = connections.size() > endpoint.getMaxConnections() * 9L / 10;
        Map<SocketWrapperBase<NioChannel>, Long> now = new HashMap<>();
        int closed = 0;
        for (SocketWrapperBase<NioChannel> connection : connections) {
            long begun = beginOfSlowRequest(connection, crowded);
            if (begun == NOT_SLOW) {
                continue;
            }
            if (Long.valueOf(begun).equals(late.get(connection))) {
                connection.close();
                closed++;
            } else {
                now.put(connection, begun);
            }
        }
        late = now;
        if (closed > 0) {
            LOG.info("{} connections were closed whose requests came too slowly", closed);
        }
    }

    private long beginOfSlowRequest(SocketWrapperBase<NioChannel> connection, boolean crowded) {
        if (!(connection.getCurrentProcessor() instanceof Processor processor)) {
            return NOT_SLOW;
        }
        Request request = processor.getRequest();
        if (request == null) {
            return NOT_SLOW;
        }
        long begun = request.getStartTimeNanos();
        int stage = request.getRequestProcessor().getStage();
        boolean reading =
                HEAD_OR_REST.contains(stage) || stage == Constants.STAGE_SERVICE && !request.isFinished();
        if (begun == NOT_SLOW || !reading) {
            return NOT_SLOW;
        }
        Duration age = Duration.ofNanos(System.nanoTime() - begun);
        return patience.isOver(age, request.getBytesRead(), crowded) ? begun : NOT_SLOW;
    }
}
