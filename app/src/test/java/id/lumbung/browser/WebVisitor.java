package id.lumbung.browser;

import id.lumbung.identity.TestActors;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A visitor over plain HTTP, who sends what no browser would. Cookies are kept, redirects are not followed. */
final class WebVisitor implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    void signIn(Office.Person person) {
        String token =
                page("/masuk").select("form[action=/masuk] input[name=_csrf]").val();
        HttpResponse<String> answer = post(
                "/masuk",
                "_csrf=" + escaped(token) + "&username=" + escaped(person.signInName()) + "&password="
                        + escaped(TestActors.PASSWORD));
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException("not signed in: " + answer.statusCode());
        }
    }

    Document page(String path) {
        return Jsoup.parse(get(path).body(), BrowserTest.ADDRESS + path);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** A form as it goes over the wire: already escaped, rightly or wrongly. */
    HttpResponse<String> post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.US_ASCII))
                .build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(BrowserTest.ADDRESS + path)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new IllegalStateException(
                    "no answer to " + request.method() + " " + request.uri().getPath(), problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
