package id.lumbung.platform.backup;

import id.lumbung.platform.backup.Manifest.TableSum;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Questions about every table of a database; asked by the owner or a superuser, whom row-level security does not hold. */
final class Tables {
    private static final String NAMES = """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r'
               and c.relpersistence <> 't'
               and n.nspname not like 'pg\\_%'
               and n.nspname <> 'information_schema'
             order by 1
            """;
    private static final String SEQUENCES = """
            select quote_ident(schemaname) || '.' || quote_ident(sequencename), last_value
              from pg_catalog.pg_sequences
             where last_value is not null
             order by 1
            """;

    private Tables() {}

    static List<String> names(Connection database) throws SQLException {
        return texts(database, NAMES);
    }

    static Map<String, Long> sequences(Connection database) throws SQLException {
        Map<String, Long> values = new TreeMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                values.put(rows.getString(1), rows.getLong(2));
            }
        }
        return values;
    }

    /** Tables in which Flyway remembers its migrations, in the order of the modules. */
    static List<String> histories(Connection database) throws SQLException {
        Map<String, String> byTime = new TreeMap<>();
        for (String table : texts(
                database,
                "select relname from pg_catalog.pg_class where relkind = 'r' and relname like 'flyway\\_schema\\_history%' order by 1")) {
            String first = texts(
                            database,
                            "select to_char(min(installed_on), 'YYYYMMDDHH24MISSUS') from public.\"" + table + "\"")
                    .getFirst();
            byTime.put(first + table, table);
        }
        return List.copyOf(byTime.values());
    }

    static List<TableSum> sums(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres';"
                    + " set bytea_output = 'hex'; set extra_float_digits = 1");
        }
        List<TableSum> sums = new ArrayList<>();
        for (String table : names(database)) {
            try (Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery("""
                            select count(*),
                                   coalesce(sum(('x' || substr(encode(sha256(convert_to(one_row::text, 'UTF8')), 'hex'), 1, 15))
                                                ::bit(60)::bigint::numeric), 0)::text
                              from %s one_row
                            """.formatted(table))) {
                row.next();
                sums.add(new TableSum(table, row.getLong(1), row.getString(2)));
            }
        }
        return sums;
    }

    static List<String> texts(Connection database, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    static String text(Connection database, String sql) throws SQLException {
        return texts(database, sql).getFirst();
    }
}
