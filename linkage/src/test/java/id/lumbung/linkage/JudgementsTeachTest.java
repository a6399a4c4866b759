package id.lumbung.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clerks' judgements about businesses and about owners, of the pairs that the engine asks about. */
class JudgementsTeachTest {

    private static final MadeUpLists LISTS = new MadeUpLists(1500, 31);
    private static final LinkageSettings SETTINGS = LinkageSettings.standard().withThreads(2);
    private static final Linkage WITHOUT = Linkage.of(List.of(LISTS.census, LISTS.register), SETTINGS);

    private static LinkageSettings judged(Level level, int most) {
        Map<RecordRef, Integer> truth = level == Level.BUSINESS ? LISTS.business : LISTS.owner;
        List<LinkageSettings.Judgement> same = new ArrayList<>();
        List<LinkageSettings.Judgement> different = new ArrayList<>();
        for (PairScore pair : WITHOUT.worthAsking(level, most))
            (truth.get(pair.a()).equals(truth.get(pair.b())) ? same : different)
                    .add(new LinkageSettings.Judgement(pair.a(), pair.b()));
        return level == Level.BUSINESS
                ? SETTINGS.withJudgements(same, different)
                : SETTINGS.withOwnerJudgements(same, different);
    }

    @ParameterizedTest
    @CsvSource({
        "BUSINESS,20",
        "BUSINESS,100",
        "BUSINESS,300",
        "BUSINESS,1000",
        "OWNER,20",
        "OWNER,100",
        "OWNER,300",
        "OWNER,1000"
    })
    void any_number_of_judgements_makes_the_clusters_better_or_leaves_them(Level level, int most) {
        Map<RecordRef, Integer> truth = level == Level.BUSINESS ? LISTS.business : LISTS.owner;
        Linkage with = Linkage.of(List.of(LISTS.census, LISTS.register), judged(level, most));

        double before = LISTS.f1(WITHOUT.clusters(level), truth);
        double after = LISTS.f1(with.clusters(level), truth);

        assertThat(after).isGreaterThan(before - 0.003);
        if (most >= 300) assertThat(after).isGreaterThan(before + 0.2 * (1 - before));
    }

    @Test
    void judgements_about_owners_hold_in_the_clusters_of_both_questions() {
        LinkageSettings settings = judged(Level.OWNER, 200);
        Linkage with = Linkage.of(List.of(LISTS.census, LISTS.register), settings);

        List<Cluster> owners = with.clusters(Level.OWNER);
        List<Cluster> businesses = with.clusters(Level.BUSINESS);
        assertThat(settings.differentOwner()).isNotEmpty().allSatisfy(pair -> {
            assertThat(together(owners, pair)).isFalse();
            assertThat(together(businesses, pair)).isFalse();
        });
        assertThat(settings.sameOwner())
                .isNotEmpty()
                .allSatisfy(pair -> assertThat(together(owners, pair)).isTrue());
    }

    private static boolean together(List<Cluster> clusters, LinkageSettings.Judgement pair) {
        return clusters.stream()
                .anyMatch(cluster -> cluster.members().contains(pair.a())
                        && cluster.members().contains(pair.b()));
    }
}
