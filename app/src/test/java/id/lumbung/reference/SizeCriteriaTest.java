package id.lumbung.reference;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LumbungTest
class SizeCriteriaTest {

    private static final LocalDate IN_2018 = LocalDate.of(2018, 6, 1);
    private static final LocalDate IN_2022 = LocalDate.of(2022, 6, 1);

    @Autowired
    private SizeCriteria criteria;

    @Autowired
    private Settings settings;

    /** Trap 3. */
    @Test
    void sales_of_exactly_300_million_are_micro_and_one_rupiah_more_is_small_in_2018() {
        List<SizeCriterion> then = criteria.inForce(IN_2018);

        assertThat(SizeCriteria.classOf(then, Measure.ANNUAL_SALES, 300_000_000))
                .hasValue(SizeClass.MICRO);
        assertThat(SizeCriteria.classOf(then, Measure.ANNUAL_SALES, 300_000_001))
                .hasValue(SizeClass.SMALL);
    }

    /** Trap 3. */
    @Test
    void the_same_sales_are_micro_in_2022() {
        assertThat(SizeCriteria.classOf(criteria.inForce(IN_2022), Measure.ANNUAL_SALES, 300_000_001))
                .hasValue(SizeClass.MICRO);
    }

    @Test
    void bounds_are_inclusive_for_every_row() {
        for (SizeCriterion row : criteria.all()) {
            List<SizeCriterion> then = criteria.inForce(row.from());

            assertThat(SizeCriteria.classOf(then, row.measure(), row.atMost())).hasValue(row.sizeClass());
            assertThat(SizeCriteria.classOf(then, row.measure(), row.atMost() + 1))
                    .hasValue(SizeClass.values()[row.sizeClass().ordinal() + 1]);
        }
    }

    @Test
    void the_law_changes_on_2_february_2021() {
        assertThat(measures(LocalDate.of(2021, 2, 1)))
                .containsExactlyInAnyOrder(Measure.NET_ASSETS, Measure.ANNUAL_SALES, Measure.WORKERS);
        assertThat(measures(LocalDate.of(2021, 2, 2)))
                .containsExactlyInAnyOrder(Measure.CAPITAL, Measure.ANNUAL_SALES, Measure.WORKERS);
    }

    @Test
    void one_day_never_has_two_rows_for_the_same_measure_and_class() {
        for (LocalDate day : new LocalDate[] {IN_2018, LocalDate.of(2021, 2, 1), LocalDate.of(2021, 2, 2), IN_2022}) {
            assertThat(criteria.inForce(day).stream().map(row -> row.measure() + "/" + row.sizeClass()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void before_the_law_of_2008_nothing_is_said() {
        assertThat(criteria.inForce(LocalDate.of(2008, 7, 3))).isEmpty();
        assertThat(SizeCriteria.classOf(List.of(), Measure.ANNUAL_SALES, 1)).isEmpty();
    }

    @Test
    void classes_are_combined_by_the_highest_unless_the_office_sets_another_rule() {
        assertThat(settings.combinationRule()).isEqualTo(CombinationRule.HIGHEST_CLASS);
    }

    private List<Measure> measures(LocalDate day) {
        return Arrays.stream(Measure.values())
                .filter(measure -> criteria.inForce(day).stream().anyMatch(row -> row.measure() == measure))
                .toList();
    }
}
