package id.lumbung.security;

import id.lumbung.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies in the tables, seen past every policy: whether an attempt from outside has changed anything. */
@Component
@Lazy
public class Ground {
    private final JdbcClient database;

    Ground(JdbcClient database) {
        this.database = database;
    }

    public interface Questions {
        void ask(Statement statement) throws SQLException;
    }

    /** All rows of a territory, and of the account, as one fingerprint a table; what records looks is left out. */
    public String contentOf(String territory, UUID account) {
        StringBuilder content = new StringBuilder();
        asSuperuser(statement -> {
            Awaitility.await("every sheet is printed")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> fingerprint(statement, "licensing.licence_sheet", "pdf_document = repeat('0', 64)")
                            .equals("0 "));
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("""
                    select table_schema || '.' || table_name
                      from information_schema.columns
                      join information_schema.tables using (table_schema, table_name)
                     where column_name = 'region_code'
                       and table_type = 'BASE TABLE'
                       and table_schema in ('registry', 'licensing', 'identity', 'privacy', 'intake', 'matching')
                       and table_name not in ('reading', 'audit_entry', 'coverage', 'coverage_mix')
                     order by 1
                    """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                content.append(table)
                        .append(' ')
                        .append(fingerprint(statement, table, "region_code like '" + territory + "%'"))
                        .append('\n');
            }
            content.append(fingerprint(statement, "identity.account", "id = '" + account + "'"))
                    .append(fingerprint(statement, "identity.one_time_link", "account = '" + account + "'"));
        });
        return content.toString();
    }

    private static String fingerprint(Statement statement, String table, String which) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')" + " from "
                        + table + " t where " + which)) {
            row.next();
            return row.getString(1);
        }
    }

    public void asSuperuser(Questions questions) {
        String name =
                database.sql("select current_database()").query(String.class).single();
        try (Connection connection = DriverManager.getConnection(TestDatabase.serverUrl(name));
                Statement statement = connection.createStatement()) {
            questions.ask(statement);
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
