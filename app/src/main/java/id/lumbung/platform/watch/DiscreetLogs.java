package id.lumbung.platform.watch;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Puts {@link DiscreetEvent} between every logger and every appender, whoever logs and in whatever format. */
final class DiscreetLogs implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    /** After Spring Boot has set up its appenders. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 30;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            wrap(context, context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));
        }
    }

    private static void wrap(LoggerContext context, Logger root) {
        List<Appender<ILoggingEvent>> plain = new ArrayList<>();
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            Appender<ILoggingEvent> appender = all.next();
            if (appender.getName() != null && !(appender instanceof Door)) {
                plain.add(appender);
            }
        }
        for (Appender<ILoggingEvent> appender : plain) {
            Door door = new Door(appender);
            door.setContext(context);
            door.setName("discreet-" + appender.getName());
            door.start();
            root.detachAppender(appender);
            root.addAppender(door);
        }
    }

    private static final class Door extends UnsynchronizedAppenderBase<ILoggingEvent> {
        private final Appender<ILoggingEvent> inner;

        Door(Appender<ILoggingEvent> inner) {
            this.inner = inner;
        }

        @Override
        protected void append(ILoggingEvent event) {
            inner.doAppend(new DiscreetEvent(event));
        }

        @Override
        public void stop() {
            super.stop();
            inner.stop();
        }
    }
}
