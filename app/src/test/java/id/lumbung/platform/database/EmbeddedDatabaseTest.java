package id.lumbung.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.TestDatabase;
import id.lumbung.platform.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class EmbeddedDatabaseTest {
    @Test
    void keeps_its_data_and_lets_nobody_in_without_a_password() throws Exception {
        Path folder = TestDatabase.temporaryFolder("lumbung-embedded");
        try (Home home = new Home(folder)) {
            try (EmbeddedDatabase database = EmbeddedDatabase.start(home);
                    Connection connection = owner(home, database)) {
                connection.createStatement().execute("create table kept (n int)");
            }
            try (EmbeddedDatabase database = EmbeddedDatabase.start(home);
                    Connection connection = owner(home, database)) {
                connection.createStatement().execute("insert into kept values (1)");
                assertThatThrownBy(() -> DriverManager.getConnection(database.url("lumbung") + "?user=postgres"))
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(() ->
                                DriverManager.getConnection(database.url("lumbung") + "?user=postgres&password=x"))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void a_server_that_was_killed_comes_back_as_soon_as_it_can_start() throws Exception {
        Path folder = TestDatabase.temporaryFolder("lumbung-embedded");
        try (Home home = new Home(folder);
                EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            Path data = home.resolve("postgres");
            // without this file no server starts, as none does on a full disk
            Path control = data.resolve("global/pg_control");
            Path away = folder.resolve("pg_control");
            Files.move(control, away);
            ProcessHandle server = EmbeddedDatabase.runningServer(data).orElseThrow();
            List<ProcessHandle> children = server.descendants().toList();
            server.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);

            await(() -> database.failedRestarts() >= 2);
            Files.move(away, control);
            await(() -> EmbeddedDatabase.runningServer(data).isPresent() && answers(home, database));

            assertThat(EmbeddedDatabase.addressOfRunning(home)).contains(database.url("lumbung"));
        }
    }

    private static boolean answers(Home home, EmbeddedDatabase database) {
        try (Connection connection = owner(home, database)) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (what.getAsBoolean()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it did not happen within a minute");
    }

    private static Connection owner(Home home, EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.url("lumbung"), "lumbung_owner", home.secret("lumbung_owner.password"));
    }
}
