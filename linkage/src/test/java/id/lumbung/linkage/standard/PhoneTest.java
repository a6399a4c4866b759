package id.lumbung.linkage.standard;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.linkage.standard.Phone.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "081290034417",
                "0812-9003-4417",
                "0812 9003 4417",
                "+6281290034417",
                "+62 812-9003-4417",
                "6281290034417",
                "006281290034417",
                "+62 (0)812 9003 4417",
                "'081290034417",
                "0812.9003.4417",
                "HP 081290034417 (WA)"
            })
    void brings_a_mobile_number_to_its_international_form(String typed) {
        assertThat(Phone.of(typed)).isEqualTo(new Phone("+6281290034417", Quality.MOBILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"81290034417", "81290034417.0"})
    void gives_back_the_zero_that_a_spreadsheet_took(String typed) {
        assertThat(Phone.of(typed)).isEqualTo(new Phone("+6281290034417", Quality.REPAIRED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.129E+10", "8,129E+10"})
    void says_of_a_rounded_number_that_it_is_damaged_and_gives_none(String typed) {
        assertThat(Phone.of(typed)).isEqualTo(new Phone("", Quality.DAMAGED));
    }

    @Test
    void knows_a_fixed_line_by_its_area() {
        assertThat(Phone.of("(0341) 395 201")).isEqualTo(new Phone("+62341395201", Quality.LANDLINE));
    }

    @Test
    void finds_every_number_of_a_cell() {
        assertThat(Phone.all("081290034417 / 0341-395201, 085712349876"))
                .extracting(Phone::number)
                .containsExactly("+6281290034417", "+62341395201", "+6285712349876");
        assertThat(Phone.all("081290034417 085712349876")).hasSize(2);
        assertThat(Phone.of("0341-395201 / 081290034417").quality()).isEqualTo(Quality.MOBILE);
    }

    @ParameterizedTest
    @CsvSource({"08129003, MALFORMED", "08129003441799999, MALFORMED", "395201, MALFORMED", "+6591234567, FOREIGN"})
    void says_how_far_a_number_can_be_believed(String typed, Quality quality) {
        assertThat(Phone.of(typed).quality()).isEqualTo(quality);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "0", "tidak ada", "080000000000", "081234567890", "1111111111", "999"})
    void is_missing_when_something_was_only_filled_in(String typed) {
        assertThat(Phone.of(typed).quality()).isEqualTo(Quality.MISSING);
    }

    @Test
    void counts_a_number_as_whole_only_when_it_can_be_dialled() {
        assertThat(Phone.of("081290034417").isWhole()).isTrue();
        assertThat(Phone.of("8.129E+10").isWhole()).isFalse();
    }
}
