package id.lumbung.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NikTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Predicate<String> EVERY_REGION = code -> true;

    @Test
    void forgives_spaces_dots_and_the_apostrophe_of_a_spreadsheet() {
        assertThat(Nik.parse("'3507 1341.0180-0001").value()).isEqualTo("3507134101800001");
    }

    @Test
    void says_how_many_digits_are_there_instead_of_sixteen() {
        assertThat(Nik.problem("nik", "350713410180001"))
                .hasValueSatisfying(problem -> assertThat(problem.arguments()).isEqualTo(List.of(15)));
        assertThat(Nik.problem("nik", "35071341018000O1"))
                .hasValueSatisfying(problem -> assertThat(problem.messageKey()).isEqualTo("registry.nik.not-digits"));
        assertThat(Nik.problem("nik", "3507134101800001")).isEmpty();
        assertThatThrownBy(() -> Nik.parse("12")).isInstanceOf(Refused.class);
    }

    @Test
    void trap_6_a_woman_born_on_the_31st_has_day_71() {
        Nik nik = new Nik("3507137112900001");

        assertThat(nik.sex()).contains(Sex.FEMALE);
        assertThat(nik.birthDate(TODAY)).contains(LocalDate.of(1990, 12, 31));
        assertThat(nik.warnings(EVERY_REGION, TODAY)).isEmpty();
    }

    @Test
    void trap_7_an_old_kecamatan_code_and_a_corrected_birth_date_only_warn() {
        Nik nik = new Nik("3507990101800001");

        List<NikWarning> warnings =
                nik.warnings(code -> !code.equals("35.07.99"), TODAY, Sex.FEMALE, LocalDate.of(1980, 1, 2));

        assertThat(warnings)
                .containsExactly(NikWarning.REGION_UNKNOWN, NikWarning.SEX_DISAGREES, NikWarning.BIRTH_DATE_DISAGREES)
                .noneMatch(NikWarning::strong);
    }

    @ParameterizedTest
    @CsvSource({
        "0107130101800001, PROVINCE_IMPOSSIBLE",
        "3507133201800001, DAY_IMPOSSIBLE",
        "3507137201800001, DAY_IMPOSSIBLE",
        "3507130001800001, DAY_IMPOSSIBLE",
        "3507130113800001, MONTH_IMPOSSIBLE",
        "3507130101800000, SERIAL_ZERO"
    })
    void what_cannot_be_is_a_strong_warning_and_still_no_error(String digits, NikWarning expected) {
        assertThat(new Nik(digits).warnings(EVERY_REGION, TODAY)).contains(expected);
        assertThat(expected.strong()).isTrue();
    }

    @Test
    void a_date_that_does_not_exist_warns() {
        Nik nik = new Nik("3507133002900001");

        assertThat(nik.birthDate(TODAY)).isEmpty();
        assertThat(nik.warnings(EVERY_REGION, TODAY)).containsExactly(NikWarning.DATE_DOES_NOT_EXIST);
    }

    @ParameterizedTest
    @CsvSource({
        "241109, 2009-11-24",
        "010127, 1927-01-01",
        "010121, 1921-01-01",
        "241121, 1921-11-24",
        "010120, 2020-01-01",
        "010110, 2010-01-01",
        "290200, 2000-02-29",
        "290224, 1924-02-29"
    })
    void the_century_is_the_one_in_which_the_holder_is_17_to_105(String digits, LocalDate born) {
        assertThat(new Nik("350713" + digits + "0001").birthDate(TODAY)).contains(born);
    }

    @Test
    void somebody_not_yet_17_warns() {
        assertThat(new Nik("3507132411090001").warnings(EVERY_REGION, TODAY)).isEmpty();
        assertThat(new Nik("3507132511090001").warnings(EVERY_REGION, TODAY)).containsExactly(NikWarning.UNDER_AGE);
    }

    @Test
    void never_shows_itself() {
        assertThat(new Nik("3507134101800001"))
                .hasToString("************0001")
                .extracting(Nik::masked)
                .isEqualTo("************0001");
        assertThat(new FamilyCardNumber("3507130101100002")).hasToString("************0002");
    }
}
