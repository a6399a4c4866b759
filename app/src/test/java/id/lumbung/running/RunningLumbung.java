package id.lumbung.running;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of its own, as an administrator would start it, with its output in a file. */
final class RunningLumbung implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    final int port;
    final int metricsPort;
    final Path output;
    private final Process process;

    private RunningLumbung(int port, int metricsPort, Path output, Process process) {
        this.port = port;
        this.metricsPort = metricsPort;
        this.output = output;
        this.process = process;
    }

    /** Begins to start; {@link #awaitReady} waits for it. */
    static RunningLumbung start(Path folder, String name, Map<String, String> settings) throws IOException {
        int port = freePort();
        int metrics = freePort();
        List<String> lines = new ArrayList<>();
        settings.forEach((key, value) -> lines.add(key + "=" + value));
        lines.add("LUMBUNG_PORT=" + port);
        lines.add("LUMBUNG_METRICS_PORT=" + metrics);
        Path file = Files.write(folder.resolve(name + ".conf"), lines);
        Path output = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command("--lumbung.config=" + file))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new RunningLumbung(port, metrics, output, process);
    }

    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "id.lumbung.Lumbung",
                "--spring.profiles.active=start"));
        command.addAll(List.of(arguments));
        return command;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    void awaitReady() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            if (status("/health/ready") == 200) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("not ready:\n" + Files.readString(output));
    }

    private int status(String path) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address() + path))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    String metrics() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metricsPort + "/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    String log() throws IOException {
        return Files.readString(output);
    }

    /** As the power cut does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** As systemd does. */
    void askToStop() {
        process.destroy();
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("does not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
