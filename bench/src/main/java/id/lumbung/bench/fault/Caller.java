package id.lumbung.bench.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends requests to the API; one try each, whatever comes of it. */
final class Caller implements AutoCloseable {
    private static final String ROOT = "/api/v1";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;

    Caller(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /**
     * A request that can be sent again as it was.
     *
     * @param token of whom it comes
     * @param key its idempotency key; null for what needs none
     */
    record Request(
            String method,
            String path,
            String token,
            String type,
            byte[] body,
            @Nullable String ifMatch,
            @Nullable String key) {
        static Request get(String token, String path) {
            return new Request("GET", path, token, "", new byte[0], null, null);
        }

        static Request send(String method, String token, String path, String json) {
            return new Request(
                    method, path, token, "application/json", json.getBytes(StandardCharsets.UTF_8), null, null);
        }

        Request matching(String tag) {
            return new Request(method, path, token, type, body, tag, key);
        }

        Request once(String itsKey) {
            return new Request(method, path, token, type, body, ifMatch, itsKey);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    record Answer(int status, byte[] body, String tag, String location, boolean replayed, String waitFor) {
        boolean isWell() {
            return status >= 200 && status < 300;
        }

        /** The server says that it cannot at the moment; nothing is known of what it did. */
        boolean isUncertain() {
            return status >= 500 || status == 409 || status == 429;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String hash() {
            return sha256(body);
        }

        /** The first text of this name in a JSON answer. */
        String first(String name) throws IOException {
            Matcher matcher = Pattern.compile("\"" + name + "\":\"((?:[^\"\\\\]|\\\\.)*)\"")
                    .matcher(text());
            if (!matcher.find()) {
                throw new IOException("no " + name + " in an answer with status " + status);
            }
            return matcher.group(1);
        }
    }

    Answer send(Request request) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create(address + (request.path().startsWith(ROOT) ? "" : ROOT) + request.path()))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", "Bearer " + request.token());
        if (request.method().equals("GET")) {
            builder.GET();
        } else {
            builder.method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()))
                    .header("Content-Type", request.type());
        }
        if (request.ifMatch() != null) {
            builder.header("If-Match", request.ifMatch());
        }
        if (request.key() != null) {
            builder.header("Idempotency-Key", request.key());
        }
        HttpResponse<byte[]> answer = http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("ETag").orElse(""),
                answer.headers().firstValue("Location").orElse(""),
                answer.headers().firstValue("Idempotency-Replayed").isPresent(),
                answer.headers().firstValue("Retry-After").orElse(""));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
