package id.lumbung.matching.index;

import id.lumbung.linkage.Explanation;
import id.lumbung.linkage.IndexChange;
import id.lumbung.linkage.Learning;
import id.lumbung.linkage.Level;
import id.lumbung.linkage.LinkageIndex;
import id.lumbung.linkage.LinkageSettings;
import id.lumbung.linkage.RecordRef;
import id.lumbung.platform.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All records that were compared, held in memory by the linkage engine, so that one more is compared with all of them at
 * once. It follows the table of records: what another process compared is read from there. NIK and telephone are in it in
 * clear, as they must be to be compared, and go with the process.
 */
@Component
public class MatchIndex {
    private static final Logger LOG = LoggerFactory.getLogger(MatchIndex.class);
    private static final int BATCH = 5_000;
    private static final int MOST_HITS = 50;
    private static final String SINCE = """
            select id, list, region_code, seq, gone_at is not null as gone
              from matching.record
             where seq > :seen
             order by seq
             limit :limit
            """;

    /** What a record costs in the index and beside it, and what the rest of the process needs, in bytes. */
    private static final long A_RECORD = 800;

    private static final long THE_REST = 192L << 20;

    private final JdbcClient database;
    private final Records records;
    private final Map<UUID, Key> keys = new HashMap<>();
    private final Weights weights;
    private LinkageSettings settings = LinkageSettings.standard();
    private LinkageIndex index = LinkageIndex.empty(settings);
    private @Nullable UUID learned;
    private long seen;
    private volatile boolean whole;
    private volatile boolean tooLarge;

    MatchIndex(JdbcClient database, Records records, Weights weights) {
        this.database = database;
        this.records = records;
        this.weights = weights;
    }

    /** A record that may be the same, with the probabilities of the same business and of the same owner. */
    public record Hit(Key key, double business, double owner) {}

    private record Row(Key key, long seq, boolean gone) {}

    /** Whether it holds all that was compared before it was begun; until then hits may be missing. */
    public boolean isWhole() {
        return whole;
    }

    /** Whether the memory of the process is too small for all records; nothing is compared then. */
    public boolean isTooLarge() {
        return tooLarge;
    }

    private static long most() {
        return Math.max(0, (Runtime.getRuntime().maxMemory() - THE_REST) / A_RECORD);
    }

    /** Reads on to what has been compared by now; within a transaction with the sight of the whole. */
    public synchronized void readOn() {
        if (tooLarge) {
            return;
        }
        takeNewestWeights();
        long begun = System.nanoTime();
        long before = seen;
        while (true) {
            List<Row> rows = database.sql(SINCE)
                    .param("seen", seen)
                    .param("limit", BATCH)
                    .query((row, number) -> new Row(
                            new Key(Sql.uuid(row, "id"), Sql.uuidOrNull(row, "list"), row.getString("region_code")),
                            row.getLong("seq"),
                            row.getBoolean("gone")))
                    .list();
            if (rows.isEmpty()) {
                break;
            }
            List<Key> there = new ArrayList<>();
            for (Row row : rows) {
                drop(row.key().id());
                if (!row.gone()) {
                    there.add(row.key());
                }
            }
            if (keys.size() + there.size() > most()) {
                forget();
                tooLarge = true;
                LOG.warn("the memory holds the index of {} records and there are more; nothing is compared", most());
                return;
            }
            records.read(there).forEach(this::put);
            seen = rows.getLast().seq();
        }
        if (!whole) {
            LOG.info("the index holds {} records, read in {} ms", keys.size(), (System.nanoTime() - begun) / 1_000_000);
        } else if (seen > before) {
            LOG.debug("the index read on from {} to {}", before, seen);
        }
        whole = true;
    }

    private void takeNewestWeights() {
        UUID newest = weights.newest().orElse(null);
        if (!Objects.equals(newest, learned)) {
            settings = newest == null
                    ? LinkageSettings.standard()
                    : LinkageSettings.standard().withWeights(weights.read(newest), Learning.FROM_WEIGHTS);
            learned = newest;
            forget();
        }
    }

    /** What these may be the same as, the likeliest first; the record itself is not among them. */
    public synchronized List<Hit> find(Cells cells, double least) {
        List<Hit> hits = new ArrayList<>();
        for (LinkageIndex.Match match : index.find(cells.key().source(), cells.byColumn(), least, MOST_HITS)) {
            Key key = keys.get(UUID.fromString(match.record().id()));
            if (key != null && !key.id().equals(cells.key().id())) {
                hits.add(new Hit(key, match.business(), match.owner()));
            }
        }
        return hits;
    }

    /** Why two records have their probability of being the same business; none while one of them is not held. */
    public synchronized Optional<Explanation> explain(UUID one, UUID other) {
        Key a = keys.get(one);
        Key b = keys.get(other);
        return a == null || b == null ? Optional.empty() : Optional.of(index.explain(ref(a), ref(b), Level.BUSINESS));
    }

    /** Holds this record as it is now; answers with what it may be the same as, however unlikely. */
    public synchronized List<Hit> put(Cells cells) {
        drop(cells.key().id());
        IndexChange change = index.add(ref(cells.key()), cells.byColumn());
        keys.put(cells.key().id(), cells.key());
        List<Hit> hits = new ArrayList<>();
        for (IndexChange.Compared pair : change.pairs()) {
            Key other = keys.get(UUID.fromString(pair.other().id()));
            if (other != null) {
                hits.add(new Hit(other, pair.business(), pair.owner()));
            }
        }
        return hits;
    }

    /** What was put but not kept is forgotten, with all the rest; it is read again. */
    public synchronized void forget() {
        index = LinkageIndex.empty(settings);
        keys.clear();
        seen = 0;
        whole = false;
    }

    /** Up to here all was put by {@link #put}, so it need not be read again. */
    public synchronized void putUpTo(long seq) {
        seen = Math.max(seen, seq);
    }

    public synchronized int size() {
        return keys.size();
    }

    private void drop(UUID record) {
        @Nullable Key before = keys.remove(record);
        if (before != null) {
            index.remove(ref(before));
        }
    }

    private static RecordRef ref(Key key) {
        return new RecordRef(key.source(), key.id().toString());
    }
}
