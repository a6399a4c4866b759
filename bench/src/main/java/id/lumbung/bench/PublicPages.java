package id.lumbung.bench;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What anybody may ask for: the front page, the check of a licence, the state of a case. */
final class PublicPages {
    record Page(String path, String name) {}

    static final List<Page> PAGES = List.of(
            new Page("/", "front page"),
            new Page("/c", "check page"),
            new Page("/c/status.json", "states of all licences"),
            new Page("/lacak", "case status, the question"));

    private PublicPages() {}

    static void measure(Settings settings, Server server, Report report) throws Exception {
        server.password();
        for (Page page : PAGES) {
            List<Browser> visitors = visitors(server);
            ask(visitors, page.path(), settings.seconds() / 3.0, new Sample());
            Sample sample = new Sample();
            double took = ask(visitors, page.path(), settings.seconds(), sample);
            HttpResponse<byte[]> answer = visitors.getFirst().get(page.path());
            visitors.forEach(Browser::close);
            report.add("public", page.name(), 0, sample.size() / took, "1/s", "");
            report.add("public", page.name() + ", compressed", 0, answer.body().length, "bytes", "");
            report.add("public", page.name(), 0, sample, "");
        }
        caseStatus(settings, server, report);
    }

    /** A case is followed by typing its code; here one that opens nothing, from ever new addresses. */
    private static void caseStatus(Settings settings, Server server, Report report) throws Exception {
        List<Browser> visitors = visitors(server);
        for (Browser visitor : visitors) {
            visitor.get("/lacak");
        }
        AtomicInteger address = new AtomicInteger();
        Sample sample = new Sample();
        Load.Turn turn = (client, n) -> {
            Browser visitor = visitors.get(client);
            visitor.comeFrom(address.incrementAndGet());
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = visitor.post("/lacak", Map.of("code", "0000-0000-0000"));
            sample.addIf(answer.statusCode() == 422, System.nanoTime() - begun);
        };
        double took = Load.run(Load.CLIENTS, settings.seconds(), turn);
        visitors.forEach(Browser::close);
        report.add("public", "case status, the answer", 0, sample.size() / took, "1/s", "");
        report.add("public", "case status, the answer", 0, sample, "");
    }

    private static List<Browser> visitors(Server server) {
        List<Browser> visitors = new ArrayList<>();
        for (int i = 0; i < Load.CLIENTS; i++) {
            visitors.add(new Browser(server.port));
        }
        return visitors;
    }

    private static double ask(List<Browser> visitors, String path, double seconds, Sample sample) throws Exception {
        return Load.run(Load.CLIENTS, seconds, (client, n) -> {
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = visitors.get(client).get(path);
            sample.addIf(answer.statusCode() == 200, System.nanoTime() - begun);
        });
    }
}
