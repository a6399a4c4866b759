package id.lumbung.platform.database;

import id.lumbung.platform.Home;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL run by this process from binaries it carries, with its data kept in the home folder. Listens on the
 * loopback address only and asks every local user for a password.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String HOST_RULES = """
            # Written by Lumbung: nobody signs in without a password.
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Replaying the log after a crash may take minutes; who is stopped meanwhile begins anew. */
    private static final Duration REPLAY = Duration.ofMinutes(30);

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Path data;
    private final int port;
    private final EmbeddedPostgres server;
    private volatile boolean closing;
    private volatile int failedRestarts;
    private @Nullable Thread watch;

    private EmbeddedDatabase(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
        this.port = server.getPort();
    }

    /** As {@link #start(Home, Path)} without keeping the write-ahead log. */
    public static EmbeddedDatabase start(Home home) {
        return start(home, null);
    }

    /**
     * Starts the server of the home; makes it at the first time. A server that dies is started again.
     *
     * @param walArchive folder that gets every finished piece of the write-ahead log, for going back to a point in time
     */
    public static EmbeddedDatabase start(Home home, @Nullable Path walArchive) {
        try {
            EmbeddedPostgres server = startServer(home, walArchive);
            EmbeddedDatabase database = new EmbeddedDatabase(home.resolve("postgres"), server);
            database.prepare(home, home.resolve("postgres"), home.secret("postgres.password"));
            database.watch = Thread.ofVirtual().name("lumbung-postgres-watch").start(database::keepAlive);
            return database;
        } catch (IOException | SQLException problem) {
            throw new IllegalStateException(
                    "the embedded PostgreSQL did not start in " + home.resolve("postgres"), problem);
        }
    }

    private static EmbeddedPostgres startServer(Home home, @Nullable Path walArchive) throws IOException {
        Path data = home.resolve("postgres");
        String password = home.secret("postgres.password");
        boolean kept = Files.exists(data.resolve("PG_VERSION"));
        if (kept) {
            stopLeftOver(data);
        }
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "id-ID")
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_connections", "60")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("timezone", "Asia/Jakarta")
                .setDataDirectoryCustomizer(folder -> WriteAheadLog.configure(folder.toPath(), walArchive))
                .setPGStartupWait(kept ? REPLAY : PATIENCE);
        if (kept && Files.readString(data.resolve("pg_hba.conf")).contains("Lumbung")) {
            builder.setConnectConfig("password", password);
        }
        return kept ? startKept(builder, data) : builder.start();
    }

    /** Waits as long as the server is there and replays its log, and no longer. */
    private static EmbeddedPostgres startKept(EmbeddedPostgres.Builder builder, Path data) throws IOException {
        Thread starting = Thread.currentThread();
        AtomicBoolean ended = new AtomicBoolean();
        Thread guard = Thread.ofVirtual().name("lumbung-postgres-start").start(() -> {
            if (endsBeforeItIsReady(data)) {
                ended.set(true);
                starting.interrupt();
            }
        });
        try {
            EmbeddedPostgres server = builder.start();
            guard.interrupt();
            guard.join();
            if (!ended.get()) {
                return server;
            }
            server.close();
        } catch (InterruptedException interrupted) {
            if (!ended.get()) {
                Thread.currentThread().interrupt();
            }
        } finally {
            guard.interrupt();
            if (ended.get()) {
                // what the guard has left behind
                Thread.interrupted();
            }
        }
        throw new IOException("PostgreSQL ended while it was starting");
    }

    /** Returns with true when the server went or never came; ends otherwise only by being interrupted. */
    private static boolean endsBeforeItIsReady(Path data) {
        boolean seen = false;
        int missing = 0;
        try {
            while (true) {
                Thread.sleep(100);
                if (isAlive(data)) {
                    seen = true;
                    missing = 0;
                } else {
                    missing++;
                }
                if (missing > (seen ? 10 : PATIENCE.toSeconds() * 10)) {
                    return true;
                }
            }
        } catch (InterruptedException ready) {
            return false;
        }
    }

    /** Starts a server that has ended again, on the same port: the pools find it there. */
    private void keepAlive() {
        try {
            while (!closing) {
                Thread.sleep(250);
                if (!closing && !isAlive(data)) {
                    revive();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** However long it takes until it can start: a full disk, say, must be made room on first. */
    private synchronized void revive() throws InterruptedException {
        LOG.error("PostgreSQL has stopped by itself; it is started again");
        long said = System.nanoTime();
        while (!closing && !isAlive(data)) {
            if (startAgain()) {
                LOG.warn("PostgreSQL is back");
                return;
            }
            failedRestarts++;
            if (failedRestarts == 1 || System.nanoTime() - said > PATIENCE.toNanos()) {
                said = System.nanoTime();
                LOG.error("PostgreSQL cannot be started again; it is tried on. Is the disk full?");
            }
            Thread.sleep(AGAIN);
        }
    }

    /**
     * By its own program, which sees at once when the server gives up, with the options of its last start. What started it
     * at first keeps a lock on the folder and would stand in its own way.
     */
    private boolean startAgain() throws InterruptedException {
        try {
            String last = Files.readString(data.resolve("postmaster.opts")).strip();
            int end = last.indexOf(" \"");
            Path program = Path.of(last.substring(0, end)).resolveSibling("pg_ctl");
            List<String> command = new ArrayList<>();
            if ("root".equals(System.getProperty("user.name"))) {
                // PostgreSQL does not run as root: as nobody, as at its first start
                command.addAll(List.of("unshare", "-U"));
            }
            command.addAll(List.of(program.toString(), "-D", data.toString(), "-w", "-t", "" + REPLAY.toSeconds()));
            command.addAll(List.of("-o", last.substring(end + 1), "start"));
            Process starting = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return starting.waitFor() == 0;
            } finally {
                starting.destroy();
            }
        } catch (IOException | IndexOutOfBoundsException problem) {
            LOG.error("the options of the last start of PostgreSQL cannot be read", problem);
            return false;
        }
    }

    /** How often a server that had ended could not be started again. */
    int failedRestarts() {
        return failedRestarts;
    }

    private static boolean isAlive(Path data) {
        return runningServer(data).isPresent();
    }

    /** The server that holds a data folder, if there is one. */
    static Optional<ProcessHandle> runningServer(Path data) {
        try {
            Path pidFile = data.resolve("postmaster.pid");
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(ProcessHandle::isAlive)
                            .filter(process ->
                                    process.info().command().orElse("postgres").contains("postgres"));
        } catch (IOException | NumberFormatException justBeingWritten) {
            return Optional.empty();
        }
    }

    /** JDBC address of the database of the running server of a home, for commands beside the process. */
    public static Optional<String> addressOfRunning(Home home) {
        Path data = home.resolve("postgres");
        if (runningServer(data).isEmpty()) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of("jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/lumbung");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** A server that outlived a killed process still holds the data; it is asked to stop and waited for. */
    private static void stopLeftOver(Path data) throws IOException {
        ProcessHandle server = runningServer(data).orElse(null);
        if (server == null) {
            return;
        }
        LOG.warn("a PostgreSQL left over from a stopped process is asked to stop");
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            server.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException problem) {
            throw new IOException("the left-over PostgreSQL does not stop", problem);
        }
    }

    private void prepare(Home home, Path data, String password) throws SQLException, IOException {
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", password);
        try (Connection connection = DriverManager.getConnection(url("postgres"), login);
                Statement statement = connection.createStatement()) {
            awaitReplay(statement);
            if (!exists(statement, "select 1 from pg_database where datname = 'lumbung'")) {
                for (String role : List.of("lumbung_owner", "lumbung_app")) {
                    if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                        statement.execute("create role " + role + " login");
                    }
                    statement.execute("alter role " + role + " password '" + home.secret(role + ".password") + "'");
                }
                statement.execute("alter role postgres password '" + password + "'");
                Files.writeString(data.resolve("pg_hba.conf"), HOST_RULES);
                statement.execute("select pg_reload_conf()");
                statement.execute("create database lumbung owner lumbung_owner");
            }
        }
    }

    /** A restored server takes questions before it has replayed its log; nothing may be written until then. */
    private static void awaitReplay(Statement statement) throws SQLException {
        while (exists(statement, "select 1 where pg_is_in_recovery()")) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while PostgreSQL replays its log", interrupted);
            }
        }
    }

    private static boolean exists(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next();
        }
    }

    /** JDBC address without a login. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() throws IOException {
        closing = true;
        if (watch != null) {
            watch.interrupt();
        }
        synchronized (this) {
            server.close();
        }
    }
}
