package id.lumbung.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import id.lumbung.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the audit costs a statement that changes one row: the same statements with its triggers and without. With
 * {@code -Dlumbung.many=20000} the figures are printed; they are no part of what passes or fails.
 */
@LumbungTest
class AuditCostTest {
    private static final int ROUNDS = 5;

    @Autowired
    private JdbcClient database;

    @Test
    void each_of_many_changes_of_one_row_has_an_entry_and_none_without_the_triggers() throws Exception {
        int many = Integer.getInteger("lumbung.many", 200);
        long[] with = new long[ROUNDS];
        long[] without = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            with[round] = nanosOf(many, true, 2 * many);
            without[round] = nanosOf(many, false, 0);
        }
        if (many > 1000) {
            System.out.printf(
                    "a change of one row: %.0f microseconds with the audit, %.0f without (the middle of %d times %d)%n",
                    middle(with) / 1000.0 / many / 2, middle(without) / 1000.0 / many / 2, ROUNDS, 2 * many);
        }
    }

    /** Rows put in one by one, then each changed once; undone in the end. */
    private long nanosOf(int many, boolean audited, int entries) throws SQLException {
        String name =
                database.sql("select current_database()").query(String.class).single();
        try (Connection superuser = DriverManager.getConnection(TestDatabase.serverUrl(name));
                Statement statement = superuser.createStatement();
                PreparedStatement insert =
                        superuser.prepareStatement("insert into reference.holiday (day, name, kind, source)"
                                + " values (date '3000-01-01' + ?, 'Hari uji', 'PUBLIC', 'uji')");
                PreparedStatement change = superuser.prepareStatement(
                        "update reference.holiday set name = 'Hari lain' where day = date '3000-01-01' + ?")) {
            superuser.setAutoCommit(false);
            if (!audited) {
                statement.execute("set local session_replication_role = replica");
            }
            long begun = System.nanoTime();
            for (PreparedStatement each : new PreparedStatement[] {insert, change}) {
                for (int i = 0; i < many; i++) {
                    each.setInt(1, i);
                    assertThat(each.executeUpdate()).isEqualTo(1);
                }
            }
            long taken = System.nanoTime() - begun;
            // an entry is of this transaction when its row says so
            try (ResultSet found = statement.executeQuery("select count(*) from identity.audit_entry"
                    + " where xmin::text = (pg_current_xact_id()::text::bigint % 4294967296)::text")) {
                found.next();
                assertThat(found.getInt(1)).isEqualTo(entries);
            }
            superuser.rollback();
            return taken;
        }
    }

    private static long middle(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
