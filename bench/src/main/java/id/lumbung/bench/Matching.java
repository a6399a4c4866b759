package id.lumbung.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A census comes in beside a register, and every record of both is compared with all others: how long that goes on in the
 * background, what it costs in memory, and how long the index is read in after a start.
 */
final class Matching {
    private static final int REGISTERED = 60_000;
    private static final String COUNTS = """
            select (select count(*) from matching.record where seq is null and gone_at is null)
                   + (select count(*) from matching.waiting_list) as waiting,
                   (select count(*) from matching.record where gone_at is null) as records,
                   (select count(*) from matching.pair where state <> 'GONE') as pairs
            """;

    private record Counts(long waiting, long records, long pairs) {}

    private final Settings settings;
    private final Report report;

    Matching(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    /** The register first, in a server that is then started anew, as it is compared at a start. */
    void register(Server server) throws Exception {
        new Register(server).growTo(REGISTERED);
    }

    void measure(Server server, String password, Path folder) throws Exception {
        double seconds = untilCompared(server);
        report.add("matching", "the register compared with itself", REGISTERED, seconds, "s", "");
        try (Browser officer = new Browser(server.port)) {
            officer.signIn("dinas", password);
            for (int size : settings.sizes()) {
                Path file = folder.resolve("list.csv");
                new ListFile(size, 0, Intake.places(server)).csv(file);
                Intake.enter(officer, file);
                Files.delete(file);
                double compared = untilCompared(server);
                Counts counts = counts(server);
                report.add("matching", "a list compared with all", size, compared, "s", "");
                report.add("matching", "records a second", size, size / compared, "1/s", "");
                report.add("matching", "pairs kept", size, counts.pairs(), "", "");
                report.add(
                        "matching",
                        "memory of the process",
                        counts.records(),
                        server.residentKilobytes() / 1024.0,
                        "MB",
                        "");
            }
        }
    }

    /** After a start: until the index holds all records, which the page of a pair tells. */
    void again(Server server, Path home, long records) throws Exception {
        long begun = System.nanoTime();
        Path log = Server.log(home);
        while (!Files.readString(log).contains("the index holds")) {
            Thread.sleep(200);
        }
        report.add(
                "matching",
                "start until the index is read in",
                records,
                server.readyAfterMillis / 1000.0 + (System.nanoTime() - begun) / 1e9,
                "s",
                "");
    }

    private static double untilCompared(Server server) throws Exception {
        long begun = System.nanoTime();
        while (counts(server).waiting() > 0) {
            Thread.sleep(200);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    static long records(Server server) throws SQLException, IOException {
        return counts(server).records();
    }

    private static Counts counts(Server server) throws SQLException, IOException {
        try (Connection database = server.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(COUNTS)) {
            row.next();
            return new Counts(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }
}
