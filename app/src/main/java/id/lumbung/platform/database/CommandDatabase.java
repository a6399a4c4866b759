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
    private final String user;
    private final String password;
    private final List<AutoCloseable> started;

    private CommandDatabase(String url, String user, String password, List<AutoCloseable> started) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.started = started;
    }

    public static CommandDatabase open(Path home) throws IOException {
        String external = System.getenv("LUMBUNG_DATABASE_URL");
        if (external != null && !external.isBlank()) {
            return new CommandDatabase(
                    external,
                    String.valueOf(System.getenv("LUMBUNG_DATABASE_OWNER_USERNAME")),
                    String.valueOf(System.getenv("LUMBUNG_DATABASE_OWNER_PASSWORD")),
                    List.of());
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
                        "lumbung_owner",
                        Files.readString(home.resolve("keys").resolve("lumbung_owner.password"))
                                .strip(),
                        List.of());
            }
        }
        Home held = new Home(home);
        EmbeddedDatabase server = EmbeddedDatabase.start(held);
        return new CommandDatabase(
                server.url("lumbung"), "lumbung_owner", held.secret("lumbung_owner.password"), List.of(server, held));
    }

    public Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", "lumbung command");
        return DriverManager.getConnection(url, login);
    }

    /** Connections as {@link #connect} makes them, for what works with several threads. */
    public DataSource dataSource() {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return connect();
            }

            @Override
            public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
                return connect();
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
