package id.lumbung.licensing.application;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@link DeadlineWatch} run. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ApplicationConfiguration {}
