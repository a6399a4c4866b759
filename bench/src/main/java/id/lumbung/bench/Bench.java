package id.lumbung.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./lumbung bench}: starts what it needs, measures, prints one table and writes it as JSON. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings;
        try {
            settings = Settings.read(arguments);
        } catch (IllegalArgumentException problem) {
            System.err.println(problem.getMessage());
            System.exit(2);
            return;
        }
        Path folder = settings.keep() == null
                ? Files.createTempDirectory("lumbung-bench")
                : Files.createDirectories(settings.keep());
        // PostgreSQL does not run as root and must be able to reach its folder
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Report report = new Report(settings.commit());
        try {
            report.begin();
            measure(settings, folder, report);
        } finally {
            report.write(settings.output().resolve("bench.json"));
            if (settings.keep() == null) {
                delete(folder);
            }
        }
    }

    private static void measure(Settings settings, Path folder, Report report) throws Exception {
        if (settings.wants("start")) {
            Starts.measure(settings, folder.resolve("empty"), report);
        }
        if (settings.wants("public")) {
            Path home = demo(settings, folder);
            try (Server server = Server.start(settings, "demo", home)) {
                PublicPages.measure(settings, server, report);
            }
        }
        if (settings.wants("licences")) {
            licences(settings, folder, report);
        }
        if (settings.wants("cases")) {
            cases(settings, folder, report);
        }
        if (settings.wants("large")) {
            large(settings, folder, report);
        }
        if (settings.wants("intake")) {
            intake(settings, folder, report);
        }
        if (settings.wants("matching")) {
            matching(settings, folder, report);
        }
    }

    /** On a copy of the demo's office: what pgbench leaves there are no licences. */
    private static void licences(Settings settings, Path folder, Report report) throws Exception {
        Path demo = demo(settings, folder);
        Path home = folder.resolve("licences");
        copy(demo, home);
        try {
            try (Server server = Server.start(settings, "demo", home)) {
                SameSql.prepare(server);
            }
            try (Server server = Server.start(settings, "demo", home)) {
                SameSql same = new SameSql(server);
                Path script = folder.resolve("case.sql");
                double cases = cases(settings, server, report, one -> same.record(one, script));
                double bare = same.rate(script, Load.CLIENTS, settings.seconds() * 2);
                report.add("licences", "the same statements by pgbench, cases", 0, bare, "1/s", "");
                report.add("licences", "over HTTP to by pgbench", 0, cases / bare, "", ">= 0.5");
            }
        } finally {
            delete(home);
        }
    }

    /** As {@link #licences} without pgbench, on the demo's office itself: the next version finds what this one left. */
    private static void cases(Settings settings, Path folder, Report report) throws Exception {
        try (Server server = Server.start(settings, "demo", demo(settings, folder))) {
            cases(settings, server, report, one -> {});
        }
    }

    private interface Watched {
        void by(SameSql.Work one) throws Exception;
    }

    /** Cases a second, once warm; one case at a time is watched before. */
    private static double cases(Settings settings, Server server, Report report, Watched watched) throws Exception {
        Licences licences = new Licences();
        List<Licences.Hands> hands = licences.signIn(server, Load.CLIENTS);
        // until the compiler of the server has little left to do
        licences.warm(hands, settings.seconds() * 4.0);
        watched.by(() -> licences.handle(hands.getFirst(), Licences.Steps.none()));
        double cases = licences.measure(settings, server, hands, report);
        licences.measurePaced(settings, hands, report);
        hands.forEach(Licences.Hands::close);
        return cases;
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        // as it is, with owners and rights: PostgreSQL refuses a folder that others may read
        int result = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (result != 0) {
            throw new IOException("the demo's office could not be copied");
        }
    }

    private static void large(Settings settings, Path folder, Report report) throws Exception {
        Path home = demo(settings, folder);
        Large large = new Large(settings, report);
        // the register is grown by SQL, whose sealed numbers nobody can open; what comparing takes is measured by
        // itself
        Server.Launch launch = new Server.Launch(
                settings.run(), settings.javaOptions(), List.of("--lumbung.matching.by-itself=false"), 0);
        for (int size : settings.sizes()) {
            try (Server server = Server.start(launch, "demo", home)) {
                large.measure(server, size);
            }
            try (Server again = Server.start(settings, "demo", home)) {
                large.started(size, again.readyAfterMillis);
            }
        }
        large.summarise();
    }

    /** On a copy of the demo's office, with the heap that the goal allows. */
    private static void intake(Settings settings, Path folder, Report report) throws Exception {
        Path demo = demo(settings, folder);
        Path home = folder.resolve("intake");
        copy(demo, home);
        try {
            String password;
            try (Server server = Server.start(settings, "demo", demo)) {
                password = server.password();
            }
            List<String> options = new ArrayList<>(settings.javaOptions());
            options.removeIf(option -> option.startsWith("-Xmx") || option.startsWith("-XX:MaxRAM"));
            options.add("-Xmx512m");
            // what comes in is compared afterwards, which has a part of its own
            Server.Launch launch =
                    new Server.Launch(settings.run(), options, List.of("--lumbung.matching.by-itself=false"), 0);
            try (Server server = Server.start(launch, "demo", home)) {
                new Intake(settings, report).measure(server, password, folder);
            }
        } finally {
            delete(home);
        }
    }

    /** On a copy of the demo's office, as an administrator starts it. */
    private static void matching(Settings settings, Path folder, Report report) throws Exception {
        Path demo = demo(settings, folder);
        Path home = folder.resolve("matching");
        copy(demo, home);
        try {
            String password;
            try (Server server = Server.start(settings, "demo", demo)) {
                password = server.password();
            }
            Matching matching = new Matching(settings, report);
            try (Server server = Server.start(settings, "demo", home)) {
                matching.register(server);
            }
            long records;
            try (Server server = Server.start(settings, "demo", home)) {
                matching.measure(server, password, folder);
                records = Matching.records(server);
            }
            Files.delete(Server.log(home));
            try (Server server = Server.start(settings, "demo", home)) {
                matching.again(server, home, records);
            }
        } finally {
            delete(home);
        }
    }

    /** A home with the demo's office in it. */
    private static Path demo(Settings settings, Path folder) throws Exception {
        Path home = folder.resolve("demo");
        if (!Files.exists(home.resolve("postgres/PG_VERSION"))) {
            System.err.println("making the demo's office …");
            try (Server first = Server.start(settings, "demo", home)) {
                first.password();
            }
        }
        return home;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
