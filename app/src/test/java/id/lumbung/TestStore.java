package id.lumbung;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An S3 server (S3Proxy) as a process of its own, with its buckets in a folder; it checks signatures. */
public final class TestStore {
    public static final String BUCKET = "lumbung-uji";
    public static final String PREFIX = "malang/";
    public static final String ACCESS_KEY = "kantor";
    private static final int PATIENCE = 60;

    private final Path folder;
    private final int port;
    private final String secret = "rahasia-" + UUID.randomUUID();
    private volatile @Nullable Process process;

    private TestStore(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    private static TestStore start() {
        try (ServerSocket free = new ServerSocket(0)) {
            Path folder = TestDatabase.temporaryFolder("lumbung-store");
            Files.createDirectories(folder.resolve("buckets").resolve(BUCKET));
            TestStore store = new TestStore(folder, free.getLocalPort());
            free.close();
            Runtime.getRuntime().addShutdownHook(new Thread(store::kill));
            store.comeBack();
            return store;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** One for a run of tests. Who ends it brings it back; prefixes keep tests apart. */
    public static TestStore shared() {
        return Shared.STORE;
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public String secret() {
        return secret;
    }

    /** Where the objects of a bucket lie as files. */
    public Path bucket() {
        return folder.resolve("buckets").resolve(BUCKET);
    }

    /** As a loss of power. */
    public void kill() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroyForcibly();
        try {
            running.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts again at the same address with what is there. */
    public void comeBack() {
        if (process != null && process.isAlive()) {
            // a second one would find the address taken, and the first would then outlive every kill
            return;
        }
        try {
            Path settings = Files.write(
                    folder.resolve("s3proxy.conf"),
                    List.of(
                            "s3proxy.endpoint=" + address(),
                            "s3proxy.authorization=aws-v4",
                            "s3proxy.identity=" + ACCESS_KEY,
                            "s3proxy.credential=" + secret,
                            "jclouds.provider=filesystem-nio2",
                            "jclouds.filesystem.basedir=" + folder.resolve("buckets")));
            Path quiet = Files.writeString(
                    folder.resolve("logback.xml"), "<configuration><root level=\"OFF\"/></configuration>");
            Process started = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Dlogback.configurationFile=" + quiet,
                            "-cp",
                            classPath(),
                            "org.gaul.s3proxy.Main",
                            "--properties",
                            settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            process = started;
            await(started);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Its own libraries first; of the application's it takes the few that it shares with it. */
    private static String classPath() {
        List<String> path = new ArrayList<>();
        path.add(Sources.APP.resolve("target/store") + "/*");
        Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> entry.contains("/awssdk/")
                        || entry.contains("/org/slf4j/")
                        || entry.contains("/ch/qos/logback/")
                        || entry.contains("reactive-streams"))
                .forEach(path::add);
        return String.join(":", path);
    }

    private void await(Process started) throws IOException {
        for (int i = 0; i < PATIENCE * 20; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
                return;
            } catch (IOException notYet) {
                if (!started.isAlive()) {
                    break;
                }
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new IllegalStateException("no S3 server:\n" + Files.readString(folder.resolve("output")));
    }

    /** Documents of a context go to the shared store. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "lumbung.documents.place=s3",
                            "lumbung.documents.s3.endpoint=" + shared().address(),
                            "lumbung.documents.s3.bucket=" + BUCKET,
                            "lumbung.documents.s3.prefix=" + PREFIX,
                            "lumbung.documents.s3.access-key=" + ACCESS_KEY,
                            "lumbung.documents.s3.secret-key=" + shared().secret())
                    .applyTo(context);
        }
    }

    private static final class Shared {
        static final TestStore STORE = start();
    }
}
