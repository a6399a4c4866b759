package id.lumbung.matching.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.Seeds;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Lists drawn independently from a number of businesses that is known here. */
class EstimateProperties {
    private static final int DRAWN = 400;

    @Property(tries = 120, seed = Seeds.FIXED)
    void the_interval_holds_the_truth_at_least_nine_times_in_ten(
            @ForAll @IntRange(min = 100, max = 3_000) int truth,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double one,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double other,
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        Assume.that(truth * one * other >= 15);
        Random chance = new Random(seed);
        int held = 0;
        int estimated = 0;
        double sum = 0;

        for (int drawn = 0; drawn < DRAWN; drawn++) {
            int onOne = 0;
            int onOther = 0;
            int both = 0;
            for (int business = 0; business < truth; business++) {
                boolean isOnOne = chance.nextDouble() < one;
                boolean isOnOther = chance.nextDouble() < other;
                onOne += isOnOne ? 1 : 0;
                onOther += isOnOther ? 1 : 0;
                both += isOnOne && isOnOther ? 1 : 0;
            }
            Estimate estimate = Estimate.ofTwo(onOne, onOther, both).orElse(null);
            if (estimate != null) {
                estimated++;
                sum += estimate.total();
                held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
            }
        }

        assertThat(estimated).isGreaterThan(DRAWN * 9 / 10);
        assertThat((double) held / estimated).as("truth held").isGreaterThanOrEqualTo(0.9);
        assertThat(sum / estimated / truth)
                .as("mean of the estimates to the truth")
                .isBetween(0.93, 1.07);
    }

    @Property(tries = 500, seed = Seeds.FIXED)
    void never_fewer_than_known_and_always_within_its_interval(
            @ForAll @IntRange(min = 7, max = 100_000) int both,
            @ForAll @IntRange(max = 500_000) int onlyOne,
            @ForAll @IntRange(max = 500_000) int onlyOther) {
        Estimate estimate = Estimate.ofTwo((long) both + onlyOne, (long) both + onlyOther, both)
                .orElseThrow();

        assertThat(estimate.known()).isEqualTo((long) both + onlyOne + onlyOther);
        assertThat(estimate.low()).isBetween(estimate.known(), (long) estimate.total());
        assertThat((double) estimate.high()).isGreaterThanOrEqualTo(estimate.total());
    }
}
