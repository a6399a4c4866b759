package id.lumbung.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Straight to SQL as lumbung_app, past all of our own code. */
@LumbungTest
class IdentityTerritoryTest {
    @Autowired
    private DataSource dataSource;

    @Autowired
    private TestActors actors;

    @Autowired
    private ReadingLog readings;

    @Autowired
    private JdbcClient database;

    @Test
    void without_a_sight_no_grant_is_visible() throws Exception {
        Actor camat = actors.camat("35.07.13");

        assertThat(grantsSeen(camat, "")).isZero();
    }

    @Test
    void a_grant_is_visible_in_its_territory_only() throws Exception {
        Actor camat = actors.camat("35.07.13");

        assertThat(grantsSeen(camat, "35.07.13%")).isOne();
        assertThat(grantsSeen(camat, "35.07%")).isOne();
        assertThat(grantsSeen(camat, "35.07.14%")).isZero();
    }

    @Test
    void nobody_gives_a_role_outside_the_sight() throws Exception {
        Actor camat = actors.camat("35.07.13");

        assertThatThrownBy(() -> insertGrant(camat, "35.07.13%", "35.07.14"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> insertGrant(camat, "35.07.13%", "35.07"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_grant_outside_the_sight_cannot_be_taken_back() throws Exception {
        Actor camat = actors.camat("35.07.13");

        try (Connection connection = inSightOf("35.07.14%");
                PreparedStatement statement = connection.prepareStatement(
                        "update identity.role_grant set revoked_at = now() where account = ?")) {
            statement.setObject(1, camat.account());
            assertThat(statement.executeUpdate()).isZero();
        }
    }

    @Test
    void nothing_in_the_reading_log_can_be_changed_or_removed() throws Exception {
        Actor officer = actors.kecamatanOfficer("35.07.13");
        UUID subject = UUID.randomUUID();
        CurrentActor.runAs(officer, () -> readings.record("enterprise", subject, "nik", "verifikasi", "35.07.13.1007"));

        for (String change : new String[] {
            "update identity.reading set what = 'x'", "delete from identity.reading", "truncate identity.reading"
        }) {
            try (Connection connection = inSightOf("35.07%");
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
        assertThat(CurrentActor.runAs(officer, () -> readings.of("enterprise", subject, 10)))
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.name()).isEqualTo(officer.name());
                    assertThat(reading.purpose()).isEqualTo("verifikasi");
                });
    }

    @Test
    void readings_are_seen_in_their_territory_only_and_cannot_be_written_outside_it() {
        Actor officer = actors.kecamatanOfficer("35.07.13");
        Actor neighbour = actors.kecamatanOfficer("35.07.14");
        UUID subject = UUID.randomUUID();
        CurrentActor.runAs(officer, () -> readings.record("enterprise", subject, "nik", "verifikasi", "35.07.13.1007"));

        assertThat(CurrentActor.runAs(neighbour, () -> readings.of("enterprise", subject, 10)))
                .isEmpty();
        assertThatThrownBy(() -> CurrentActor.runAs(
                        neighbour, () -> readings.record("enterprise", subject, "nik", "x", "35.07.13.1007")))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void the_owner_of_the_log_cannot_rewrite_it_either() {
        assertThat(database.sql("""
                        select count(*)
                          from pg_trigger
                         where tgrelid in ('identity.reading'::regclass, 'identity.account_event'::regclass)
                           and tgname like '%append_only'
                           and tgenabled = 'O'
                        """).query(Long.class).single()).isEqualTo(2);
    }

    private long grantsSeen(Actor actor, String patterns) throws SQLException {
        try (Connection connection = inSightOf(patterns);
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from identity.role_grant where account = ?")) {
            statement.setObject(1, actor.account());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void insertGrant(Actor actor, String patterns, String territory) throws SQLException {
        try (Connection connection = inSightOf(patterns);
                PreparedStatement statement = connection.prepareStatement("""
                        insert into identity.role_grant (id, account, role, region_code, valid_from, granted_at)
                        values (gen_random_uuid(), ?, 'CAMAT', ?, current_date, now())
                        """)) {
            statement.setObject(1, actor.account());
            statement.setString(2, territory);
            statement.executeUpdate();
        }
    }

    /** A connection in a transaction that is rolled back when the pool gets it back. */
    private Connection inSightOf(String patterns) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('lumbung.territory', ?, true)")) {
            statement.setString(1, patterns);
            statement.execute();
        }
        return connection;
    }
}
