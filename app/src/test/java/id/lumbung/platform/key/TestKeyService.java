package id.lumbung.platform.key;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A key service as offices rent one: it wraps and unwraps over HTTP, and its key never leaves it. */
public final class TestKeyService implements AutoCloseable {
    private final HttpServer server;
    private final Aead key;
    final AtomicInteger asked = new AtomicInteger();

    TestKeyService() throws IOException, GeneralSecurityException {
        AeadConfig.register();
        key = KeysetHandle.generateNew(KeyTemplates.get("AES256_GCM"))
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/wrap", exchange -> answer(exchange, true));
        server.createContext("/unwrap", exchange -> answer(exchange, false));
        server.start();
    }

    String address() {
        return "uji://localhost:" + server.getAddress().getPort() + "/kantor";
    }

    private void answer(HttpExchange exchange, boolean wrap) throws IOException {
        asked.incrementAndGet();
        byte[] sent = exchange.getRequestBody().readAllBytes();
        byte[] purpose = URLDecoder.decode(
                        exchange.getRequestURI().getRawQuery().substring("purpose=".length()), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8);
        byte[] body = {};
        int status = 200;
        try {
            body = wrap ? key.encrypt(sent, purpose) : key.decrypt(sent, purpose);
        } catch (GeneralSecurityException refused) {
            status = 403;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What a jar for a key service brings along. */
    public static final class Opener implements MasterKey.Source {
        @Override
        public Optional<MasterKey> open(URI address) {
            return address.getScheme().equals("uji") ? Optional.of(new Remote(address)) : Optional.empty();
        }
    }

    private record Remote(URI address) implements MasterKey {
        @Override
        public byte[] wrap(byte[] secret, String purpose) {
            return ask("/wrap", secret, purpose);
        }

        @Override
        public byte[] unwrap(byte[] wrapped, String purpose) {
            return ask("/unwrap", wrapped, purpose);
        }

        @Override
        public String place() {
            return address.toString();
        }

        private byte[] ask(String path, byte[] body, String purpose) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<byte[]> answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://" + address.getAuthority() + path + "?purpose="
                                        + URLEncoder.encode(purpose, StandardCharsets.UTF_8)))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("The key service at " + place() + " refuses.");
                }
                return answer.body();
            } catch (IOException away) {
                throw new IllegalStateException("The key service at " + place() + " does not answer.", away);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
