package id.lumbung.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.licensing.licence.LicenceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What no browser sends, over a real socket. Nothing breaks, nothing is told about the inside, everybody else is served. */
@BrowserTest
class HostileRequestsTest {
    private static final int PORT = 18089;

    /** Each as it goes over the wire, inside a form. */
    private static final Map<String, String> HOSTILE = hostile();

    @Autowired
    private Office office;

    private record Form(String action, boolean get, Map<String, String> fields) {}

    private static Map<String, String> hostile() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("nothing", "");
        values.put("NUL", "a%00b");
        values.put("over-long", "x".repeat(200_000));
        values.put("right to left", WebVisitor.escaped("Bu \u202Ekicab\u202C \u2066x\u2069"));
        values.put("letters that look alike", WebVisitor.escaped("Ѕіtі Аmіnаһ"));
        values.put("no UTF-8", "%ff%fe%c3%28");
        values.put("half a character", "%ed%a0%80");
        values.put("a broken escape", "%zz%");
        values.put("a formula", WebVisitor.escaped("=HYPERLINK(\"http://x\",\"y\")"));
        values.put("a path", WebVisitor.escaped("../../../../etc/passwd"));
        values.put("SQL", WebVisitor.escaped("' or 1=1 -- %_\\"));
        values.put("HTML", WebVisitor.escaped("\"><script>alert(1)</script>"));
        values.put("an expression", WebVisitor.escaped("${7*191}#{7*191}{{7*191}}"));
        values.put("a header", "x%0d%0aSet-Cookie:%20stolen=1");
        values.put("a large number", "9".repeat(40));
        values.put("below zero", "-1");
        values.put("no number", "NaN");
        values.put("emoji", WebVisitor.escaped("🍜".repeat(50)));
        return values;
    }

    @Test
    void every_form_of_every_role_takes_anything_without_breaking() {
        Office.Person officer = office.officer();
        Office.Person camat = office.camat();
        var filed = office.handedIn(officer, Office.answers("Lastri Handayani", "Keripik Tempe Bu Lastri"));
        LicenceId licence = office.issued(
                officer, office.delegate(), camat, Office.answers("Sulastri", "Warung Pecel Bu Sulastri"));
        List<String> starts = List.of(
                "/",
                "/masuk",
                "/lacak",
                "/beranda",
                "/permohonan",
                "/permohonan/" + filed.application(),
                "/izin",
                "/izin/" + licence,
                "/usaha",
                "/buku-register",
                "/acuan",
                "/akun/saya");
        List<String> broken = new ArrayList<>();
        int forms = 0;

        for (Office.Person person : List.of(officer, camat)) {
            try (WebVisitor visitor = new WebVisitor()) {
                visitor.signIn(person);
                for (Form form : formsFrom(visitor, starts)) {
                    forms++;
                    HOSTILE.forEach((name, value) -> attack(visitor, form, name, value, broken));
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(forms).as("forms found").isGreaterThan(15);
    }

    private static void attack(WebVisitor visitor, Form form, String name, String value, List<String> broken) {
        StringBuilder body = new StringBuilder();
        form.fields()
                .forEach((field, kept) -> body.append(body.isEmpty() ? "" : "&")
                        .append(WebVisitor.escaped(field))
                        .append('=')
                        .append(kept.isEmpty() ? value : WebVisitor.escaped(kept)));
        if (form.get() && body.length() > 4_000) {
            return;
        }
        HttpResponse<String> answer;
        try {
            answer = form.get()
                    ? visitor.get(form.action() + "?" + body.toString().replace("%zz%", "%25"))
                    : visitor.post(form.action(), body.toString());
        } catch (IllegalStateException | IllegalArgumentException noAnswer) {
            broken.add(form.action() + " gives no answer to " + name + ": " + noAnswer.getMessage());
            return;
        }
        String text = answer.body();
        if (answer.statusCode() >= 500) {
            broken.add(form.action() + " answers " + answer.statusCode() + " to " + name);
        }
        if (text.contains("Exception") || text.contains("\tat ") || text.contains("PSQL")) {
            broken.add(form.action() + " tells about the inside after " + name);
        }
        if (text.contains("<script>alert(1)") || text.contains("1337")) {
            broken.add(form.action() + " obeys " + name);
        }
        if (answer.headers().allValues("Set-Cookie").stream().anyMatch(cookie -> cookie.startsWith("stolen"))) {
            broken.add(form.action() + " lets a header through");
        }
    }

    /** The forms on the pages that can be reached, one for each kind of address. */
    private static List<Form> formsFrom(WebVisitor visitor, List<String> starts) {
        Map<String, Form> forms = new LinkedHashMap<>();
        Map<String, Boolean> seen = new LinkedHashMap<>();
        Deque<String> ahead = new ArrayDeque<>(starts);
        while (!ahead.isEmpty() && seen.size() < 70) {
            String path = ahead.poll();
            if (seen.putIfAbsent(kind(path), true) != null) {
                continue;
            }
            HttpResponse<String> answer = visitor.get(path);
            if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                continue;
            }
            Document page = org.jsoup.Jsoup.parse(answer.body(), BrowserTest.ADDRESS + path);
            page.select("a[href^=/]").eachAttr("href").stream()
                    .filter(link -> !link.startsWith("/assets") && !link.contains("#"))
                    .forEach(ahead::add);
            for (Element form : page.select("form[action]")) {
                String action = form.attr("action");
                if (!action.startsWith("/") || action.matches("/keluar|.*/sesi/.*|.*/akhiri.*|.*bahasa.*")) {
                    continue;
                }
                Map<String, String> fields = new LinkedHashMap<>();
                for (Element field : form.select("input[name], textarea[name], select[name], button[name]")) {
                    boolean kept = field.attr("name").equals("_csrf");
                    fields.put(field.attr("name"), kept ? field.val() : "");
                }
                boolean get = form.attr("method").equalsIgnoreCase("get")
                        || form.attr("method").isEmpty();
                forms.putIfAbsent(kind(action) + fields.keySet(), new Form(action, get, fields));
            }
        }
        return List.copyOf(forms.values());
    }

    private static String kind(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("[?].*", "")
                .replaceAll("\\d+", "N");
    }

    @Test
    void fields_that_a_form_does_not_have_change_nothing() {
        Office.Person officer = office.officer();
        try (WebVisitor visitor = new WebVisitor()) {
            visitor.signIn(officer);
            String token =
                    visitor.page("/beranda").select("input[name=_csrf]").first().val();
            String path = visitor.post("/permohonan", "_csrf=" + WebVisitor.escaped(token) + "&kecamatan=35.07.13")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            String id = path.replaceAll(".*/permohonan/([0-9a-f-]{36}).*", "$1");

            visitor.post(
                    "/permohonan/" + id + "/simpan",
                    "_csrf=" + WebVisitor.escaped(token)
                            + "&version=1&businessName=Jenang&state=ISSUED&regionCode=35.07.14"
                            + "&region_code=35.07.14&regime=NIB&enteredBy=x&receipt=1&id=" + new java.util.UUID(0, 0));

            assertThat(id).hasSize(36);
            Document review = visitor.page("/permohonan/" + id + "/isian");
            assertThat(review.select("input[name=businessName]").val()).isEqualTo("Jenang");
            assertThat(review.text()).contains("Kepanjen").doesNotContain("Izin terbit");
        }
    }

    @Test
    void whoever_sends_slowly_keeps_nobody_waiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                Socket socket = new Socket("localhost", PORT);
                socket.getOutputStream()
                        .write(
                                ("POST /lacak HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                                + "Content-Length: 100000\r\n\r\ncode=A")
                                        .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                slow.add(socket);
            }
            try (WebVisitor visitor = new WebVisitor()) {
                assertThat(IntStream.range(0, 20).map(i -> visitor.get("/lacak").statusCode()))
                        .containsOnly(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../../../../etc/passwd",
                "/assets/..%2f..%2f..%2fetc/passwd",
                "/assets/%2e%2e/%2e%2e/application.yaml",
                "/akun/..;/beranda",
                "/akun;x=1/saya",
                "//akun",
                "/akun%00",
                "/c/..%5c..%5cwindows",
                "/beranda%0d%0aX-Stolen:%201",
                "/masuk?lanjut=https://evil.example/",
                "/masuk?lanjut=//evil.example/",
                "/masuk?lanjut=%5c%5cevil.example"
            })
    void a_path_with_a_trick_opens_nothing(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).doesNotContain("root:", "spring:", "X-Stolen: 1\r\n").doesNotContain("HTTP/1.1 5");
        assertThat(answer).doesNotContain("href=\"https://evil", "action=\"https://evil", "Location: http://evil");
        assertThat(answer.startsWith("HTTP/1.1 200") && !path.startsWith("/masuk"))
                .isFalse();
    }

    @Test
    void a_foreign_host_name_is_not_believed_and_gets_into_no_answer() throws Exception {
        for (String header : List.of(
                "Host: evil.example",
                "Host: localhost\r\nX-Forwarded-Host: evil.example",
                "Host: localhost\r\nForwarded: host=evil.example",
                "Host: localhost\r\nX-Original-URL: /akun\r\nX-Rewrite-URL: /akun")) {
            String answer = raw("GET /beranda HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .as(header)
                    .startsWith("HTTP/1.1 302")
                    .contains("Location: /masuk")
                    .doesNotContain("evil.example");
        }
    }

    @Test
    void what_is_shown_to_somebody_signed_in_is_kept_by_no_cache() {
        try (WebVisitor visitor = new WebVisitor()) {
            visitor.signIn(office.officer());
            for (String path : List.of("/beranda", "/usaha", "/izin", "/akun/saya", "/tidak-ada")) {
                assertThat(visitor.get(path)
                                .headers()
                                .firstValue("Cache-Control")
                                .orElse(""))
                        .as(path)
                        .contains("no-store");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "POST /lacak HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
                "POST /lacak HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\nConnection: close\r\n\r\nabcde",
                "POST /lacak HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\nConnection: close\r\n\r\nzz\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Language: \u0000\r\nConnection: close\r\n\r\n"
            })
    void nonsense_is_refused_in_few_words(String request) throws Exception {
        String answer = raw(request);

        assertThat(answer).doesNotContain("HTTP/1.1 500", "Exception", "Tomcat/");
    }

    @Test
    void a_header_or_a_form_beyond_measure_is_refused() throws Exception {
        String tooLong = raw(
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(60_000) + "\r\nConnection: close\r\n\r\n");
        assertThat(tooLong).startsWith("HTTP/1.1 4");
        try (WebVisitor visitor = new WebVisitor()) {
            String many = String.join(
                    "&",
                    IntStream.range(0, 20_000).mapToObj(i -> "f" + i + "=1").toList());
            assertThat(visitor.post("/lacak", many).statusCode()).isBetween(400, 499);
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", PORT)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException closedByTheServer) {
            return "";
        }
    }
}
