package id.lumbung.linkage.standard;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.linkage.standard.PartialDate.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "21/09/1975",
                "21-09-1975",
                "1975-09-21",
                "21.09.1975",
                "21-9-75",
                "21 Sep 1975",
                "21 September 1975",
                "Malang, 21-09-1975",
                "1975-09-21 00:00:00",
                "19750921",
                "21091975",
                "09/21/1975",
                "27658",
                "27658.0"
            })
    void reads_a_day_in_every_way_it_is_written(String typed) {
        assertThat(PartialDate.of(typed, 2026)).isEqualTo(new PartialDate(1975, 9, 21, Kind.DAY));
    }

    @ParameterizedTest
    @CsvSource({
        "1 Jan 1970, 1970, DEFAULT",
        "01-01-1970, 1970, DEFAULT",
        "1971-12-31, 1971, DEFAULT",
        "1965, 1965, YEAR",
        "1965.0, 1965, YEAR",
        "00-00-1965, 1965, YEAR"
    })
    void believes_only_the_year_of_a_default_day(String typed, int year, Kind kind) {
        assertThat(PartialDate.of(typed, 2026)).isEqualTo(new PartialDate(year, 0, 0, kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"09/1975", "1975-09", "Sep 1975", "31/09/1975"})
    void keeps_year_and_month_when_the_day_is_missing_or_cannot_be(String typed) {
        assertThat(PartialDate.of(typed, 2026)).isEqualTo(new PartialDate(1975, 9, 0, Kind.MONTH));
    }

    @ParameterizedTest
    @CsvSource({
        "22 Agu 1969, 8",
        "22 Agustus 1969, 8",
        "22 AGT 1969, 8",
        "22 Okt 1969, 10",
        "22 Mei 1969, 5",
        "22 Nop 1969, 11",
        "22 Peb 1969, 2",
        "22 Des 1969, 12"
    })
    void knows_the_names_of_the_months(String typed, int month) {
        assertThat(PartialDate.of(typed, 2026).month()).isEqualTo(month);
    }

    @Test
    void takes_two_digits_of_a_year_for_the_last_century_when_this_one_has_not_come_so_far() {
        assertThat(PartialDate.of("02-03-26", 2026).year()).isEqualTo(2026);
        assertThat(PartialDate.of("02-03-27", 2026).year()).isEqualTo(1927);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "0", "00/00/0000", "2147483647", "tidak tahu", "1775"})
    void is_missing_when_no_year_can_be_read(String typed) {
        assertThat(PartialDate.of(typed, 2026).isMissing()).isTrue();
    }

    @Test
    void packs_its_parts_into_one_number() {
        assertThat(PartialDate.of("21/09/1975", 2026).packed()).isEqualTo(19750921);
        assertThat(PartialDate.of("1975", 2026).packed()).isEqualTo(19750000);
    }
}
