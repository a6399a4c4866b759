package id.lumbung.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** With the weights, thresholds and counts of one run, an index that was changed ends where that run did. */
class TheIndexLivesProperties {

    private static final MadeUpLists LISTS = new MadeUpLists(900, 17);
    private static final Linkage LINKAGE = link();
    private static final Map<RecordRef, Map<String, String>> CELLS = LISTS.cells();
    private static final Map<Level, Set<Set<RecordRef>>> OF_RUN = new HashMap<>();
    private static final Map<RecordRef, Map<RecordRef, Double>> OF_OWNER = new HashMap<>();

    static {
        for (Level level : Level.values()) {
            Set<Set<RecordRef>> groups = new HashSet<>();
            for (Cluster cluster : LINKAGE.clusters(level)) groups.add(Set.copyOf(cluster.members()));
            OF_RUN.put(level, groups);
        }
        for (PairScore pair : LINKAGE.pairs(Level.OWNER, 0.01)) {
            OF_OWNER.computeIfAbsent(pair.a(), a -> new HashMap<>()).put(pair.b(), pair.probability());
            OF_OWNER.computeIfAbsent(pair.b(), b -> new HashMap<>()).put(pair.a(), pair.probability());
        }
    }

    private static Linkage link() {
        return Linkage.of(
                List.of(LISTS.census, LISTS.register),
                LinkageSettings.standard().withThreads(2));
    }

    private static Map<RecordRef, Double> pairs(LinkageIndex index, RecordRef record) {
        Map<RecordRef, Double> pairs = new HashMap<>();
        for (LinkageIndex.Match match : index.matches(record)) pairs.put(match.record(), match.owner());
        return pairs;
    }

    private static Set<Set<RecordRef>> groups(LinkageIndex index, Level level) {
        Set<Set<RecordRef>> groups = new HashSet<>();
        for (RecordRef record : CELLS.keySet())
            groups.add(Set.copyOf(index.cluster(record, level).members()));
        return groups;
    }

    @Property(seed = Seeds.FIXED, tries = 25)
    void records_that_left_and_came_back_in_any_order_are_where_the_run_put_them(
            @ForAll long draw,
            @ForAll @IntRange(min = 1, max = 400) int moving,
            @ForAll @IntRange(min = 1, max = 90) int batch) {
        LinkageIndex index = link().index();
        List<RecordRef> records = new ArrayList<>(CELLS.keySet());
        records.sort((x, y) -> (x.source() + x.id()).compareTo(y.source() + y.id()));
        Collections.shuffle(records, new Random(draw));
        List<RecordRef> left = new ArrayList<>(records.subList(0, moving));
        for (int from = 0; from < moving; from += batch)
            index.change(left.subList(from, Math.min(moving, from + batch)), List.of());
        assertThat(index.size()).isEqualTo(CELLS.size() - moving);
        Collections.shuffle(left, new Random(draw + 1));

        for (int from = 0; from < moving; from += batch) {
            index.add(left.subList(from, Math.min(moving, from + batch)).stream()
                    .map(record -> new LinkageIndex.Entry(record, CELLS.getOrDefault(record, Map.of())))
                    .toList());
        }

        for (RecordRef record : left)
            assertThat(pairs(index, record)).as(record.toString()).isEqualTo(OF_OWNER.getOrDefault(record, Map.of()));
        for (Level level : Level.values()) {
            Set<Set<RecordRef>> groups = groups(index, level);
            groups.removeAll(OF_RUN.get(level));
            assertThat(groups).as(level.name()).isEmpty();
        }
    }

    @Property(seed = Seeds.FIXED, tries = 25)
    void a_change_tells_every_cluster_that_is_not_what_it_was_and_no_other(
            @ForAll long draw, @ForAll @IntRange(min = 1, max = 30) int moving) {
        LinkageIndex index = link().index();
        List<RecordRef> records = new ArrayList<>(CELLS.keySet());
        records.sort((x, y) -> (x.source() + x.id()).compareTo(y.source() + y.id()));
        Map<RecordRef, Cluster> before = new HashMap<>();
        for (RecordRef record : records) before.put(record, index.cluster(record, Level.OWNER));
        Collections.shuffle(records, new Random(draw));
        Set<RecordRef> leaving = Set.copyOf(records.subList(0, moving));

        IndexChange change = index.change(leaving, List.of());

        Set<Integer> told = new HashSet<>();
        for (Cluster cluster : change.owner()) told.add(cluster.number());
        Set<Integer> alive = new HashSet<>();
        for (RecordRef record : records) {
            if (leaving.contains(record)) continue;
            Cluster was = before.get(record);
            Cluster is = index.cluster(record, Level.OWNER);
            alive.add(is.number());
            boolean like =
                    was.number() == is.number() && Set.copyOf(was.members()).equals(Set.copyOf(is.members()));
            assertThat(told.contains(is.number())).isEqualTo(!like);
        }
        for (RecordRef record : leaving) {
            int number = before.get(record).number();
            assertThat(change.retiredOwners().contains(number)).isEqualTo(!alive.contains(number));
        }
        assertThat(change.retiredOwners()).doesNotContainAnyElementsOf(alive);
    }
}
