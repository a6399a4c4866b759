package id.lumbung.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** One person at one screen: cookies, the token of forms, redirects seen and not followed. */
public final class Browser implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String root;
    private String token = "";
    private String address = "10.0.0.1";

    public Browser(int port) {
        this.root = "http://localhost:" + port;
    }

    /** Another address: the application believes the proxy on its own machine, here us. Limits count by address. */
    public void comeFrom(int number) {
        address = "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .header("X-Forwarded-For", address)
                .header("Accept-Encoding", "gzip");
    }

    public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return seen(http.send(to(path).build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    public HttpResponse<byte[]> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("_csrf", token);
        String body = all.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return seen(http.send(
                to(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray()));
    }

    /** A form with files, as a browser sends it. */
    HttpResponse<byte[]> post(String path, Map<String, String> form, Map<String, byte[]> files)
            throws IOException, InterruptedException {
        String boundary = "----lumbungbench";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("_csrf", token);
        for (Map.Entry<String, String> entry : all.entrySet()) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + entry.getKey()
                            + "\"\r\n\r\n" + entry.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + entry.getKey()
                            + "\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(entry.getValue());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return seen(http.send(
                to(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray()));
    }

    /** Bytes as they are, as a script sends a piece of a file. */
    HttpResponse<byte[]> postBytes(String path, byte[] bytes) throws IOException, InterruptedException {
        return seen(http.send(
                to(path).header("Content-Type", "application/octet-stream")
                        .header("X-CSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray()));
    }

    private HttpResponse<byte[]> seen(HttpResponse<byte[]> answer) {
        // reading every answer would measure ourselves: one token serves a session
        if (token.isEmpty() || answer.statusCode() == 403) {
            Matcher matcher = TOKEN.matcher(text(answer));
            if (matcher.find()) {
                token = matcher.group(1);
            }
        }
        return answer;
    }

    public void signIn(String name, String password) throws IOException, InterruptedException {
        get("/masuk");
        HttpResponse<byte[]> answer = post("/masuk", Map.of("username", name, "password", password));
        if (answer.statusCode() != 302) {
            throw new IOException("sign-in of " + name + " answered " + answer.statusCode());
        }
        token = "";
        get("/usaha");
    }

    public static String text(HttpResponse<byte[]> answer) {
        if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
