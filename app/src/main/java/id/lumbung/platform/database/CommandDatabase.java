package id.lumbung.platform.database;

import id.lumbung.platform.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The database for a command beside the server, with the rights of its owner: the external one that the environment names
 * as the server's settings do ({@code LUMBUNG_DATABASE_URL}, {@code LUMBUNG_DATABASE_OWNER_USERNAME},
 * {@code LUMBUNG_DATABASE_OWNER_PASSWORD}), the embedded one of a home folder while it runs, or that one started for the
 * time of the command.
 */
public final class CommandDatabase implements AutoCloseable {
    private final String url;
    private final Login owner;
    private final Login application;
    private final List<AutoCloseable> started;

    private record Login(String user, String password) {
        static Login named(String name) {
            return new Login(
                    String.valueOf(System.getenv("LUMBUNG_DATABASE_" + name + "USERNAME")),
                    String.valueOf(System.getenv("LUMBUNG_DATABASE_" + name + "PASSWORD")));
        }

        static Login kept(Path home, String user) throws IOException {
            return new Login(
                    user,
                    Files.readString(home.resolve("keys").resolve(user + ".password"))
                            .strip());
        }
    }

    private CommandDatabase(String url, Login owner, Login application, List<AutoCloseable> started) {
        this.url = url;
        this.owner = owner;
        this.application = application;
        this.started = started;
    }

    public static CommandDatabase open(Path home) throws IOException {
        String external = System.getenv("LUMBUNG_DATABASE_URL");
        if (external != null && !external.isBlank()) {
            return new CommandDatabase(external, Login.named("OWNER_"), Login.named("APP_"), List.of());
        }
        Path data = home.resolve("postgres");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            throw new IllegalStateException("there is no database in " + home.toAbsolutePath());
        }
        Path running = data.resolve("postmaster.pid");
        if (Files.exists(running)) {
            List<String> lines = Files.readAllLines(running);
            boolean alive = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
            if (alive && lines.size() > 3) {
                return new CommandDatabase(
                        "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/lumbung",
                        Login.kept(home, "lumbung_owner"),
                        Login.kept(home, "lumbung_app"),
                        List.of());
            }
        }
        Home held = new Home(home);
        EmbeddedDatabase server = EmbeddedDatabase.start(held);
        return new CommandDatabase(
                server.url("lumbung"),
                new Login("lumbung_owner", held.secret("lumbung_owner.password")),
                new Login("lumbung_app", held.secret("lumbung_app.password")),
                List.of(server, held));
    }

    public Connection connect() throws SQLException {
        return connect(owner);
    }

    private Connection connect(Login as) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", as.user());
        login.setProperty("password", as.password());
        login.setProperty("ApplicationName", "lumbung command");
        return DriverManager.getConnection(url, login);
    }

    /** Connections with the rights of the application, which sees no more than the sight it is given. */
    public DataSource application() {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return connect(application);
            }

            @Override
            public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
                return connect(application);
            }
        };
    }

    @Override
    public void close() throws IOException {
        for (AutoCloseable one : started) {
            try {
                one.close();
            } catch (IOException problem) {
                throw problem;
            } catch (Exception problem) {
                throw new IOException(problem);
            }
        }
    }
}
