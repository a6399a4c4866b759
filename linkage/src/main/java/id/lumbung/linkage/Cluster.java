package id.lumbung.linkage;

import java.util.List;

/**
 * Records judged to be one.
 *
 * @param number stable when the clusters before are given to {@link Linkage#clusters(Level, java.util.Map)}
 * @param weakest the probability of the weakest link that holds it together; 1 for a single record
 */
public record Cluster(int number, List<RecordRef> members, double weakest) {}
