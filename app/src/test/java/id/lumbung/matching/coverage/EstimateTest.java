package id.lumbung.matching.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against calculations by hand. */
class EstimateTest {

    @Test
    void of_200_and_150_with_60_in_common_there_are_about_497() {
        Estimate estimate = Estimate.ofTwo(200, 150, 60).orElseThrow();

        // 201 · 151 / 61 − 1; the bounds by summing the hypergeometric distribution in whole numbers
        assertThat(estimate.known()).isEqualTo(290);
        assertThat(estimate.total()).isCloseTo(496.557, within(0.001));
        assertThat(estimate.low()).isEqualTo(428);
        assertThat(estimate.high()).isEqualTo(604);
        assertThat(Estimate.ofTwo(40, 30, 7)).hasValueSatisfying(few -> {
            assertThat(few.low()).isEqualTo(102);
            assertThat(few.high()).isEqualTo(386);
        });
    }

    @Test
    void it_is_the_same_whichever_list_comes_first() {
        assertThat(Estimate.ofTwo(581, 4_200, 380)).isEqualTo(Estimate.ofTwo(4_200, 581, 380));
    }

    @Test
    void fewer_than_seven_in_common_give_no_estimate() {
        assertThat(Estimate.ofTwo(500, 400, 6)).isEmpty();
        assertThat(Estimate.ofTwo(500, 400, 7)).isPresent();
    }

    @Test
    void a_list_that_holds_the_whole_other_may_still_lack_a_few() {
        assertThat(Estimate.ofTwo(581, 60, 60)).contains(new Estimate(581, 581, 581, 615));
        assertThat(Estimate.ofTwo(60, 60, 60)).contains(new Estimate(60, 60, 60, 60));
    }

    @Test
    void large_lists_overflow_nothing() {
        Estimate estimate = Estimate.ofTwo(64_000_000, 30_000_000, 20_000_000).orElseThrow();

        assertThat(estimate.total()).isCloseTo(96_000_000, within(100.0));
        assertThat(estimate.low()).isBetween(95_900_000L, 96_000_000L);
        assertThat(estimate.high()).isBetween(96_000_000L, 96_100_000L);
    }

    @Test
    void more_in_common_than_on_a_list_is_a_mistake() {
        assertThatThrownBy(() -> Estimate.ofTwo(10, 20, 11)).isInstanceOf(IllegalArgumentException.class);
    }
}
