package id.lumbung.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameAnswerOnAnyNumberOfThreadsTest {

    private static final MadeUpLists LISTS = new MadeUpLists(1500, 11);
    private static final Linkage ONE = link(1);

    private static Linkage link(int threads) {
        return Linkage.of(
                List.of(LISTS.census, LISTS.register),
                LinkageSettings.standard().withThreads(threads));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void pairs_and_clusters_are_the_same_to_the_bit(int threads) {
        Linkage many = link(threads);

        for (Level level : Level.values()) {
            assertThat(many.pairs(level, -1)).isEqualTo(ONE.pairs(level, -1));
            assertThat(many.clusters(level)).isEqualTo(ONE.clusters(level));
        }
    }

    @Test
    void a_second_run_is_the_same_to_the_bit() {
        assertThat(link(1).pairs(Level.BUSINESS, -1)).isEqualTo(ONE.pairs(Level.BUSINESS, -1));
    }
}
