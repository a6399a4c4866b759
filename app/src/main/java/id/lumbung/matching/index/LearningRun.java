package id.lumbung.matching.index;

import id.lumbung.linkage.Estimate;
import id.lumbung.linkage.Level;
import id.lumbung.linkage.Linkage;
import id.lumbung.linkage.LinkageSettings;
import id.lumbung.linkage.RecordList;
import id.lumbung.linkage.RecordRef;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Learns from all records that were compared and from all that people judged, at once; a command beside the process does. */
@Component
public class LearningRun {
    private static final String WHY = "learning how records of the same business agree";
    private static final int BATCH = 5_000;
    /** Fewer teach less than what comes with the engine. */
    public static final int LEAST = 1_000;

    private static final String KEYS = """
            select id, list, region_code
              from matching.record
             where gone_at is null
               and id > :after
             order by id
             limit :limit
            """;
    private static final String JUDGED = """
            select p.a, x.list as a_list, p.b, y.list as b_list, p.state = 'SAME' as same
              from matching.pair p
              join matching.record x on x.id = p.a and x.gone_at is null
              join matching.record y on y.id = p.b and y.gone_at is null
             where p.state in ('SAME', 'DIFFERENT')
             order by p.id
            """;

    private final JdbcClient database;
    private final Records records;
    private final Weights weights;
    private final TransactionTemplate transaction;

    LearningRun(JdbcClient database, Records records, Weights weights, TransactionTemplate transaction) {
        this.database = database;
        this.records = records;
        this.weights = weights;
        this.transaction = transaction;
    }

    /**
     * What came of it.
     *
     * @param judged judgements that taught it
     * @param estimate precision and recall of the links, as the engine states them
     */
    public record Learned(long records, int judged, Estimate estimate) {}

    private record Judged(boolean same, LinkageSettings.Judgement pair) {}

    /**
     * Needs memory for all records and their pairs: some 1 GB for half a million.
     *
     * @throws IllegalStateException when there are too few records
     */
    public Learned learn() {
        return Sight.system(WHY, () -> {
            Map<String, RecordList.Builder> lists = new LinkedHashMap<>();
            long count = read(lists);
            if (count < LEAST) {
                throw new IllegalStateException(
                        "there are " + count + " records; " + LEAST + " are needed to learn from");
            }
            List<Judged> judged = transaction.execute(status -> judged());
            LinkageSettings settings = LinkageSettings.standard()
                    .withJudgements(
                            judged.stream()
                                    .filter(Judged::same)
                                    .map(Judged::pair)
                                    .toList(),
                            judged.stream()
                                    .filter(one -> !one.same())
                                    .map(Judged::pair)
                                    .toList());
            Linkage linkage = Linkage.of(
                    lists.values().stream().map(RecordList.Builder::done).toList(), settings);
            Estimate estimate = linkage.estimate(Level.BUSINESS);
            transaction.executeWithoutResult(status -> weights.keep(linkage.weights(), count, judged.size()));
            return new Learned(count, judged.size(), estimate);
        });
    }

    private long read(Map<String, RecordList.Builder> lists) {
        long count = 0;
        UUID after = new UUID(0, 0);
        while (true) {
            UUID from = after;
            List<Key> keys = transaction.execute(status -> keys(from));
            if (keys.isEmpty()) {
                return count;
            }
            for (Cells cells : transaction.execute(status -> records.read(keys))) {
                lists.computeIfAbsent(cells.key().source(), source -> RecordList.of(source, RecordList.LAYOUT))
                        .add(RecordList.LAYOUT.stream()
                                .map(column -> column.equals("rec_id")
                                        ? cells.key().id().toString()
                                        : cells.byColumn().getOrDefault(column, ""))
                                .toArray(String[]::new));
                count++;
            }
            after = keys.getLast().id();
        }
    }

    private List<Key> keys(UUID after) {
        return database.sql(KEYS)
                .param("after", after)
                .param("limit", BATCH)
                .query((row, number) ->
                        new Key(Sql.uuid(row, "id"), Sql.uuidOrNull(row, "list"), row.getString("region_code")))
                .list();
    }

    private List<Judged> judged() {
        return new ArrayList<>(database.sql(JUDGED)
                .query((row, number) -> new Judged(
                        row.getBoolean("same"),
                        new LinkageSettings.Judgement(
                                ref(new Key(Sql.uuid(row, "a"), Sql.uuidOrNull(row, "a_list"), "")),
                                ref(new Key(Sql.uuid(row, "b"), Sql.uuidOrNull(row, "b_list"), "")))))
                .list());
    }

    static RecordRef ref(Key key) {
        return new RecordRef(key.source(), key.id().toString());
    }
}
