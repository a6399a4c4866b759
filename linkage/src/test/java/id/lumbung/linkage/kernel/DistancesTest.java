package id.lumbung.linkage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.lumbung.linkage.Seeds;
import id.lumbung.linkage.kernel.Distances.DateFit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistancesTest {
    @ParameterizedTest
    @CsvSource({
        "19750921, 19750921, SAME",
        "19750903, 19750309, TURNED",
        "19750921, 19750922, NEARLY",
        "19750921, 19760921, NEARLY",
        "19750921, 19751021, NEARLY",
        "19750921, 19750000, SAME_AS_FAR_AS_KNOWN",
        "19750900, 19750921, SAME_AS_FAR_AS_KNOWN",
        "19750900, 19751021, DIFFERENT",
        "19750000, 19760000, NEIGHBOURS",
        "19750921, 19760000, NEIGHBOURS",
        "19750921, 19760302, NEIGHBOURS",
        "19750921, 19800302, DIFFERENT",
        "0, 19800302, UNKNOWN",
        "0, 0, UNKNOWN"
    })
    void says_how_two_dates_agree(int one, int other, DateFit fit) {
        assertThat(Distances.dates(one, other)).isEqualTo(fit);
        assertThat(Distances.dates(other, one)).isEqualTo(fit);
    }

    @Test
    void measures_amounts_by_the_larger() {
        assertThat(Distances.relative(300_000_000, 240_000_000)).isEqualTo(0.2);
        assertThat(Distances.relative(0, 0)).isZero();
        assertThat(Distances.relative(0, 5)).isEqualTo(1);
        assertThat(Distances.relative(-5, 5)).isEqualTo(1);
    }

    @Test
    void measures_a_quarter_of_the_earth() {
        double quarter = Math.PI / 2 * 6_371_008.8;

        assertThat(Distances.metres(0, 0, 0, 90)).isCloseTo(quarter, within(0.01));
        assertThat(Distances.metres(0, 0, 90, 0)).isCloseTo(quarter, within(0.01));
        assertThat(Distances.metres(-8.13, 112.57, -8.13, 112.57)).isZero();
    }

    @Test
    void measures_from_kepanjen_to_the_square_of_malang() {
        assertThat(Distances.metres(-8.1303, 112.5727, -7.9826, 112.6308)).isCloseTo(17_630, within(100.0));
    }

    @Property(tries = 1000, seed = Seeds.FIXED)
    void measures_the_same_there_and_back_and_never_more_than_half_round(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @DoubleRange(min = -90, max = 90) double otherLatitude,
            @ForAll @DoubleRange(min = -180, max = 180) double otherLongitude) {
        double metres = Distances.metres(latitude, longitude, otherLatitude, otherLongitude);

        assertThat(metres).isBetween(0.0, Math.PI * 6_371_009);
        assertThat(Distances.metres(otherLatitude, otherLongitude, latitude, longitude))
                .isCloseTo(metres, within(1e-6));
    }

    @Property(tries = 1000, seed = Seeds.FIXED)
    void agrees_on_dates_whichever_comes_first(
            @ForAll @IntRange(min = 19000000, max = 20301231) int one,
            @ForAll @IntRange(min = 19000000, max = 20301231) int other) {
        assertThat(Distances.dates(one, other)).isEqualTo(Distances.dates(other, one));
    }
}
