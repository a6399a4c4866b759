package id.lumbung.linkage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClustersTest {

    private static long[] identities(int size) {
        long[] identities = new long[size];
        for (int r = 0; r < size; r++) identities[r] = Clusters.identity("list", "" + r);
        return identities;
    }

    private static int[] clusters(int size, int[] a, int[] b, float... probability) {
        return Clusters.of(size, a, b, probability, 0.5, Clusters.Constraints.none(), identities(size));
    }

    @Test
    void one_strong_pair_does_not_chain_two_groups_that_disagree() {
        // 0-1-2 and 3-4-5 are sure; only 2-3 connects them
        int[] cluster = clusters(
                6,
                new int[] {0, 0, 1, 3, 3, 4, 2},
                new int[] {1, 2, 2, 4, 5, 5, 3},
                0.99f,
                0.99f,
                0.99f,
                0.99f,
                0.99f,
                0.99f,
                0.9f);

        assertThat(cluster).containsExactly(0, 0, 0, 3, 3, 3);
    }

    @Test
    void two_sure_links_outweigh_a_pair_that_was_never_compared() {
        assertThat(clusters(3, new int[] {0, 1}, new int[] {1, 2}, 0.99f, 0.98f))
                .containsExactly(0, 0, 0);
    }

    @Test
    void what_is_below_the_threshold_stays_apart() {
        assertThat(clusters(3, new int[] {0, 1}, new int[] {1, 2}, 0.49f, 0.3f)).containsExactly(0, 1, 2);
    }
}
