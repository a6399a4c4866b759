package id.lumbung.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.platform.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

class NibTest {
    @Test
    void thirteen_digits_are_one_whether_or_not_they_begin_with_a_date() {
        assertThat(Nib.parse("1310220202906").value()).isEqualTo("1310220202906");
        assertThat(Nib.parse("9120 0012 3456 7").value()).isEqualTo("9120001234567");
    }

    @Test
    void trap_8_twelve_digits_from_a_spreadsheet_offer_the_one_with_a_leading_zero() {
        assertThat(Nib.read("220202906131")).isEqualTo(new Nib.Reading.Suggested(new Nib("0220202906131")));
        assertThat(Nib.problem("nib", "220202906131"))
                .hasValueSatisfying(problem -> assertThat(problem.arguments()).isEqualTo(List.of("0220202906131")));
        assertThatThrownBy(() -> Nib.parse("220202906131")).isInstanceOf(Refused.class);
    }

    @Test
    void anything_else_is_refused_with_the_number_of_digits() {
        assertThat(Nib.problem("nib", "12345"))
                .hasValueSatisfying(problem -> assertThat(problem.arguments()).isEqualTo(List.of(5)));
        assertThat(Nib.problem("nib", "NIB belum ada"))
                .hasValueSatisfying(problem -> assertThat(problem.messageKey()).isEqualTo("registry.nib.not-digits"));
    }
}
