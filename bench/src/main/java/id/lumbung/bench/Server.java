package id.lumbung.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Lumbung of our own: started on the loopback address, stopped or killed at the end. */
public final class Server implements AutoCloseable {
    private final Process process;
    private final Path home;
    private final Path log;
    public final int port;
    public final long readyAfterMillis;

    private Server(Process process, Path home, Path log, int port, long readyAfterMillis) {
        this.process = process;
        this.home = home;
        this.log = log;
        this.port = port;
        this.readyAfterMillis = readyAfterMillis;
    }

    /**
     * How to start one.
     *
     * @param run folder of the built application
     * @param javaOptions options of Java
     * @param arguments more arguments of the application
     * @param port where it listens; 0 for a free one
     */
    public record Launch(Path run, List<String> javaOptions, List<String> arguments, int port) {
        public Launch {
            javaOptions = List.copyOf(javaOptions);
            arguments = List.copyOf(arguments);
        }
    }

    static Server start(Settings settings, String profile, Path home) throws IOException, InterruptedException {
        return start(new Launch(settings.run(), settings.javaOptions(), List.of(), 0), profile, home);
    }

    /** Starts it and waits until it is ready. */
    public static Server start(Launch launch, String profile, Path home) throws IOException, InterruptedException {
        Files.createDirectories(home);
        int port = launch.port() == 0 ? freePort() : launch.port();
        Path jar;
        try (var files = Files.list(launch.run())) {
            jar = files.filter(file -> file.getFileName().toString().matches("lumbung-app-.*[.]jar"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> command = new ArrayList<>();
        command.add(System.getenv().getOrDefault("LUMBUNG_JAVA", "java"));
        command.addAll(launch.javaOptions());
        command.addAll(
                List.of("-jar", jar.toString(), "--spring.profiles.active=" + profile, "--server.address=127.0.0.1"));
        command.addAll(List.of("--server.port=" + port, "--lumbung.home=" + home));
        command.add("--lumbung.public-url=http://localhost:" + port);
        command.addAll(launch.arguments());
        Path log = log(home);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Server asked = new Server(process, home, log, port, 0);
        try {
            asked.awaitReady();
            return new Server(process, home, log, port, (System.nanoTime() - begun) / 1_000_000);
        } catch (IOException | InterruptedException | RuntimeException problem) {
            asked.close();
            throw problem;
        }
    }

    /** What the servers of a home have said. */
    public static Path log(Path home) {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 0; i < 36_000; i++) {
                if (!process.isAlive()) {
                    throw new IOException("Lumbung did not start, see " + log);
                }
                try {
                    if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // asked again
                }
                Thread.sleep(25);
            }
        }
        throw new IOException("Lumbung was not ready in 15 minutes, see " + log);
    }

    /** The demo's password; printed when the demo's people are there. */
    String password() throws IOException, InterruptedException {
        Pattern said = Pattern.compile("kata sandi / password: (\\S+)");
        for (int i = 0; i < 6_000; i++) {
            Matcher matcher = said.matcher(Files.readString(log));
            if (matcher.find()) {
                return matcher.group(1);
            }
            Thread.sleep(100);
        }
        throw new IOException("the demo was not filled in ten minutes");
    }

    /** The embedded database as its superuser, to load and to look, never to serve. */
    public Connection database() throws IOException, SQLException {
        String secret = Files.readString(home.resolve("keys/postgres.password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/lumbung", "postgres", secret);
    }

    Path home() {
        return home;
    }

    String appSecret() throws IOException {
        return Files.readString(home.resolve("keys/lumbung_app.password")).strip();
    }

    public int databasePort() throws IOException {
        return Integer.parseInt(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip());
    }

    /** Of the Java process, so far. */
    long processorNanos() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    long residentKilobytes() throws IOException {
        return status(process.pid(), "VmRSS");
    }

    /** Of all PostgreSQL processes the part of memory that is theirs, shared pages divided among them. */
    long databaseKilobytes() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        Optional<ProcessHandle> server = ProcessHandle.of(postmaster);
        long sum = 0;
        if (server.isPresent()) {
            sum = proportional(postmaster);
            for (ProcessHandle child : server.get().descendants().toList()) {
                sum += proportional(child.pid());
            }
        }
        return sum;
    }

    private static long proportional(long pid) throws IOException {
        Path rollup = Path.of("/proc/" + pid + "/smaps_rollup");
        if (!Files.isReadable(rollup)) {
            return 0;
        }
        return Files.readAllLines(rollup).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static long status(long pid, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** As a loss of power would: the process gets no chance to end anything. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Number of the process of PostgreSQL that the others belong to; 0 when there is none. */
    public static long postmaster(Path home) {
        try {
            List<String> lines = Files.readAllLines(home.resolve("postgres/postmaster.pid"));
            // the last line is written when it takes connections
            return lines.size() < 8 || !lines.get(7).strip().equals("ready")
                    ? 0
                    : Long.parseLong(lines.getFirst().strip());
        } catch (IOException | NumberFormatException none) {
            return 0;
        }
    }

    /** Kills PostgreSQL of a home, all its processes; says which one was the first of them. */
    public static long killDatabase(Path home) {
        long postmaster = postmaster(home);
        ProcessHandle.of(postmaster)
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .ifPresent(process -> {
                    List<ProcessHandle> children = process.descendants().toList();
                    process.destroyForcibly();
                    children.forEach(ProcessHandle::destroyForcibly);
                });
        return postmaster;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
