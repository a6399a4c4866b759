package id.lumbung.matching.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.matching.coverage.Mix.Standing;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Businesses by the sources that have them. */
class OverlapsTest {
    private static final UUID CENSUS = new UUID(0, 1);
    private static final UUID FAIR = new UUID(0, 2);
    private static final UUID SMALL = new UUID(0, 3);

    private static final List<Mix> MIXES = List.of(
            new Mix(List.of(), Standing.REGISTERED, 4),
            new Mix(List.of(CENSUS), Standing.NEITHER, 60),
            new Mix(List.of(CENSUS), Standing.LICENSED, 20),
            new Mix(List.of(CENSUS, FAIR), Standing.NEITHER, 10),
            new Mix(List.of(CENSUS, FAIR), Standing.LICENSED, 8),
            new Mix(List.of(CENSUS, FAIR, SMALL), Standing.REGISTERED, 1),
            new Mix(List.of(FAIR, SMALL), Standing.NEITHER, 2),
            new Mix(List.of(SMALL), Standing.NEITHER, 5));

    @Test
    void counts_what_is_on_each_two_and_on_exactly_these() {
        Overlaps overlaps = Overlaps.of(List.of(CENSUS, FAIR), MIXES);

        assertThat(overlaps.shared()[Overlaps.LICENSED]).containsExactly(28, 0, 28, 8);
        assertThat(overlaps.shared()[Overlaps.REGISTERED]).containsExactly(0, 5, 1, 1);
        assertThat(overlaps.shared()[Overlaps.FIRST_LIST]).containsExactly(28, 1, 99, 19);
        assertThat(overlaps.shared()[Overlaps.FIRST_LIST + 1]).containsExactly(8, 1, 19, 21);
        assertThat(overlaps.combinations().getFirst()).isEqualTo(new Overlaps.Combination(0b0100, 60));
        assertThat(overlaps.combinations().stream()
                        .mapToLong(Overlaps.Combination::businesses)
                        .sum())
                .isEqualTo(105);
        assertThat(overlaps.known()).isEqualTo(110);
        assertThat(overlaps.untold()).as("only on the list that is not told of").isEqualTo(5);
    }

    @Test
    void licensed_and_registered_are_one_source_for_the_estimate() {
        long[][] shared = Overlaps.of(List.of(CENSUS, FAIR), MIXES).sharedBySource();

        assertThat(shared[0]).containsExactly(33, 29, 9);
        assertThat(shared[1]).containsExactly(29, 99, 19);
        assertThat(shared[2]).containsExactly(9, 19, 21);
    }

    @Test
    void several_sources_give_a_range_of_what_their_pairs_say() {
        Unlisted unlisted =
                Unlisted.of(110, Overlaps.of(List.of(CENSUS, FAIR), MIXES).sharedBySource());

        // 34 · 100 / 30 − 1 = 112.3; 34 · 22 / 10 − 1 = 73.8; 100 · 22 / 20 − 1 = 109
        assertThat(unlisted.estimates()).hasSize(3);
        assertThat(unlisted.most(Estimate::total)).isEqualTo(2);
        assertThat(unlisted.least(Estimate::total)).isZero();
        assertThat(unlisted.contradicts()).isTrue();
    }

    @Test
    void an_empty_source_is_in_no_pair() {
        assertThat(Unlisted.of(9, new long[][] {{0, 0}, {0, 9}}).pairs()).isEmpty();
    }
}
