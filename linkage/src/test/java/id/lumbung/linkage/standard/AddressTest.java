package id.lumbung.linkage.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "RT 05 RW 03",
                "RT.005/RW.003",
                "rt5 rw3",
                "RT 5/3",
                "05/03",
                "RT/RW 05/03",
                "Rt. 05 Rw.03",
                "RT05/RW03",
                "RT: 5 RW: 3",
                "RT 5 - RW 3"
            })
    void reads_the_numbers_of_rt_and_rw_in_every_way_they_are_written(String typed) {
        Address address = Address.of(typed);

        assertThat(address.rt()).isEqualTo(5);
        assertThat(address.rw()).isEqualTo(3);
        assertThat(address.names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dsn. Krajan RT 1",
                "DUSUN KRAJAN RT 1",
                "Dk Krajan RT 1",
                "RT 1 Krajan",
                "krajan rt 1",
                "Dukuh KRAJAN RT.1"
            })
    void finds_the_hamlet_with_and_without_its_mark(String typed) {
        assertThat(Address.of(typed).hamlet()).isEqualTo("KRAJAN");
    }

    @ParameterizedTest
    @CsvSource({
        "Jl. Gatot Subroto, GATOT SUBROTO",
        "JLN RAYA, RAYA",
        "JL.SUDIRMAN, SUDIRMAN",
        "Jalan Teuku Umar RT 2, TEUKU UMAR"
    })
    void finds_the_road(String typed, String road) {
        assertThat(Address.of(typed).road()).isEqualTo(road);
    }

    @Test
    void takes_a_whole_address_apart() {
        assertThat(Address.of("Jl. Raya No 5 RT.02/RW 11 Dsn. Krajan Ds. Sumberejo Kec. Pagak"))
                .isEqualTo(new Address(2, 11, "KRAJAN", "RAYA", 5, "", "SUMBEREJO", "PAGAK"));
    }

    @Test
    void sees_where_a_road_that_everyone_knows_ends_and_a_hamlet_begins() {
        Address address = Address.of("JL.Gatot Subroto Karanganyar RT 18/4");

        assertThat(address.road()).isEqualTo("GATOT SUBROTO");
        assertThat(address.hamlet()).isEqualTo("KARANGANYAR");
    }

    @Test
    void leaves_a_road_whole_that_it_does_not_know() {
        assertThat(Address.of("Jl. Mangga Manis RT 1").road()).isEqualTo("MANGA MANIS");
    }

    @Test
    void takes_the_number_of_a_house_for_no_rt() {
        Address address = Address.of("Jl Melati No. 12/5 RT 3 RW 4");

        assertThat(address.number()).isEqualTo(12);
        assertThat(address.rt()).isEqualTo(3);
        assertThat(address.rw()).isEqualTo(4);
    }

    @Test
    void keeps_an_alley_by_name_or_number() {
        assertThat(Address.of("Gg. Buntu RT 1").alley()).isEqualTo("BUNTU");
        assertThat(Address.of("Jl Mawar Gang 3 RT 1").alley()).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "  "})
    void is_missing_when_nothing_was_typed(String typed) {
        assertThat(Address.of(typed).isMissing()).isTrue();
    }
}
