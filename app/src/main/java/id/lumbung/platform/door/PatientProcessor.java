package id.lumbung.platform.door;

import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.Constants;
import org.apache.coyote.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * One request at a time. Looked at from another thread, so what is seen may just have changed: a connection is closed only
 * when two looks find the same request too slow.
 */
final class PatientProcessor extends Http11Processor {
    private static final long NONE = -1;

    private long late = NONE;

    PatientProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
        super(protocol, adapter);
    }

    /** Called by one thread. */
    boolean closeIfTooSlow(Patience patience, boolean crowded) {
        long before = late;
        SocketWrapperBase<?> connection = getSocketWrapper();
        late = connection == null ? NONE : beginOfSlowRequest(patience, crowded);
        if (connection == null || late == NONE || late != before) {
            return false;
        }
        connection.close();
        late = NONE;
        return true;
    }

    private long beginOfSlowRequest(Patience patience, boolean crowded) {
        Request asked = getRequest();
        long begun = asked.getStartTimeNanos();
        if (begun == NONE || !isComing(asked)) {
            return NONE;
        }
        Duration age = Duration.ofNanos(System.nanoTime() - begun);
        return patience.isOver(age, asked.getBytesRead(), crowded) ? begun : NONE;
    }

    /** Begun, and not whole yet. A stage of Tomcat has ended, though the request has not, when half of a head has come. */
    private static boolean isComing(Request asked) {
        return switch (asked.getRequestProcessor().getStage()) {
            case Constants.STAGE_PARSE, Constants.STAGE_ENDED, Constants.STAGE_ENDINPUT -> true;
            case Constants.STAGE_SERVICE -> !asked.isFinished();
            default -> false;
        };
    }
}
