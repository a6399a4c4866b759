package id.lumbung.linkage.standard;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.linkage.standard.Villages.Found;
import id.lumbung.linkage.standard.Villages.How;
import id.lumbung.linkage.standard.Villages.Village;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VillagesTest {
    private final Villages villages = new Villages(List.of(
            new Village("3507012001", "Banjarejo", "350701", "Donomulyo"),
            new Village("3507012002", "Sumberoto", "350701", "Donomulyo"),
            new Village("3507012003", "Sumberato", "350701", "Donomulyo"),
            new Village("3507022001", "Banjarejo", "350702", "Pagak", List.of("Banjar Lor")),
            new Village("3507022002", "Gubugklakah", "350702", "Pagak"),
            new Village("3507032001", "Sedayu", "350703", "Sumbermanjing Wetan"),
            new Village("3507032002", "Sukodono", "350703", "Sumbermanjing Wetan")));

    private Found find(String village, String kecamatan) {
        return villages.find(village, kecamatan);
    }

    @ParameterizedTest
    @CsvSource({
        "Ds. Banjarejo, Pagak, 3507022001, NAME",
        "BANJAR REJO, Kec. Pagak, 3507022001, NAME",
        "Desa Gubugklakah, PAGAK, 3507022002, NAME",
        "Kel. Sedayu, Sumbermanjing-Wetan, 3507032001, NAME",
        "Soekodono, SUMBERMANJINGWETAN, 3507032002, NAME",
        "Banjar Lor, Pagak, 3507022001, ALIAS",
        "Sukadana, Sumbermanjing Wetan, 3507032002, SOUND",
        "Gubukklakah, Pagak, 3507022002, SLIP",
        "BANJARJO, Donomulyo, 3507012001, SLIP",
        "Banajrejo, Donomulyo, 3507012001, SLIP",
        "Sedayu, '', 3507032001, ONLY_ONE",
        "Sukodono, Kota Entah, 3507032002, ONLY_ONE"
    })
    void finds_a_village_however_it_is_written(String village, String kecamatan, String code, How how) {
        Found found = find(village, kecamatan);

        assertThat(found.how()).isEqualTo(how);
        assertThat(villages.village(found.index()).code()).isEqualTo(code);
    }

    @Test
    void does_not_choose_between_villages_of_one_name() {
        assertThat(find("Banjarejo", "")).isEqualTo(new Found(-1, -1, How.AMBIGUOUS));
    }

    @Test
    void does_not_choose_between_two_that_are_as_near() {
        assertThat(find("Sumberuto", "Donomulyo").how()).isEqualTo(How.AMBIGUOUS);
    }

    @Test
    void keeps_the_kecamatan_when_the_village_is_not_found() {
        Found found = find("Entahlah", "Pagak");

        assertThat(found.how()).isEqualTo(How.NOT_FOUND);
        assertThat(villages.kecamatanCode(found.kecamatan())).isEqualTo("350702");
    }

    @Test
    void finds_nothing_in_nothing() {
        assertThat(find("", "")).isEqualTo(new Found(-1, -1, How.NOT_FOUND));
        assertThat(find("-", "-").index()).isEqualTo(-1);
    }

    @Test
    void answers_the_same_when_asked_again() {
        assertThat(find("Gubukklakah", "Pagak")).isEqualTo(find("Gubukklakah", "Pagak"));
    }
}
