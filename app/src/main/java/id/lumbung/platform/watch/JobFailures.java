package id.lumbung.platform.watch;

import io.micrometer.core.instrument.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A recurring job that throws is logged and counted, and runs again at its next time. */
@Configuration(proxyBeanMethods = false)
class JobFailures {
    private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);

    @Bean
    SimpleAsyncTaskSchedulerCustomizer countedFailures(Meters meters) {
        Counter failures = meters.jobFailures("other");
        return scheduler -> scheduler.setErrorHandler(problem -> {
            LOG.error("a recurring job failed", problem);
            failures.increment();
        });
    }
}
