package id.lumbung.platform.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.TestDatabase;
import id.lumbung.platform.Home;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    private static Connection owner(Home home, EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.url("lumbung"), "lumbung_owner", home.secret("lumbung_owner.password"));
    }
}
