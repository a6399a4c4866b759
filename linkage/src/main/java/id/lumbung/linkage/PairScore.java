package id.lumbung.linkage;

/**
 * A compared pair.
 *
 * @param probability that the two are the same; calibrated: of the pairs at 0.8, about eight in ten are
 */
public record PairScore(RecordRef a, RecordRef b, double probability, Zone zone) {}
