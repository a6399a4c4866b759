package id.lumbung.platform.start;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Brings the settings file into the environment, and turns the few settings that are not Spring Boot's into those that
 * are: how to log, where traces go.
 */
final class SettingsOfFile implements EnvironmentPostProcessor, Ordered {
    private static final String FILE = "lumbung-systemEnvironment";
    private static final String FINDINGS = "lumbung.settings-file.findings";
    private static final String TRACING = "org.springframework.boot.micrometer.tracing.";
    private static final String TELEMETRY = "org.springframework.boot.opentelemetry.autoconfigure.";

    /** Before application.yaml, which may ask for what stands in the file. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 8;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        MutablePropertySources sources = environment.getPropertySources();
        String named = environment.getProperty("lumbung.config");
        SettingsFile file = named == null || named.isBlank() ? SettingsFile.none() : SettingsFile.read(Path.of(named));
        Map<String, Object> values = new LinkedHashMap<>(file.values());
        sources.addAfter(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(FILE, values));
        Map<String, Object> derived = new LinkedHashMap<>();
        derived.put(FINDINGS, file.findings());
        if ("json".equals(environment.getProperty("lumbung.log"))) {
            derived.put("logging.structured.format.console", "ecs");
        }
        String address = environment.getProperty("lumbung.address");
        if (address != null && !address.isBlank()) {
            derived.put("server.address", address.strip());
        }
        traces(environment.getProperty("lumbung.traces"), derived);
        sources.addLast(new MapPropertySource("lumbung-derived", derived));
    }

    /** Without an address there is no tracing at all: nothing of it is put into the context. */
    private static void traces(@Nullable String address, Map<String, Object> derived) {
        if (address == null || address.isBlank()) {
            derived.put(
                    "spring.autoconfigure.exclude",
                    String.join(
                            ",",
                            TRACING + "autoconfigure.MicrometerTracingAutoConfiguration",
                            TRACING + "autoconfigure.NoopTracerAutoConfiguration",
                            TRACING + "autoconfigure.otlp.OtlpExemplarsAutoConfiguration",
                            TRACING + "autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration",
                            TRACING + "opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
                            TRACING + "opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration",
                            TELEMETRY + "OpenTelemetrySdkAutoConfiguration",
                            TELEMETRY + "logging.OpenTelemetryLoggingAutoConfiguration",
                            TELEMETRY + "logging.otlp.OtlpLoggingAutoConfiguration"));
            return;
        }
        derived.put("management.opentelemetry.tracing.export.otlp.endpoint", address.strip());
        derived.put("management.tracing.sampling.probability", "1.0");
        derived.put("management.logging.export.otlp.enabled", "false");
    }

    /** What was wrong with the file. */
    @SuppressWarnings("unchecked")
    static List<Finding> findings(Environment environment) {
        if (environment instanceof ConfigurableEnvironment configurable
                && configurable.getPropertySources().get("lumbung-derived") instanceof MapPropertySource derived
                && derived.getSource().get(FINDINGS) instanceof List<?> findings) {
            return (List<Finding>) findings;
        }
        return List.of();
    }
}
