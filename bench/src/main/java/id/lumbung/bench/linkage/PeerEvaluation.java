package id.lumbung.bench.linkage;

import id.lumbung.linkage.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Pairs and clusters against the truth, over pairs of records within and across lists; all 0 when the folder has no truth.
 *
 * @param recallAt95 the most matches found with at least 95 of 100 right
 */
public record PeerEvaluation(
        double precision,
        double recall,
        double f1,
        double clusterPrecision,
        double clusterRecall,
        double clusterF1,
        double bestF1,
        double bestThreshold,
        double recallAt95,
        double blockingRecall) {

    static PeerEvaluation of(Connection connection, Level level, double threshold, int[] clusters) throws SQLException {
        String label = level == Level.BUSINESS ? "business_id" : "owner_id";
        double[] clustered = clusters(connection, label, clusters);
        double total = clustered[2];
        double found = 0;
        double said = 0;
        double[] own = {0, 0};
        double best = 0;
        double bestAt = 1;
        double at95 = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select floor(p * 100000) / 100000, count(*), count(*) filter (lt." + label + " = rt." + label
                                + ") from scored join r l on l.id = a join r r on r.id = b"
                                + " join truth lt on lt.source = l.source and lt.rec_id = l.rec_id"
                                + " join truth rt on rt.source = r.source and rt.rec_id = r.rec_id"
                                + " group by 1 order by 1 desc")) {
            while (rows.next()) {
                said += rows.getDouble(2);
                found += rows.getDouble(3);
                double precision = found / said;
                double recall = found / total;
                if (rows.getDouble(1) >= threshold) {
                    own = new double[] {precision, recall};
                }
                if (f1(precision, recall) > best) {
                    best = f1(precision, recall);
                    bestAt = rows.getDouble(1);
                }
                at95 = precision >= 0.95 ? Math.max(at95, recall) : at95;
            }
        }
        double blocking = total == 0 ? 0 : found / total;
        double clusterF1 = f1(clustered[0], clustered[1]);
        return new PeerEvaluation(
                own[0],
                own[1],
                f1(own[0], own[1]),
                clustered[0],
                clustered[1],
                clusterF1,
                best,
                bestAt,
                at95,
                blocking);
    }

    private static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** Precision and recall of the clusters, and how many pairs of records are the same in truth. */
    private static double[] clusters(Connection connection, String label, int[] clusters) throws SQLException {
        Map<String, Integer> truths = new HashMap<>();
        Map<Integer, Integer> ours = new HashMap<>();
        Map<String, Integer> both = new HashMap<>();
        double same = 0;
        double joined = 0;
        double right = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select id, " + label + " from r join truth using (source, rec_id)")) {
            while (rows.next()) {
                int cluster = clusters[rows.getInt(1)];
                String truth = rows.getString(2);
                same += truths.merge(truth, 1, Integer::sum) - 1;
                joined += ours.merge(cluster, 1, Integer::sum) - 1;
                right += both.merge(cluster + " " + truth, 1, Integer::sum) - 1;
            }
        }
        return new double[] {joined == 0 ? 0 : right / joined, same == 0 ? 0 : right / same, same};
    }
}
