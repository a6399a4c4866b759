package id.lumbung.bench.fault;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A subscriber that outlives all kills and remembers which messages came, in their order. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final Set<String> messages = new LinkedHashSet<>();
    private int again;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            note(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    private synchronized void note(String id) {
        if (!messages.add(id)) {
            again++;
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/terima";
    }

    /** Each once, in the order in which they first came. */
    synchronized List<String> messages() {
        return new ArrayList<>(messages);
    }

    /** Came more than once, as at least once allows. */
    synchronized int again() {
        return again;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
