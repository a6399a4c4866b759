package id.lumbung.reference;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LumbungTest
class KbliTest {

    @Autowired
    private Kbli kbli;

    @Autowired
    private Sectors sectors;

    @Test
    void bakso_from_a_cart_is_found_in_everyday_words() {
        assertThat(kbli.search("jual bakso keliling", "2020", 5)
                        .getFirst()
                        .kbli()
                        .code())
                .isEqualTo("56104");
        assertThat(kbli.search("jual bakso keliling", "2025", 5)
                        .getFirst()
                        .kbli()
                        .code())
                .isEqualTo("56102");
    }

    /** Trap 10: soy and nut food in 2020, coconut food in 2025. */
    @Test
    void code_10793_means_two_things_in_two_versions() {
        assertThat(kbli.find("2020", "10793").orElseThrow().title()).contains("kedele");
        assertThat(kbli.find("2025", "10793").orElseThrow().title()).contains("kelapa");
        assertThat(kbli.search("kelapa parut", "2025", 5))
                .extracting(hit -> hit.kbli().code())
                .contains("10793");
        assertThat(kbli.search("kelapa parut", "2020", 5))
                .extracting(hit -> hit.kbli().code())
                .doesNotContain("10793");
    }

    @Test
    void the_version_in_force_changes_with_peraturan_bps_7_of_2025() {
        assertThat(kbli.versionInForce(LocalDate.of(2025, 12, 17)).code()).isEqualTo("2020");
        assertThat(kbli.versionInForce(LocalDate.of(2025, 12, 18)).code()).isEqualTo("2025");
        assertThat(kbli.versionInForce(LocalDate.of(2015, 1, 1)).code()).isEqualTo("2020");
        assertThat(kbli.versionInForce(LocalDate.of(2026, 1, 1)).alignBy()).isEqualTo(LocalDate.of(2026, 6, 18));
    }

    @Test
    void a_half_typed_word_and_a_spelling_mistake_still_find_their_code() {
        assertThat(kbli.search("konvek", "2020", 5))
                .extracting(hit -> hit.kbli().code())
                .contains("14111");
        assertThat(kbli.search("kerupukk", "2020", 5))
                .extracting(hit -> hit.kbli().code())
                .contains("10794");
    }

    @Test
    void digits_find_the_codes_that_begin_with_them() {
        assertThat(kbli.search("5610", "2020", 10))
                .extracting(hit -> hit.kbli().code())
                .contains("56101", "56102", "56104");
        assertThat(kbli.search("14120", "2025", 10))
                .extracting(hit -> hit.kbli().code())
                .containsExactly("14120");
    }

    @Test
    void a_code_may_belong_to_several_sectors_and_the_longest_rule_decides() {
        assertThat(sectors.ofKbli("2020", "13134")).containsExactlyInAnyOrder("kerajinan", "fesyen");
        assertThat(sectors.ofKbli("2020", "13999")).containsExactly("kerajinan");
        assertThat(sectors.ofKbli("2020", "45407")).contains("jasa");
        assertThat(sectors.ofKbli("2025", "56102")).containsExactly("kuliner-warung");
    }
}
