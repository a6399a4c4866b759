package id.lumbung.bench.fault;

import id.lumbung.bench.Browser;
import id.lumbung.bench.Server;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The people of an office that has just been started for the first time, made as an administrator makes them: by the link
 * that the first start leaves in its home folder, then by invitations.
 */
final class Staff {
    static final String KECAMATAN = "35.07.13";
    private static final Pattern LINK = Pattern.compile("(/atur/[\\w-]+)");
    private static final Pattern SCOPE = Pattern.compile("name=\"scopes\"[^>]*value=\"([A-Z_]+)\"");
    private static final Pattern TOKEN = Pattern.compile("lmb_[0-9A-Za-z]{51}");
    private static final String PASSWORD = "lesung-tampah-gabah-7351";

    /** Tokens of those who handle one case. */
    record Hands(String officer, String delegate, String camat) {}

    private final Server server;
    private int addresses = 100;

    Staff(Server server) {
        this.server = server;
    }

    List<Hands> hire(Path home, int clients, String subscriber) throws IOException, InterruptedException {
        use(
                link(Files.readString(home.resolve("first-administrator.link"))),
                Map.of("fullName", "Administrator Uji", "signInName", "admin"));
        String administrator;
        try (Browser browser = signedIn("admin");
                Caller caller = new Caller(server.port)) {
            administrator = token(browser, "uji");
            must(caller.send(Caller.Request.send("POST", administrator, "/webhooks", "{\"url\":\"" + subscriber + "\"}")
                    .once("hook")));
            invite(caller, administrator, "petugas", "Ratih Puspita", "KECAMATAN_OFFICER", "Petugas Pelayanan");
            invite(caller, administrator, "sekcam", "Arif Rahman", "CAMAT_DELEGATE", "Sekretaris Kecamatan");
            invite(caller, administrator, "camat", "Suharto Wijaya", "CAMAT", "Camat Kepanjen");
        }
        List<List<String>> tokens = new ArrayList<>();
        for (String name : List.of("petugas", "sekcam", "camat")) {
            List<String> own = new ArrayList<>();
            try (Browser browser = signedIn(name)) {
                for (int i = 0; i < clients; i++) {
                    own.add(token(browser, "uji " + i));
                }
            }
            tokens.add(own);
        }
        List<Hands> hands = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            hands.add(new Hands(
                    tokens.get(0).get(i), tokens.get(1).get(i), tokens.get(2).get(i)));
        }
        return hands;
    }

    private void invite(Caller caller, String administrator, String name, String fullName, String role, String title)
            throws IOException, InterruptedException {
        String legal = role.equals("CAMAT_DELEGATE") ? ",\"legalBasis\":\"Surat Tugas Camat Nomor 800/1/2026\"" : "";
        String body = """
                {"person":{"signInName":"%s","fullName":"%s","title":"%s","rank":"Pembina","nip":"1980010120050110%02d"},\
                "grant":{"role":"%s","territory":"%s","from":"%s"%s}}""".formatted(
                        name,
                        fullName,
                        title,
                        addresses % 100,
                        role,
                        KECAMATAN,
                        LocalDate.now(ZoneId.of("Asia/Jakarta")),
                        legal);
        Caller.Answer invited = must(caller.send(
                Caller.Request.send("POST", administrator, "/accounts", body).once("invite-" + name)));
        use(link(invited.first("link")), Map.of());
    }

    private static Caller.Answer must(Caller.Answer answer) throws IOException {
        if (!answer.isWell()) {
            throw new IOException("while the office was made: " + answer.status() + " " + answer.text());
        }
        return answer;
    }

    private static String link(String text) throws IOException {
        Matcher matcher = LINK.matcher(text);
        if (!matcher.find()) {
            throw new IOException("no link was given");
        }
        return matcher.group(1);
    }

    private void use(String link, Map<String, String> more) throws IOException, InterruptedException {
        try (Browser browser = browser()) {
            browser.get(link);
            Map<String, String> form = new java.util.HashMap<>(more);
            form.put("password", PASSWORD);
            form.put("again", PASSWORD);
            HttpResponse<byte[]> answer = browser.post(link, form);
            if (answer.statusCode() != 302) {
                throw new IOException("a link for a password answered " + answer.statusCode());
            }
        }
    }

    private Browser browser() {
        Browser browser = new Browser(server.port);
        browser.comeFrom(addresses++);
        return browser;
    }

    private Browser signedIn(String name) throws IOException, InterruptedException {
        Browser browser = browser();
        browser.signIn(name, PASSWORD);
        return browser;
    }

    /** A token with everything that the person may. */
    private static String token(Browser browser, String name) throws IOException, InterruptedException {
        String page = Browser.text(browser.get("/akun/saya/token"));
        String scopes =
                SCOPE.matcher(page).results().map(found -> found.group(1)).collect(Collectors.joining(","));
        String expires = LocalDate.now(ZoneId.of("Asia/Jakarta")).plusDays(30).toString();
        String made = Browser.text(
                browser.post("/akun/saya/token", Map.of("name", name, "scopes", scopes, "expires", expires)));
        Matcher matcher = TOKEN.matcher(made);
        if (!matcher.find()) {
            throw new IOException("no token was made for " + name + " with " + scopes);
        }
        return matcher.group();
    }
}
