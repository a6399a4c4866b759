package id.lumbung.platform.watch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** An event of the log without what may belong to a person. On the thread {@code main} nobody is served yet. */
@NullUnmarked
final class DiscreetEvent implements ILoggingEvent {
    private final ILoggingEvent event;
    private final IThrowableProxy problem;

    DiscreetEvent(ILoggingEvent event) {
        this.event = event;
        IThrowableProxy plain = event.getThrowableProxy();
        this.problem = plain == null || event.getThreadName().equals("main") ? plain : new Problem(plain);
    }

    @Override
    public String getFormattedMessage() {
        String message = event.getFormattedMessage();
        return message == null ? null : Discreet.text(withoutForeignMessage(message));
    }

    /** Some write the message of an exception into their own: Tomcat does. */
    @SuppressWarnings("ReferenceEquality") // the very one of the event, not one that looks like it
    private String withoutForeignMessage(String message) {
        if (problem == event.getThrowableProxy()) {
            return message;
        }
        String cleaned = message;
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isEmpty()) {
                cleaned = cleaned.replace(cause.getMessage(), "…");
            }
        }
        return cleaned;
    }

    @Override
    public String getMessage() {
        return getFormattedMessage();
    }

    @Override
    public Object[] getArgumentArray() {
        return null;
    }

    @Override
    public IThrowableProxy getThrowableProxy() {
        return problem;
    }

    @Override
    public String getThreadName() {
        return event.getThreadName();
    }

    @Override
    public Level getLevel() {
        return event.getLevel();
    }

    @Override
    public String getLoggerName() {
        return event.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return event.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return event.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return event.hasCallerData();
    }

    @Override
    public List<Marker> getMarkerList() {
        return event.getMarkerList();
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        return event.getMDCPropertyMap();
    }

    @Override
    public Map<String, String> getMdc() {
        return event.getMDCPropertyMap();
    }

    @Override
    public long getTimeStamp() {
        return event.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return event.getNanoseconds();
    }

    @Override
    public long getSequenceNumber() {
        return event.getSequenceNumber();
    }

    @Override
    public List<KeyValuePair> getKeyValuePairs() {
        return event.getKeyValuePairs();
    }

    @Override
    public void prepareForDeferredProcessing() {
        event.prepareForDeferredProcessing();
    }

    /** Type and place of an exception; its message only when Lumbung wrote it. */
    private record Problem(IThrowableProxy plain) implements IThrowableProxy {
        @Override
        public String getMessage() {
            return plain instanceof ThrowableProxy known ? Discreet.messageOf(known.getThrowable()) : null;
        }

        @Override
        public String getClassName() {
            return plain.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return plain.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return plain.getCommonFrames();
        }

        @Override
        public IThrowableProxy getCause() {
            return plain.getCause() == null ? null : new Problem(plain.getCause());
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return plain.getSuppressed() == null
                    ? null
                    : Arrays.stream(plain.getSuppressed()).map(Problem::new).toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return plain.isCyclic();
        }
    }
}
