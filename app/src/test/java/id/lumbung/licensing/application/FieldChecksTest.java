package id.lumbung.licensing.application;

import static id.lumbung.licensing.application.ApplicationFixtures.KEPANJEN;
import static id.lumbung.licensing.application.ApplicationFixtures.VILLAGE;
import static id.lumbung.licensing.application.ApplicationFixtures.aKeripikMaker;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import id.lumbung.licensing.application.check.AnswersCheck;
import id.lumbung.licensing.application.check.Checked;
import id.lumbung.licensing.application.check.Entry;
import id.lumbung.platform.FieldProblem;
import id.lumbung.registry.ObservationKind;
import id.lumbung.registry.ObservedFact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The traps of the counter, each by name. */
@LumbungTest
class FieldChecksTest {
    @Autowired
    private AnswersCheck check;

    @Test
    void everything_answered_is_fine() {
        assertThat(problems(aKeripikMaker())).isEmpty();
        assertThat(facts(aKeripikMaker()).business().sectors())
                .as("taken from the code")
                .isNotEmpty();
    }

    @Test
    void a_woman_born_on_the_31st_has_a_nik_with_day_71() {
        Answers typed = aKeripikMaker()
                .with(Question.NIK, "9999017101800001")
                .with(Question.BIRTH_DATE, "31-01-1980")
                .with(Question.SEX, "FEMALE");

        assertThat(problems(typed)).isEmpty();
        assertThat(check.warnings(typed)).extracting(FieldProblem::field).doesNotContain("birthDate", "sex");
    }

    @Test
    void a_corrected_birth_date_and_an_old_kecamatan_code_only_warn() {
        Answers typed = aKeripikMaker().with(Question.BIRTH_DATE, "1979-03-15");

        assertThat(problems(typed)).isEmpty();
        assertThat(check.warnings(typed)).extracting(FieldProblem::field).contains("birthDate", "nik");
    }

    @Test
    void an_unknown_nik_needs_its_reason_and_nothing_else() {
        Answers typed = aKeripikMaker().with(Question.NIK).with(Question.NIK_UNKNOWN, "true");

        assertThat(problems(typed)).containsExactly("nikReason");
        assertThat(problems(typed.with(Question.NIK_REASON, "CARD_LOST"))).isEmpty();
        assertThat(problems(typed.with(Question.NIK_REASON, "OTHER"))).containsExactly("nikReasonText");
        assertThat(facts(typed.with(Question.NIK_REASON, "CARD_LOST")).owner().nikUnknownReason())
                .isEqualTo("CARD_LOST");
    }

    @Test
    void an_itinerant_seller_needs_no_place() {
        Answers typed = aKeripikMaker()
                .with(Question.PREMISES, "ITINERANT")
                .with(Question.VILLAGE)
                .with(Question.ADDRESS);

        assertThat(problems(typed)).isEmpty();
        assertThat(facts(typed).business().villageCode()).isNull();
        assertThat(problems(typed.with(Question.PREMISES, "OWN"))).containsExactlyInAnyOrder("village", "address");
    }

    @Test
    void the_home_may_lie_in_another_regency_and_the_business_may_not() {
        assertThat(problems(aKeripikMaker().with(Question.HOME_REGION_CODE, "35.73.01.1001")))
                .isEmpty();
        assertThat(problems(aKeripikMaker().with(Question.VILLAGE, "35.07.14.2001")))
                .containsExactly("village");
    }

    @Test
    void a_home_name_that_several_places_bear_must_be_chosen() {
        Answers typed = aKeripikMaker().with(Question.HOME_REGION_CODE).with(Question.HOME_REGION, "Wonorejo");

        assertThat(problems(typed)).containsExactly("homeRegion");
        assertThat(check.homeRegions(typed)).hasSizeGreaterThan(1);
    }

    @Test
    void a_missing_number_of_workers_is_not_zero() {
        List<ObservedFact> missing = facts(aKeripikMaker()).observations();
        List<ObservedFact> zero =
                facts(aKeripikMaker().with(Question.WORKERS_PAID, "0")).observations();

        assertThat(missing).extracting(ObservedFact::kind).doesNotContain(ObservationKind.WORKERS_PAID);
        assertThat(zero)
                .filteredOn(fact -> fact.kind() == ObservationKind.WORKERS_PAID)
                .extracting(ObservedFact::value)
                .containsExactly(0L);
    }

    @Test
    void a_nib_of_twelve_digits_is_told_its_lost_zero() {
        Answers typed = aKeripikMaker().with(Question.NIB, "110124004513");

        assertThat(check.check(typed, KEPANJEN, "PM").problems().of("nib"))
                .hasValueSatisfying(problem -> assertThat(problem.messageKey()).isEqualTo("registry.nib.suggestion"));
    }

    @Test
    void amounts_and_dates_are_read_as_people_write_them() {
        assertThat(Entry.amount("Rp 12.500.000,00")).hasValue(12_500_000);
        assertThat(Entry.amount("12500000")).hasValue(12_500_000);
        assertThat(Entry.amount("dua juta")).isEmpty();
        assertThat(Entry.amount("-5")).isEmpty();
        assertThat(Entry.date("14/3/1979")).hasValue(java.time.LocalDate.of(1979, 3, 14));
        assertThat(Entry.date("31-02-1980")).isEmpty();
        assertThat(problems(aKeripikMaker().with(Question.SALES, "300.000.000")))
                .containsExactly("salesYear");
        assertThat(problems(aKeripikMaker().with(Question.SALES, "300.000.000").with(Question.SALES_YEAR, "2025")))
                .isEmpty();
    }

    @Test
    void npwp_has_fifteen_or_sixteen_digits_or_is_a_dash() {
        assertThat(problems(aKeripikMaker().with(Question.NPWP, "12.345.678.9-012.345")))
                .isEmpty();
        assertThat(problems(aKeripikMaker().with(Question.NPWP, "1234567890123456")))
                .isEmpty();
        assertThat(problems(aKeripikMaker().with(Question.NPWP, "12345"))).containsExactly("npwp");
    }

    @Test
    void a_code_means_something_only_together_with_its_version() {
        assertThat(problems(aKeripikMaker().with(Question.KBLI_CODE, "2020:99999")))
                .contains("kbli");
        assertThat(problems(aKeripikMaker().with(Question.KBLI_CODE, "10794"))).contains("kbli");
    }

    @Test
    void answers_survive_being_sealed_and_opened() {
        Answers typed = aKeripikMaker().with(Question.TRADE, "TRADE", "PRODUCTION");

        assertThat(Answers.read(typed.json())).isEqualTo(typed);
        assertThat(typed.toString()).doesNotContain("Lastri");
        assertThat(VILLAGE).startsWith(KEPANJEN);
    }

    private List<String> problems(Answers answers) {
        return check.check(answers, KEPANJEN, "PM").problems().all().stream()
                .map(FieldProblem::field)
                .toList();
    }

    private Checked.Facts facts(Answers answers) {
        Checked.Facts facts = check.check(answers, KEPANJEN, "PM").facts();
        assertThat(facts).isNotNull();
        return facts;
    }
}
