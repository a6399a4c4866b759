package id.lumbung.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkingWithoutLabelsTest {

    private static final MadeUpLists LISTS = new MadeUpLists(3000, 7);
    private static final Linkage LINKAGE = Linkage.of(
            List.of(LISTS.census, LISTS.register), LinkageSettings.standard().withThreads(2));

    @Test
    void finds_the_same_business_and_leaves_the_owners_other_business_apart() {
        assertThat(LISTS.f1(LINKAGE.clusters(Level.BUSINESS), LISTS.business)).isGreaterThan(0.85);
    }

    @Test
    void finds_the_same_owner() {
        assertThat(LISTS.f1(LINKAGE.clusters(Level.OWNER), LISTS.owner)).isGreaterThan(0.88);
    }

    @Test
    void asks_for_no_pair_twice() {
        Set<Set<RecordRef>> seen = new HashSet<>();

        for (PairScore pair : LINKAGE.pairs(Level.OWNER, -1))
            assertThat(seen.add(Set.of(pair.a(), pair.b()))).isTrue();

        assertThat(seen).hasSizeGreaterThan(1000);
        assertThat(LINKAGE.blocking().stream().mapToLong(BlockingCost::newPairs).sum())
                .isEqualTo(seen.size());
    }

    @Test
    void states_probabilities_that_come_true() {
        double stated = 0;
        double true_ = 0;
        int pairs = 0;
        for (PairScore pair : LINKAGE.pairs(Level.BUSINESS, 0.3)) {
            if (pair.probability() > 0.95) continue;
            stated += pair.probability();
            if (LISTS.business.get(pair.a()).equals(LISTS.business.get(pair.b()))) true_++;
            pairs++;
        }

        assertThat(true_ / pairs).isCloseTo(stated / pairs, org.assertj.core.data.Offset.offset(0.12));
    }

    @Test
    void states_a_precision_inside_its_interval() {
        Estimate estimate = LINKAGE.estimate(Level.BUSINESS);
        long right = LINKAGE.pairs(Level.BUSINESS, estimate.threshold() - 1e-9).stream()
                .filter(pair -> LISTS.business.get(pair.a()).equals(LISTS.business.get(pair.b())))
                .count();

        assertThat((double) right / estimate.linked()).isBetween(estimate.precisionLow(), estimate.precisionHigh());
    }

    @Test
    void a_business_of_the_same_owner_is_of_the_same_owner_first() {
        for (PairScore pair : LINKAGE.pairs(Level.BUSINESS, 0.5)) {
            assertThat(LINKAGE.explain(pair.a(), pair.b(), Level.OWNER).probability())
                    .isGreaterThanOrEqualTo(pair.probability() - 1e-4);
        }
    }
}
