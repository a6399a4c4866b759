package id.lumbung.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.linkage.LinkageSettings.Judgement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ClustersKeepWhatIsStatedTest {

    private static final MadeUpLists LISTS = new MadeUpLists(1200, 9);
    private static final LinkageSettings STANDARD = LinkageSettings.standard().withThreads(2);
    private static final Linkage LINKAGE = link(STANDARD);

    private static Linkage link(LinkageSettings settings) {
        return Linkage.of(List.of(LISTS.census, LISTS.register), settings);
    }

    private static Cluster clusterOf(Linkage linkage, RecordRef record) {
        return linkage.clusters(Level.BUSINESS).stream()
                .filter(cluster -> cluster.members().contains(record))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_a_person_judged_different_is_never_in_one_cluster() {
        PairScore sure = LINKAGE.pairs(Level.BUSINESS, 0.97).get(0);

        Linkage apart = link(STANDARD.withJudgements(List.of(), List.of(new Judgement(sure.a(), sure.b()))));

        assertThat(clusterOf(LINKAGE, sure.a()).members()).contains(sure.b());
        assertThat(clusterOf(apart, sure.a()).members()).doesNotContain(sure.b());
    }

    @Test
    void what_a_person_judged_the_same_is_in_one_cluster() {
        RecordRef one = new RecordRef("census", "C0");
        RecordRef other = new RecordRef("register", "R300");

        Linkage together = link(STANDARD.withJudgements(List.of(new Judgement(one, other)), List.of()));

        assertThat(clusterOf(LINKAGE, one).members()).doesNotContain(other);
        assertThat(clusterOf(together, one).members()).contains(other);
    }

    @Test
    void a_list_that_holds_a_thing_once_has_one_record_in_a_cluster() {
        Linkage once = link(STANDARD.withOncePerSource(Set.of("register")));

        for (Cluster cluster : once.clusters(Level.OWNER))
            assertThat(cluster.members().stream()
                            .filter(member -> member.source().equals("register"))
                            .count())
                    .isLessThanOrEqualTo(1);
        assertThat(LINKAGE.clusters(Level.OWNER))
                .anyMatch(cluster -> cluster.members().stream()
                                .filter(member -> member.source().equals("register"))
                                .count()
                        > 1);
    }

    @Test
    void numbers_outlive_a_run() {
        Map<RecordRef, Integer> before = new HashMap<>();
        for (Cluster cluster : LINKAGE.clusters(Level.BUSINESS))
            for (RecordRef member : cluster.members()) before.put(member, 100_000 + cluster.number());
        PairScore sure = LINKAGE.pairs(Level.BUSINESS, 0.97).get(0);

        List<Cluster> after = link(STANDARD.withJudgements(List.of(), List.of(new Judgement(sure.a(), sure.b()))))
                .clusters(Level.BUSINESS, before);

        long kept = after.stream()
                .filter(cluster ->
                        cluster.members().stream().anyMatch(member -> before.get(member) == cluster.number()))
                .count();
        assertThat(after.stream().map(Cluster::number).collect(Collectors.toSet()))
                .hasSameSizeAs(after);
        assertThat(kept).isGreaterThanOrEqualTo(after.size() - 2L);
    }

    @Test
    void says_where_a_cluster_is_weak() {
        for (Cluster cluster : LINKAGE.clusters(Level.OWNER)) {
            assertThat(cluster.weakest()).isBetween(0.0, 1.0);
            if (cluster.members().size() == 1) assertThat(cluster.weakest()).isEqualTo(1.0);
        }
    }

    @Test
    void different_businesses_may_be_of_one_owner() {
        PairScore sure = LINKAGE.pairs(Level.BUSINESS, 0.97).get(0);

        Linkage apart = link(STANDARD.withJudgements(List.of(), List.of(new Judgement(sure.a(), sure.b()))));

        assertThat(apart.clusters(Level.OWNER)).isEqualTo(LINKAGE.clusters(Level.OWNER));
    }

    @Test
    void learns_from_the_judgements_it_asked_for() {
        List<PairScore> asked = LINKAGE.worthAsking(300);
        Map<Boolean, List<Judgement>> judged = asked.stream()
                .collect(Collectors.partitioningBy(
                        pair -> LISTS.business.get(pair.a()).equals(LISTS.business.get(pair.b())),
                        Collectors.mapping(pair -> new Judgement(pair.a(), pair.b()), Collectors.toList())));

        Linkage taught = link(
                STANDARD.withJudgements(judged.getOrDefault(true, List.of()), judged.getOrDefault(false, List.of())));

        assertThat(asked).hasSizeBetween(100, 300);
        assertThat(LISTS.f1(taught.clusters(Level.BUSINESS), LISTS.business))
                .isGreaterThan(LISTS.f1(LINKAGE.clusters(Level.BUSINESS), LISTS.business));
    }
}
