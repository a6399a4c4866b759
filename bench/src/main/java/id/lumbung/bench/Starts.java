package id.lumbung.bench;

import java.nio.file.Path;

/** How long an office that has been started before takes until it is ready, and how much memory it holds then. */
final class Starts {
    private static final int TIMES = 5;

    private Starts() {}

    static void measure(Settings settings, Path home, Report report) throws Exception {
        try (Server first = Server.start(settings, "start", home)) {
            report.add("start", "first start, lays down the database", 0, first.readyAfterMillis, "ms", "");
        }
        Sample ready = new Sample();
        Sample processor = new Sample();
        long resident = 0;
        long database = 0;
        for (int i = 0; i < TIMES; i++) {
            try (Server server = Server.start(settings, "start", home)) {
                ready.add(server.readyAfterMillis * 1_000_000);
                processor.add(server.processorNanos());
                resident = Math.max(resident, server.residentKilobytes());
                database = Math.max(database, server.databaseKilobytes());
            }
        }
        report.add("start", "to ready, middle of " + TIMES, 0, ready.percentile(0.5), "ms", "< 4000");
        report.add("start", "to ready, longest of " + TIMES, 0, ready.percentile(1), "ms", "");
        report.add("start", "processor time of Java until ready, middle", 0, processor.percentile(0.5), "ms", "");
        report.add("start", "resident memory of Java when ready, largest", 0, resident / 1024.0, "MB", "< 400");
        report.add("start", "PostgreSQL beside it, shared pages divided", 0, database / 1024.0, "MB", "");
    }
}
