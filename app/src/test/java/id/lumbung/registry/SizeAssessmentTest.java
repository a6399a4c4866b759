package id.lumbung.registry;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.Seeds;
import id.lumbung.reference.CombinationRule;
import id.lumbung.reference.Measure;
import id.lumbung.reference.SizeClass;
import id.lumbung.registry.size.MeasureLine;
import id.lumbung.registry.size.Purpose;
import id.lumbung.registry.size.SizeAssessment;
import id.lumbung.registry.size.SizeRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SizeAssessmentTest {
    private static final LocalDate IN_2018 = LocalDate.of(2018, 11, 1);
    private static final LocalDate IN_2022 = LocalDate.of(2022, 11, 1);
    private static final LocalDate OLD = LocalDate.of(2015, 1, 1);
    private static final LocalDate PP_7_2021 = LocalDate.of(2021, 2, 2);
    private static final CombinationRule OFFICE = CombinationRule.HIGHEST_CLASS;

    @Test
    void trap_3_sales_of_exactly_300_million_are_micro_and_one_rupiah_more_is_small_in_2018_and_micro_in_2022() {
        assertThat(programme(IN_2018, sales(300_000_000L, 2017)).sizeClass()).isEqualTo(SizeClass.MICRO);
        assertThat(programme(IN_2018, sales(300_000_001L, 2017)).sizeClass()).isEqualTo(SizeClass.SMALL);
        assertThat(programme(IN_2022, sales(300_000_001L, 2021)).sizeClass()).isEqualTo(SizeClass.MICRO);
    }

    @Test
    void the_law_changes_on_2_february_2021_and_not_a_day_earlier() {
        ObservedFact sales = sales(400_000_000L, 2020);

        assertThat(programme(LocalDate.of(2021, 2, 1), sales).sizeClass()).isEqualTo(SizeClass.SMALL);
        assertThat(programme(PP_7_2021, sales).sizeClass()).isEqualTo(SizeClass.MICRO);
    }

    @Test
    void trap_4_founding_a_day_before_pp_7_2021_is_measured_by_sales_and_from_that_day_by_capital() {
        List<ObservedFact> facts =
                List.of(sales(3_000_000_000L, 2021), fact(ObservationKind.CAPITAL, 40_000_000L, 2021));

        SizeAssessment before = assess(facts, OFFICE, PP_7_2021.minusDays(1), Purpose.REGISTRATION, IN_2022);
        SizeAssessment since = assess(facts, OFFICE, PP_7_2021, Purpose.REGISTRATION, IN_2022);

        assertThat(before.sizeClass()).isEqualTo(SizeClass.SMALL);
        assertThat(before.rule()).isEqualTo(SizeRule.SALES_FOUNDED_BEFORE);
        assertThat(since.sizeClass()).isEqualTo(SizeClass.MICRO);
        assertThat(since.rule()).isEqualTo(SizeRule.CAPITAL_FOUNDED_SINCE);
        assertThat(decidingMeasures(since)).containsExactly(Measure.CAPITAL);
    }

    @Test
    void a_programme_looks_at_sales_whenever_the_business_was_founded() {
        List<ObservedFact> facts =
                List.of(sales(3_000_000_000L, 2021), fact(ObservationKind.CAPITAL, 40_000_000L, 2021));

        assertThat(assess(facts, OFFICE, PP_7_2021, Purpose.PROGRAMME, IN_2022).sizeClass())
                .isEqualTo(SizeClass.SMALL);
    }

    @Test
    void trap_5_land_building_and_fixed_assets_are_kept_and_never_make_a_business_larger() {
        List<ObservedFact> facts = List.of(
                fact(ObservationKind.NET_ASSETS, 40_000_000L, 2017),
                fact(ObservationKind.LAND_AND_BUILDING, 900_000_000L, 2017),
                fact(ObservationKind.FIXED_ASSETS, 950_000_000L, 2017));

        SizeAssessment size = assess(facts, OFFICE, OLD, Purpose.REGISTRATION, IN_2018);

        assertThat(size.sizeClass()).isEqualTo(SizeClass.MICRO);
        assertThat(size.lines()).extracting(MeasureLine::value).containsExactlyInAnyOrder(40_000_000L, null);
    }

    @Test
    void assets_do_not_stand_in_for_capital() {
        ObservedFact assets = fact(ObservationKind.NET_ASSETS, 40_000_000L, 2021);

        assertThat(assess(List.of(assets), OFFICE, PP_7_2021, Purpose.REGISTRATION, IN_2022)
                        .known())
                .isEmpty();
    }

    @Test
    void two_measures_that_disagree_are_combined_as_the_office_has_set_it() {
        List<ObservedFact> facts =
                List.of(fact(ObservationKind.NET_ASSETS, 40_000_000L, 2017), sales(400_000_000L, 2017));

        assertThat(assess(facts, CombinationRule.HIGHEST_CLASS, OLD, Purpose.REGISTRATION, IN_2018)
                        .sizeClass())
                .isEqualTo(SizeClass.SMALL);
        assertThat(assess(facts, CombinationRule.ANY_MICRO, OLD, Purpose.REGISTRATION, IN_2018)
                        .sizeClass())
                .isEqualTo(SizeClass.MICRO);
        assertThat(assess(facts, CombinationRule.BY_MEASURE, OLD, Purpose.REGISTRATION, IN_2018)
                        .sizeClass())
                .isEqualTo(SizeClass.MICRO);
        assertThat(assess(facts, CombinationRule.BY_MEASURE, OLD, Purpose.PROGRAMME, IN_2018)
                        .sizeClass())
                .isEqualTo(SizeClass.SMALL);
    }

    @Test
    void trap_14_missing_workers_are_unknown_and_not_zero() {
        ObservedFact noPaid = fact(ObservationKind.WORKERS_PAID, 0, 2021);
        ObservedFact family = fact(ObservationKind.WORKERS_UNPAID, 3, 2021);

        MeasureLine halfKnown = programme(IN_2022, noPaid).workers();
        MeasureLine known = programme(IN_2022, noPaid, family).workers();

        assertThat(halfKnown).extracting(MeasureLine::value).isNull();
        assertThat(halfKnown).extracting(MeasureLine::sizeClass).isNull();
        assertThat(known).extracting(MeasureLine::value).isEqualTo(3L);
        assertThat(known).extracting(MeasureLine::sizeClass).isEqualTo(SizeClass.MICRO);
    }

    @Test
    void the_four_cells_of_a_survey_make_a_total_only_together() {
        List<ObservedFact> facts = new ArrayList<>(List.of(
                fact(ObservationKind.WORKERS_UNPAID, 1, 2021),
                fact(ObservationKind.WORKERS_PAID_MALE, 2, 2021),
                fact(ObservationKind.WORKERS_PAID_FEMALE, 3, 2021),
                fact(ObservationKind.WORKERS_PAID_DISABLED_MALE, 0, 2021)));

        assertThat(assess(facts, OFFICE, OLD, Purpose.PROGRAMME, IN_2022).workers())
                .extracting(MeasureLine::value)
                .isNull();

        facts.add(fact(ObservationKind.WORKERS_PAID_DISABLED_FEMALE, 1, 2021));
        assertThat(assess(facts, OFFICE, OLD, Purpose.PROGRAMME, IN_2022).workers())
                .extracting(MeasureLine::value)
                .isEqualTo(7L);
    }

    @Test
    void nothing_known_is_unknown_and_not_micro() {
        assertThat(programme(IN_2022).known()).isEmpty();
        assertThat(programme(IN_2018).known()).isEmpty();
    }

    @Test
    void the_latest_observation_up_to_the_day_counts_and_a_correction_replaces_what_it_corrects() {
        ObservedFact of2019 = sales(100_000_000L, 2019);
        ObservedFact of2021 = sales(3_000_000_000L, 2021);
        ObservedFact corrected = sales(1_500_000_000L, 2021);

        assertThat(programme(LocalDate.of(2021, 6, 1), of2019, of2021).sizeClass())
                .isEqualTo(SizeClass.MICRO);
        assertThat(programme(IN_2022, of2021, of2019).sizeClass()).isEqualTo(SizeClass.SMALL);
        assertThat(programme(IN_2022, of2021, corrected).sizeClass()).isEqualTo(SizeClass.MICRO);
    }

    @Test
    void before_there_was_a_law_there_is_no_class() {
        SizeAssessment size = programme(LocalDate.of(2007, 1, 1), sales(1, 2006));

        assertThat(size.rule()).isEqualTo(SizeRule.NO_LAW);
        assertThat(size.known()).isEmpty();
    }

    @Property(seed = Seeds.FIXED)
    void more_sales_never_make_a_smaller_class(
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long less,
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long more,
            @ForAll CombinationRule rule,
            @ForAll Purpose purpose,
            @ForAll @IntRange(min = 0, max = 6000) int day) {
        LocalDate on = LocalDate.of(2012, 1, 1).plusDays(day);
        SizeAssessment small = assess(List.of(sales(Math.min(less, more), 2010)), rule, OLD, purpose, on);
        SizeAssessment large = assess(List.of(sales(Math.max(less, more), 2010)), rule, OLD, purpose, on);

        assertThat(small.known().isPresent()).isEqualTo(large.known().isPresent());
        if (small.sizeClass() != null) {
            assertThat(small.sizeClass()).isLessThanOrEqualTo(large.sizeClass());
        }
    }

    @Property(seed = Seeds.FIXED)
    void without_the_deciding_measures_the_class_stays_unknown(
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long value,
            @ForAll CombinationRule rule,
            @ForAll Purpose purpose,
            @ForAll @IntRange(min = 0, max = 6000) int day) {
        LocalDate on = LocalDate.of(2012, 1, 1).plusDays(day);
        List<ObservedFact> beside = List.of(
                fact(ObservationKind.LAND_AND_BUILDING, value, 2010),
                fact(ObservationKind.FIXED_ASSETS, value, 2010),
                fact(ObservationKind.WORKERS_PAID, value, 2010));

        assertThat(assess(beside, rule, OLD, purpose, on).known()).isEmpty();
    }

    @Property(seed = Seeds.FIXED)
    void what_becomes_true_later_changes_no_earlier_day(
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long later, @ForAll Purpose purpose) {
        LocalDate on = LocalDate.of(2021, 6, 1);
        ObservedFact early = sales(100_000_000L, 2020);

        assertThat(assess(List.of(early, sales(later, 2021)), OFFICE, OLD, purpose, on))
                .isEqualTo(assess(List.of(early), OFFICE, OLD, purpose, on));
    }

    private static List<Measure> decidingMeasures(SizeAssessment size) {
        return size.lines().stream()
                .filter(MeasureLine::decides)
                .map(MeasureLine::measure)
                .toList();
    }

    private static SizeAssessment programme(LocalDate on, ObservedFact... facts) {
        return assess(List.of(facts), OFFICE, OLD, Purpose.PROGRAMME, on);
    }

    private static SizeAssessment assess(
            List<ObservedFact> facts,
            CombinationRule rule,
            @Nullable LocalDate foundedOn,
            Purpose purpose,
            LocalDate on) {
        return SizeAssessment.assess(facts, SizeLaw.on(on), rule, foundedOn, purpose, on);
    }

    private static ObservedFact sales(long value, int year) {
        return fact(ObservationKind.ANNUAL_SALES, value, year);
    }

    private static ObservedFact fact(ObservationKind kind, long value, int year) {
        return new ObservedFact(kind, value, LocalDate.of(year, 12, 31), year, "pemilik", "keterangan lisan");
    }
}
