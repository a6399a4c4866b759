package id.lumbung.linkage.standard;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.linkage.standard.Nik.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NikTest {
    @ParameterizedTest
    @ValueSource(strings = {"3507034101750007", "'3507034101750007", "3507 0341 0175 0007", "35.07.03.410175.0007"})
    void reads_a_whole_number(String typed) {
        Nik nik = Nik.of(typed);

        assertThat(nik.quality()).isEqualTo(Quality.WHOLE);
        assertThat(nik.digits()).isEqualTo(0x3507034101750007L);
        assertThat(nik.isPlausible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "3507********0001, MASKED, 8",
        "350703xxxxxx0001, MASKED, 10",
        "**********750011, MASKED, 6",
        "3507**0001, MASKED, 8",
        "350701580176, BEGINNING, 12",
        "350701, BEGINNING, 6",
        "0002, END, 4",
        "3.50703E+15, ROUNDED, 5",
        "'3,5071E+15', ROUNDED, 4",
        "3507031612840000, ROUNDED, 12",
        "350703410175007, DAMAGED, 0",
        "35070341017500079, DAMAGED, 0"
    })
    void knows_which_digits_are_known(String typed, Quality quality, int known) {
        Nik nik = Nik.of(typed);

        assertThat(nik.quality()).isEqualTo(quality);
        assertThat(nik.knownDigits()).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "0",
                "0000000000000000",
                "9999999999999999",
                "tidak ada",
                "xxxxxxxxxxxxxxxx",
                "1234567890123456"
            })
    void is_missing_when_something_was_only_filled_in(String typed) {
        assertThat(Nik.of(typed).quality()).isEqualTo(Quality.MISSING);
    }

    @Test
    void tells_birth_date_sex_and_region() {
        Nik woman = Nik.of("3507036102750007");

        assertThat(woman.region()).isEqualTo(350703);
        assertThat(woman.sex()).isEqualTo(Sex.FEMALE);
        assertThat(woman.birth(2026)).isEqualTo(PartialDate.of(1975, 2, 21));
        assertThat(Nik.of("3507032102050001").birth(2026).year()).isEqualTo(2005);
        assertThat(Nik.of("3507032102200001").birth(2026).year()).isEqualTo(1920);
    }

    @Test
    void tells_a_woman_born_on_the_31st() {
        assertThat(Nik.of("3507037108750007").sex()).isEqualTo(Sex.FEMALE);
        assertThat(Nik.of("3507037108750007").birth(2026).day()).isEqualTo(31);
    }

    @Test
    void tells_nothing_of_digits_that_are_masked() {
        Nik masked = Nik.of("350703xxxxxx0001");

        assertThat(masked.region()).isEqualTo(350703);
        assertThat(masked.sex()).isEqualTo(Sex.UNKNOWN);
        assertThat(masked.birth(2026).isMissing()).isTrue();
        assertThat(Nik.of("0002").region()).isEqualTo(-1);
    }

    @Test
    void tells_the_year_of_birth_from_the_last_six_digits() {
        assertThat(Nik.of("**********750011").birth(2026).year()).isEqualTo(1975);
    }

    @Test
    void is_not_plausible_with_a_day_or_month_that_cannot_be() {
        assertThat(Nik.of("3507033502750007").isPlausible()).isFalse();
        assertThat(Nik.of("3507032113750007").isPlausible()).isFalse();
        assertThat(Nik.of("0107032102750007").isPlausible()).isFalse();
    }

    @Test
    void counts_agreeing_and_conflicting_digits_where_both_are_known() {
        Nik whole = Nik.of("3507036102750007");

        assertThat(Nik.agreeing(whole, Nik.of("350703xxxxxx0007"))).isEqualTo(10);
        assertThat(Nik.conflicting(whole, Nik.of("350703xxxxxx0007"))).isZero();
        assertThat(Nik.agreeing(whole, Nik.of("0008"))).isEqualTo(3);
        assertThat(Nik.conflicting(whole, Nik.of("0008"))).isEqualTo(1);
        assertThat(Nik.agreeing(whole, Nik.of(""))).isZero();
    }

    @Test
    void forgives_the_last_digit_that_a_spreadsheet_made_zero() {
        Nik whole = Nik.of("3507036102750017");

        assertThat(Nik.agreesRounded(whole, Nik.of("3507036102750010"))).isTrue();
        assertThat(Nik.agreesRounded(whole, Nik.of("3507036102750018"))).isFalse();
        assertThat(Nik.agreesRounded(whole, whole)).isFalse();
    }

    @Test
    void never_shows_its_digits() {
        assertThat(Nik.of("3507036102750007").toString()).isEqualTo("Nik[WHOLE, 16 digits]");
    }
}
