package id.lumbung.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheIndexLivesTest {

    private static final MadeUpLists LISTS = new MadeUpLists(1000, 23);
    private static final Map<RecordRef, Map<String, String>> CELLS = LISTS.cells();
    private static final Map<String, String> TINI = Map.of(
            "nama_pemilik", "Sutini Rahayu",
            "nama_usaha", "Warung Bu Tini",
            "kbli", "56102",
            "desa_kode", "3507112003",
            "alamat", "RT 3 RW 2",
            "telp", "081234567890",
            "nik", "3507115203810002",
            "tgl_lahir", "12/03/1981");

    private static RecordRef ref(String id) {
        return new RecordRef("register", id);
    }

    @Test
    void nobody_is_in_an_empty_one() {
        LinkageIndex index = LinkageIndex.empty(LinkageSettings.standard());

        assertThat(index.size()).isZero();
        assertThat(index.find("counter", TINI, 0.0, 10)).isEmpty();
        assertThat(index.contains(ref("1"))).isFalse();
    }

    @Test
    void the_first_record_is_found_again_with_another_spelling() {
        LinkageIndex index = LinkageIndex.empty(LinkageSettings.standard());
        index.add(ref("1"), TINI);
        Map<String, String> again = new HashMap<>(TINI);
        again.put("nama_pemilik", "Bu SOETINI RAHAJOE");
        again.put("nama_usaha", "");
        again.put("nik", "350711520381****");

        List<LinkageIndex.Match> matches = index.find("counter", again, 0.5, 10);

        assertThat(matches)
                .singleElement()
                .satisfies(match -> assertThat(match.owner()).isGreaterThan(0.9));
        assertThat(index.explain("counter", again, ref("1"), Level.OWNER).text(Locale.forLanguageTag("id")))
                .contains("pemilik yang sama");
        assertThat(index.explain("counter", again, ref("1"), Level.OWNER).probability())
                .isCloseTo(matches.get(0).owner(), org.assertj.core.api.Assertions.offset(1e-4));
    }

    @Test
    void a_stranger_in_a_list_of_one_is_nobody() {
        LinkageIndex index = LinkageIndex.empty(LinkageSettings.standard());
        index.add(ref("1"), TINI);

        assertThat(index.find(
                        "counter",
                        Map.of(
                                "nama_pemilik", "Bambang Wibowo",
                                "kbli", "56102",
                                "desa_kode", "3507112003",
                                "alamat", "RT 3 RW 2",
                                "tgl_lahir", "01/05/1970"),
                        0.3,
                        10))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 581, 1200})
    void an_office_that_begins_with_few_gets_clusters_worth_having(int records) {
        LinkageIndex index = LinkageIndex.empty(LinkageSettings.standard());
        List<LinkageIndex.Entry> entries = new ArrayList<>();
        List<RecordRef> order = LISTS.refs().subList(0, records);
        for (RecordRef record : order) entries.add(new LinkageIndex.Entry(record, CELLS.get(record)));

        for (LinkageIndex.Entry entry : entries) index.add(List.of(entry));

        Map<RecordRef, Integer> truth = new HashMap<>();
        for (RecordRef record : order) truth.put(record, LISTS.owner.get(record));
        Map<Integer, Cluster> clusters = new HashMap<>();
        for (RecordRef record : order) {
            Cluster cluster = index.cluster(record, Level.OWNER);
            clusters.put(cluster.number(), cluster);
        }
        assertThat(LISTS.f1(List.copyOf(clusters.values()), truth)).isGreaterThan(0.8);
    }

    @Test
    void from_the_same_weights_it_ends_where_a_run_over_all_records_ends() {
        LinkageSettings settings = LinkageSettings.standard()
                .withThreads(2)
                .withWeights(
                        Linkage.of(List.of(LISTS.census, LISTS.register), LinkageSettings.standard())
                                .weights(),
                        Learning.FROM_WEIGHTS);
        Linkage run = Linkage.of(List.of(LISTS.census, LISTS.register), settings);
        LinkageIndex index = LinkageIndex.empty(settings);

        for (RecordRef record : LISTS.refs()) index.add(record, CELLS.get(record));

        for (Level level : Level.values()) {
            Map<Set<RecordRef>, Double> ofRun = new HashMap<>();
            for (PairScore pair : run.pairs(level, 0.02)) ofRun.put(Set.of(pair.a(), pair.b()), pair.probability());
            Map<Set<RecordRef>, Double> ofIndex = new HashMap<>();
            for (RecordRef record : LISTS.refs()) {
                for (LinkageIndex.Match match : index.matches(record)) {
                    double probability = level == Level.BUSINESS ? match.business() : match.owner();
                    if (probability > 0.02) ofIndex.put(Set.of(record, match.record()), probability);
                }
            }
            assertThat(ofIndex.equals(ofRun)).as(level.name()).isTrue();
        }
    }

    @Test
    void what_a_person_says_holds_and_stays_when_a_record_is_replaced() {
        LinkageIndex index = LinkageIndex.empty(LinkageSettings.standard());
        index.add(ref("1"), TINI);
        index.add(ref("2"), TINI);
        assertThat(index.cluster(ref("1"), Level.BUSINESS).members()).hasSize(2);

        IndexChange apart = index.different(ref("1"), ref("2"));

        assertThat(index.cluster(ref("1"), Level.BUSINESS).members()).containsExactly(ref("1"));
        assertThat(index.cluster(ref("1"), Level.OWNER).members()).hasSize(2);
        assertThat(apart.business()).isNotEmpty();

        Map<String, String> moved = new HashMap<>(TINI);
        moved.put("alamat", "RT 4 RW 2");
        index.replace(ref("2"), moved);

        assertThat(index.cluster(ref("2"), Level.BUSINESS).members()).containsExactly(ref("2"));

        index.same(ref("1"), ref("2"));

        assertThat(index.cluster(ref("2"), Level.BUSINESS).members()).hasSize(2);
    }

    @Test
    void a_number_is_never_given_twice_and_a_cluster_keeps_its_own() {
        LinkageIndex index = LinkageIndex.empty(LinkageSettings.standard());
        index.add(ref("1"), TINI);
        int number = index.cluster(ref("1"), Level.OWNER).number();

        IndexChange joined = index.add(ref("2"), TINI);

        assertThat(index.cluster(ref("2"), Level.OWNER).number()).isEqualTo(number);
        assertThat(joined.pairs()).extracting(IndexChange.Compared::other).containsExactly(ref("1"));
        index.remove(ref("1"));
        index.remove(ref("2"));
        index.add(ref("3"), TINI);
        assertThat(index.cluster(ref("3"), Level.OWNER).number()).isGreaterThan(number);
    }

    @Test
    void a_record_that_is_there_is_not_added_again_nor_one_removed_that_is_not() {
        LinkageIndex index = LinkageIndex.empty(LinkageSettings.standard());
        index.add(ref("1"), TINI);

        assertThatThrownBy(() -> index.add(ref("1"), TINI)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.remove(ref("2"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void is_asked_while_it_is_changed() throws Exception {
        LinkageIndex index = LinkageIndex.empty(LinkageSettings.standard());
        List<RecordRef> order = LISTS.refs();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        List<Future<Integer>> readers = new ArrayList<>();
        for (int r = 0; r < 2; r++) {
            readers.add(pool.submit(() -> {
                int hits = 0;
                while (index.size() < order.size())
                    for (RecordRef record : order.subList(0, 50))
                        for (LinkageIndex.Match match : index.find("counter", CELLS.get(record), 0.1, 5))
                            hits += index.contains(match.record()) ? 1 : 0;
                return hits;
            }));
        }
        Future<?> writer = pool.submit(() -> {
            for (int from = 0; from < order.size(); from += 100)
                index.add(order.subList(from, Math.min(order.size(), from + 100)).stream()
                        .map(record -> new LinkageIndex.Entry(record, CELLS.get(record)))
                        .toList());
        });
        writer.get(60, TimeUnit.SECONDS);
        for (Future<Integer> reader : readers)
            assertThat(reader.get(60, TimeUnit.SECONDS)).isPositive();
        pool.shutdownNow();

        LinkageIndex alone = LinkageIndex.empty(LinkageSettings.standard());
        alone.add(order.stream()
                .map(record -> new LinkageIndex.Entry(record, CELLS.get(record)))
                .toList());
        for (RecordRef record : order)
            assertThat(index.cluster(record, Level.BUSINESS).members())
                    .isEqualTo(alone.cluster(record, Level.BUSINESS).members());
    }
}
