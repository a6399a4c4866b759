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

        // 201 · 151 / 61 − 1; the variance 201 · 151 · 140 · 90 / (61² · 62) = 1657.65; e^(1.96 · 0.19523) = 1.46614
        assertThat(estimate.known()).isEqualTo(290);
        assertThat(estimate.total()).isCloseTo(496.557, within(0.001));
        assertThat(Estimate.variance(200, 150, 60)).isCloseTo(1657.648, within(0.001));
        assertThat(estimate.low()).isCloseTo(430.883, within(0.001));
        assertThat(estimate.high()).isCloseTo(592.847, within(0.001));
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
    void a_list_that_holds_the_whole_other_leaves_nothing_over() {
        assertThat(Estimate.ofTwo(581, 60, 60)).contains(new Estimate(581, 581, 581, 581));
    }

    @Test
    void large_lists_overflow_nothing() {
        Estimate estimate = Estimate.ofTwo(64_000_000, 30_000_000, 20_000_000).orElseThrow();

        assertThat(estimate.total()).isCloseTo(96_000_000, within(100.0));
        assertThat(estimate.low()).isLessThan(estimate.total());
        assertThat(estimate.high()).isGreaterThan(estimate.total());
    }

    @Test
    void more_in_common_than_on_a_list_is_a_mistake() {
        assertThatThrownBy(() -> Estimate.ofTwo(10, 20, 11)).isInstanceOf(IllegalArgumentException.class);
    }
}
