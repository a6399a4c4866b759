package id.lumbung.linkage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTest {
    @ParameterizedTest
    @CsvSource({
        "MARTHA, MARHTA, 0.9611",
        "DIXON, DICKSONX, 0.8133",
        "DWAYNE, DUANE, 0.8400",
        "JONES, JOHNSON, 0.8324",
        "ABROMS, ABRAMS, 0.9222"
    })
    void gives_the_values_that_winkler_published(String one, String other, double published) {
        assertThat(JaroWinkler.similarity(one, other)).isCloseTo(published, within(0.00005));
    }

    @Test
    void gives_the_values_of_jaro_without_the_bonus() {
        assertThat(jaro("MARTHA", "MARHTA")).isCloseTo(0.9444, within(0.00005));
        assertThat(jaro("DIXON", "DICKSONX")).isCloseTo(0.7667, within(0.00005));
    }

    private static double jaro(String one, String other) {
        return JaroWinkler.jaro(one.toCharArray(), 0, one.length(), other.toCharArray(), 0, other.length());
    }

    @Test
    void takes_two_empty_texts_for_the_same_and_one_for_nothing() {
        assertThat(JaroWinkler.similarity("", "")).isEqualTo(1);
        assertThat(JaroWinkler.similarity("", "SUTINI")).isZero();
        assertThat(JaroWinkler.similarity("ABC", "XYZ")).isZero();
    }

    @Test
    void compares_texts_of_64_and_of_65_characters_alike() {
        String text = "SUMBERMANJINGWETAN".repeat(4).substring(0, 64);

        assertThat(JaroWinkler.similarity(text, text)).isEqualTo(1);
        assertThat(JaroWinkler.similarity(text + "A", text + "A")).isEqualTo(1);
        assertThat(JaroWinkler.similarity(text, text + "A")).isGreaterThan(0.99);
    }
}
