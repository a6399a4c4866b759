package id.lumbung.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a cluster computes partition by partition is what one machine computes over everything. */
class PairScorerTest {

    private static final MadeUpLists LISTS = new MadeUpLists(900, 23);
    private static final LinkageSettings SETTINGS = LinkageSettings.standard().withThreads(2);
    private static final LinkageWeights LEARNED =
            Linkage.of(List.of(LISTS.census, LISTS.register), SETTINGS).weights();
    private static final Linkage WHOLE =
            Linkage.of(List.of(LISTS.census, LISTS.register), SETTINGS.withWeights(LEARNED, Learning.FROM_WEIGHTS));

    private static List<PairScorer.Entry> entries() {
        List<PairScorer.Entry> entries = new ArrayList<>();
        for (String[] row : LISTS.censusRows) entries.add(entry("census", row));
        for (String[] row : LISTS.registerRows) entries.add(entry("register", row));
        return entries;
    }

    private static PairScorer.Entry entry(String source, String[] row) {
        Map<String, String> cells = new HashMap<>();
        for (int c = 1; c < row.length; c++) cells.put(MadeUpLists.COLUMNS.get(c), row[c]);
        return new PairScorer.Entry(new RecordRef(source, row[0]), cells);
    }

    private static String pair(RecordRef a, RecordRef b) {
        String one = a.source() + ' ' + a.id();
        String other = b.source() + ' ' + b.id();
        return one.compareTo(other) < 0 ? one + " – " + other : other + " – " + one;
    }

    @Test
    void partitions_by_key_give_the_pairs_and_probabilities_of_the_run_over_everything() throws Exception {
        Map<String, Double> business = new TreeMap<>();
        Map<String, Double> owner = new TreeMap<>();
        byPartition(travelled(PairScorer.of(LEARNED, SETTINGS)), entries(), business, owner);

        assertThat(business).hasSizeGreaterThan(5_000).isEqualTo(scores(WHOLE, Level.BUSINESS));
        assertThat(owner).isEqualTo(scores(WHOLE, Level.OWNER));
    }

    @Test
    void groups_over_the_limit_are_split_as_in_the_run_over_everything() {
        RecordList.Builder list = RecordList.of("census", MadeUpLists.COLUMNS);
        List<PairScorer.Entry> entries = new ArrayList<>();
        for (String[] row : new MadeUpLists(1700, 29).censusRows) {
            String[] ofOnePhone = row.clone();
            ofOnePhone[9] = "081233334444";
            list.add(ofOnePhone);
            entries.add(entry("census", ofOnePhone));
        }
        Linkage whole = Linkage.of(List.of(list.done()), SETTINGS.withWeights(LEARNED, Learning.FROM_WEIGHTS));

        Map<String, Double> business = new TreeMap<>();
        byPartition(PairScorer.of(LEARNED, SETTINGS), entries, business, new TreeMap<>());

        assertThat(entries).hasSizeGreaterThan(1_500);
        assertThat(business).isEqualTo(scores(whole, Level.BUSINESS));
    }

    private static void byPartition(
            PairScorer scorer,
            List<PairScorer.Entry> entries,
            Map<String, Double> business,
            Map<String, Double> owner) {
        Map<PairScorer.BlockingKey, List<PairScorer.Entry>> blocks = new HashMap<>();
        for (PairScorer.Entry entry : entries)
            for (PairScorer.BlockingKey key : scorer.keys(entry))
                blocks.computeIfAbsent(key, none -> new ArrayList<>()).add(entry);
        blocks.forEach((key, members) -> {
            for (PairScorer.Scored scored : scorer.scoreBlock(key, members)) {
                business.put(pair(scored.a(), scored.b()), scored.business());
                owner.put(pair(scored.a(), scored.b()), scored.owner());
            }
        });
    }

    private static Map<String, Double> scores(Linkage linkage, Level level) {
        Map<String, Double> scores = new TreeMap<>();
        for (PairScore score : linkage.pairs(level, -1)) scores.put(pair(score.a(), score.b()), score.probability());
        return scores;
    }

    @Test
    void the_order_of_a_pair_does_not_matter() {
        PairScorer scorer = PairScorer.of(LEARNED, SETTINGS);
        List<PairScorer.Entry> entries = entries();
        for (int i = 0; i < 300; i++) {
            PairScorer.Entry a = entries.get(i);
            PairScorer.Entry b = entries.get(i * 3 + 1);

            assertThat(scorer.score(a, b).business())
                    .isEqualTo(scorer.score(b, a).business());
            assertThat(scorer.score(a, b).owner()).isEqualTo(scorer.score(b, a).owner());
        }
    }

    @Test
    void the_company_of_a_pair_does_not_matter() {
        PairScorer scorer = PairScorer.of(LEARNED, SETTINGS);
        List<PairScorer.Entry> some = entries().subList(0, 40);
        Set<PairScorer.Scored> together = new HashSet<>(scorer.scoreAll(some));

        for (int i = 0; i < some.size(); i++)
            for (int j = i + 1; j < some.size(); j++)
                assertThat(together).contains(scorer.score(some.get(i), some.get(j)));
    }

    @Test
    void explains_a_pair_as_the_run_over_everything_does() {
        PairScorer scorer = PairScorer.of(LEARNED, SETTINGS);
        List<PairScorer.Entry> entries = entries();
        for (Level level : Level.values())
            for (int i = 0; i < 50; i++)
                assertThat(scorer.explain(entries.get(i), entries.get(entries.size() - 1 - i), level))
                        .isEqualTo(WHOLE.explain(
                                entries.get(i).ref(),
                                entries.get(entries.size() - 1 - i).ref(),
                                level));
    }

    @Test
    void weights_are_the_same_after_a_way_through_their_file() {
        LinkageWeights read = LinkageWeights.fromJson(LEARNED.toJson());

        Linkage again =
                Linkage.of(List.of(LISTS.census, LISTS.register), SETTINGS.withWeights(read, Learning.FROM_WEIGHTS));

        assertThat(read).isEqualTo(LEARNED);
        assertThat(again.pairs(Level.BUSINESS, -1)).isEqualTo(WHOLE.pairs(Level.BUSINESS, -1));
    }

    @Test
    void weights_hold_nothing_that_fewer_than_five_records_share() {
        String json = LEARNED.toJson();

        for (String[] row : LISTS.registerRows) {
            if (!row[9].isEmpty()) assertThat(json.contains(row[9])).isFalse();
            if (!row[10].isEmpty()) assertThat(json.contains(row[10])).isFalse();
        }
        assertThat(json.contains("SRI LISTARI")).isTrue();
    }

    private static PairScorer travelled(PairScorer scorer) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(scorer);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (PairScorer) in.readObject();
        }
    }
}
