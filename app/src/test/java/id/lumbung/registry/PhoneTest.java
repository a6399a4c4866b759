package id.lumbung.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {
    @ParameterizedTest
    @CsvSource({
        "0812-3456-7890, +6281234567890",
        "62 812 3456 7890, +6281234567890",
        "+62 (812) 3456-7890, +6281234567890",
        "81234567890, +6281234567890",
        "+62 0812 3456 7890, +6281234567890",
        "(0341) 391679, +62341391679",
        "021 5551234, +62215551234",
        "+65 9123 4567, +6591234567"
    })
    void is_read_in_every_way_people_write_it(String typed, String e164) {
        assertThat(Phone.parse(typed).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0812", "08123456789012", "telepon", "0341", "391679", "+62", "+"})
    void what_is_no_number_is_said_to_be_none(String typed) {
        assertThat(Phone.problem("phone", typed)).isPresent();
    }

    @Test
    void never_shows_itself() {
        assertThat(new Phone("+6281234567890")).hasToString("********7890");
    }
}
