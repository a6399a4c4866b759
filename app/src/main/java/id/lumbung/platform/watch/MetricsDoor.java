package id.lumbung.platform.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * {@code /metrics} for Prometheus, behind a door of its own that is not the public's: it listens on the loopback address
 * unless told otherwise, and not at all without a port. A second Spring context for one page would cost half a second of
 * each start.
 */
@Component
class MetricsDoor implements SmartLifecycle {
    private final ObjectProvider<PrometheusMeterRegistry> registry;
    private final String address;
    private final int port;
    private @Nullable HttpServer server;

    MetricsDoor(
            ObjectProvider<PrometheusMeterRegistry> registry,
            @Value("${lumbung.metrics.address}") String address,
            @Value("${lumbung.metrics.port}") int port) {
        this.registry = registry;
        this.address = address;
        this.port = port;
    }

    @Override
    public void start() {
        if (port == 0) {
            return;
        }
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(address, port), 16);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/metrics", this::answer);
            made.start();
            server = made;
        } catch (IOException problem) {
            throw new UncheckedIOException("LUMBUNG_METRICS_PORT " + port + " cannot be opened", problem);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            PrometheusMeterRegistry found = registry.getIfAvailable();
            boolean asked = exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestURI().getPath().equals("/metrics");
            String metrics = asked && found != null ? found.scrape() : "";
            byte[] body = metrics.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(body.length > 0 ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void stop() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
