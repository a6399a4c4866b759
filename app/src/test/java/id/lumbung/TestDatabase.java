package id.lumbung;

import id.lumbung.platform.LumbungSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One PostgreSQL for a run of tests: embedded, or the server that {@code LUMBUNG_TEST_DATABASE} names as the JDBC address
 * of a superuser, password included. Each application context gets a fresh database and home in it.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String ROLE_PASSWORD = "only-for-tests";

    /** JDBC address, superuser's login included, of a database on the server. */
    public static String serverUrl(String database) {
        String external = System.getenv("LUMBUNG_TEST_DATABASE");
        if (external != null && !external.isBlank()) {
            return external.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
        }
        return "jdbc:postgresql://127.0.0.1:" + Embedded.SERVER.getPort() + "/" + database + "?user=postgres";
    }

    /** A new empty database owned by {@code lumbung_owner}; returns its name. */
    public static String create() {
        String name = "lumbung_test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(serverUrl("postgres"));
                Statement statement = connection.createStatement()) {
            for (String role : new String[] {"lumbung_owner", "lumbung_app"}) {
                try (ResultSet found =
                        statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
                    if (!found.next()) {
                        try (Statement making = connection.createStatement()) {
                            making.execute("create role " + role + " login");
                        }
                    }
                }
                statement.execute("alter role " + role + " password '" + ROLE_PASSWORD + "'");
            }
            statement.execute("create database " + name + " owner lumbung_owner");
        } catch (SQLException problem) {
            throw new IllegalStateException("no test database", problem);
        }
        return name;
    }

    /** Address of a database without a login. */
    public static String addressOf(String database) {
        return serverUrl(database).replaceFirst("\\?.*", "");
    }

    /** Both logins to a database of {@link #create}. */
    public static LumbungSettings.ExternalDatabase loginTo(String address) {
        return new LumbungSettings.ExternalDatabase(
                address,
                new LumbungSettings.Login("lumbung_owner", ROLE_PASSWORD),
                new LumbungSettings.Login("lumbung_app", ROLE_PASSWORD));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path home = temporaryFolder("lumbung-test-home");
        String address = addressOf(create());
        TestPropertyValues.of(
                        "lumbung.home=" + home,
                        "lumbung.webhook.loopback=true",
                        // a test that compares records does so when it says
                        "lumbung.matching.by-itself=false",
                        "lumbung.database.url=" + address,
                        "lumbung.database.owner.username=lumbung_owner",
                        "lumbung.database.owner.password=" + ROLE_PASSWORD,
                        "lumbung.database.app.username=lumbung_app",
                        "lumbung.database.app.password=" + ROLE_PASSWORD)
                .applyTo(context);
    }

    /** What a process of its own needs in its settings to use that database. */
    public static java.util.Map<String, String> settingsOf(String address) {
        return java.util.Map.of(
                "LUMBUNG_DATABASE_URL", address,
                "LUMBUNG_DATABASE_OWNER_USERNAME", "lumbung_owner",
                "LUMBUNG_DATABASE_OWNER_PASSWORD", ROLE_PASSWORD,
                "LUMBUNG_DATABASE_APP_USERNAME", "lumbung_app",
                "LUMBUNG_DATABASE_APP_PASSWORD", ROLE_PASSWORD);
    }

    /** A folder that is gone when the tests end. */
    public static Path temporaryFolder(String name) {
        try {
            Path folder = Files.createTempDirectory(name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try (Stream<Path> content = Files.walk(folder)) {
                    content.sorted(Comparator.reverseOrder())
                            .forEach(path -> path.toFile().delete());
                } catch (IOException alreadyGone) {
                    // nothing is left to delete
                }
            }));
            return folder;
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static final class Embedded {
        static final EmbeddedPostgres SERVER = start();

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException problem) {
                throw new IllegalStateException(problem);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setLocaleConfig("encoding", "UTF8")
                        .setLocaleConfig("locale-provider", "icu")
                        .setLocaleConfig("icu-locale", "id-ID")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "120")
                        .setServerConfig("timezone", "Asia/Jakarta")
                        .start();
                // the contexts close first, then the server
                SpringApplication.getShutdownHandlers().add(() -> close(server));
                return server;
            } catch (IOException problem) {
                throw new IllegalStateException("no embedded PostgreSQL for the tests", problem);
            }
        }
    }
}
