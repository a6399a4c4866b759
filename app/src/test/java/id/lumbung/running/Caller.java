package id.lumbung.running;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Somebody with a browser that keeps cookies and sends the token that stands in forms. */
final class Caller implements AutoCloseable {
    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    Caller(String address) {
        this.address = address;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return keep(client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString()));
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return send("POST", path, form);
    }

    HttpResponse<String> send(String method, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        String body = "_csrf=" + encoded(token) + "&"
                + form.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return keep(client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("User-Agent", "Mozilla/5.0 " + form.getOrDefault("NIK", ""))
                        .header("Referer", address + "/usaha?q=" + form.getOrDefault("NIK", ""))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    private HttpResponse<String> keep(HttpResponse<String> answer) {
        Element field = Jsoup.parse(answer.body()).selectFirst("input[name=_csrf]");
        if (field != null) {
            token = field.attr("value");
        }
        return answer;
    }

    void signIn(String name, String password) throws IOException, InterruptedException {
        get("/masuk");
        HttpResponse<String> answer = post("/masuk", Map.of("username", name, "password", password));
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("not signed in: " + answer.statusCode());
        }
    }

    String token() {
        return token;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
