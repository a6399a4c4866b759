package id.lumbung.bench.linkage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Connected components of the pairs above a threshold. */
final class PeerClusters {
    private PeerClusters() {}

    /** For each record the smallest record of its component. */
    static int[] above(Connection connection, double threshold, int records) throws SQLException {
        int[] root = new int[records];
        for (int i = 0; i < records; i++) {
            root[i] = i;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select a, b from scored where p >= " + threshold)) {
            while (rows.next()) {
                int one = find(root, rows.getInt(1));
                int other = find(root, rows.getInt(2));
                root[Math.max(one, other)] = Math.min(one, other);
            }
        }
        for (int i = 0; i < records; i++) {
            root[i] = find(root, i);
        }
        return root;
    }

    private static int find(int[] root, int record) {
        int at = record;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
