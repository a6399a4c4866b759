package id.lumbung.bench.kernel;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The same pairs as columns of a table of DuckDB in memory, on one thread. */
final class DuckDbFunctions implements AutoCloseable {
    /** How often the pairs stand in the table, so that a query is long enough to measure. */
    static final int COPIES = 16;

    private final Connection connection;

    private DuckDbFunctions(Connection connection) {
        this.connection = connection;
    }

    static DuckDbFunctions of(NamePairs pairs) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        DuckDbFunctions functions = new DuckDbFunctions(connection);
        functions.fill(pairs);
        return functions;
    }

    private void fill(NamePairs pairs) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set threads = 1");
            statement.execute("create table once (i integer, a varchar, b varchar)");
        }
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("insert into once values (?, ?, ?)")) {
            for (int i = 0; i < pairs.left.length; i++) {
                insert.setInt(1, i);
                insert.setString(2, pairs.left[i]);
                insert.setString(3, pairs.right[i]);
                insert.addBatch();
                if (i % 4096 == 4095) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table pairs as select a, b, string_split(a, ' ') as aw, string_split(b, ' ') as bw"
                            + " from once, range(" + COPIES + ")");
        }
    }

    /** The sum of an expression over all pairs. */
    double sum(String expression) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sum(" + expression + ") from pairs")) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    /** What an expression gives for each pair, in their order. */
    double[] each(String expression, int count) throws SQLException {
        double[] values = new double[count];
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + expression + " from once order by i")) {
            for (int i = 0; rows.next(); i++) {
                values[i] = rows.getDouble(1);
            }
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
