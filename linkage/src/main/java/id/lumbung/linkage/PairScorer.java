package id.lumbung.linkage;

import id.lumbung.linkage.engine.Scoring;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores pairs one by one or block by block, from weights alone: for data that lie in many places, such as the partitions of a cluster.
 * It holds no state, can be sent to other processes, and gives a pair the probability that a {@link Linkage} over all records gives with
 * {@link Learning#FROM_WEIGHTS}. A job over many machines is three steps: {@link #keys} of each record, group by key, and
 * {@link #scoreBlock} of each group; a pair that meets under several keys comes each time.
 */
public final class PairScorer implements Serializable {

    private static final long serialVersionUID = 1;

    /** A record: its columns by name as in {@link RecordList}; what is not named is not known. */
    public record Entry(RecordRef ref, Map<String, String> cells) implements Serializable {
        public Entry {
            // a map of our own: it must travel
            cells = new HashMap<>(cells);
        }
    }

    /**
     * What records have to share to be compared.
     *
     * @param limit where more records share it, it says too little, and they have to agree on more
     */
    public record BlockingKey(String rule, long value, int limit) implements Serializable {}

    /** Two records and the probabilities that they are the same business and of the same owner. */
    public record Scored(RecordRef a, RecordRef b, double business, double owner, Zone zone) implements Serializable {}

    private final LinkageSettings settings;
    private transient volatile Scoring scoring;

    private PairScorer(LinkageSettings settings) {
        this.settings = settings;
        scoring = scoring(settings);
    }

    private static Scoring scoring(LinkageSettings settings) {
        return new Scoring(settings.knowledge());
    }

    /** Zones are those of the settings; their judgements are for clusters, not for scores. */
    public static PairScorer of(LinkageWeights weights, LinkageSettings settings) {
        return new PairScorer(settings.withWeights(weights, Learning.FROM_WEIGHTS));
    }

    /** The keys of a record; two records are compared when they share one. */
    public List<BlockingKey> keys(Entry record) {
        List<BlockingKey> keys = new ArrayList<>();
        for (Scoring.Key key : scoring.keys(record.ref.source(), record.cells))
            keys.add(new BlockingKey(key.rule(), key.value(), key.limit()));
        return keys;
    }

    public Scored score(Entry a, Entry b) {
        return scoreAll(List.of(a, b)).get(0);
    }

    /** All pairs of some records; of records that share a key. */
    public List<Scored> scoreAll(List<Entry> records) {
        List<Scored> scored = new ArrayList<>();
        scoring.all(
                rows(records),
                (x, y, business, owner) -> scored.add(
                        new Scored(records.get(x).ref, records.get(y).ref, business, owner, settings.zone(business))));
        return scored;
    }

    /** The pairs of the records that share a key; where they are more than its limit, of the parts that agree on more. */
    public List<Scored> scoreBlock(BlockingKey key, List<Entry> records) {
        List<Scored> scored = new ArrayList<>();
        scoring.ofKey(
                key.rule,
                rows(records),
                (x, y, business, owner) -> scored.add(
                        new Scored(records.get(x).ref, records.get(y).ref, business, owner, settings.zone(business))));
        return scored;
    }

    /** Why two records have the probability they have. */
    public Explanation explain(Entry a, Entry b, Level level) {
        return scoring.explain(rows(List.of(a, b)), level);
    }

    private static List<Scoring.Row> rows(List<Entry> records) {
        return records.stream()
                .map(record -> new Scoring.Row(record.ref.source(), record.ref.id(), record.cells))
                .toList();
    }

    private Object readResolve() {
        scoring = scoring(settings);
        return this;
    }
}
