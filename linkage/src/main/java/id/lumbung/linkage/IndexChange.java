package id.lumbung.linkage;

import java.util.List;
import java.util.SortedSet;

/**
 * What a change of a {@link LinkageIndex} did.
 *
 * @param pairs the records that came, with each record of the index that they were compared with and may be the same as
 * @param business the clusters of businesses whose members changed, as they are now
 * @param owner the same of owners
 * @param retiredBusinesses numbers of clusters that are no more, their records having gone to others
 */
public record IndexChange(
        List<Compared> pairs,
        List<Cluster> business,
        List<Cluster> owner,
        SortedSet<Integer> retiredBusinesses,
        SortedSet<Integer> retiredOwners) {

    /** A record that came and one that was there, or came before it. */
    public record Compared(RecordRef added, RecordRef other, double business, double owner) {}
}
