package id.lumbung.privacy.retention;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.Seeds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** When data are beyond their time, and by which row. */
class RetentionProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static RetentionClass row(int version, int from, @Nullable Integer days, boolean decided) {
        return new RetentionClass(
                "DRAFT",
                version,
                DAY.plusDays(from),
                "Draf",
                "Drafts",
                days == null ? RetentionEvent.NEVER : RetentionEvent.CASE_CHANGED,
                days == null ? RetentionEffect.KEEP : RetentionEffect.ERASE_DRAFT,
                days,
                "Perbup 12/2026",
                decided ? new UUID(1, 1) : null,
                Instant.EPOCH);
    }

    @Provide
    Arbitrary<List<RetentionClass>> versions() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(1, 1000),
                        Arbitraries.of(true, false))
                .as(RetentionProperties::row)
                .list()
                .ofMaxSize(8)
                .uniqueElements(RetentionClass::version);
    }

    @Property(seed = Seeds.FIXED)
    void nothing_is_due_a_day_early_and_everything_stays_due(
            @ForAll @IntRange(min = 1, max = 36_500) int days, @ForAll @IntRange(min = 0, max = 40_000) int later) {
        RetentionClass rule = row(1, 0, days, true);

        assertThat(rule.isDue(DAY, DAY.plusDays(days - 1L))).isFalse();
        assertThat(rule.isDue(DAY, DAY.plusDays(days + (long) later))).isTrue();
        assertThat(rule.dueOn(DAY)).contains(DAY.plusDays(days));
    }

    @Property(seed = Seeds.FIXED)
    void what_is_kept_is_never_due(@ForAll @IntRange(min = 0, max = 100_000) int later) {
        assertThat(row(1, 0, null, true).isDue(DAY, DAY.plusDays(later))).isFalse();
    }

    @Property(seed = Seeds.FIXED)
    void a_proposal_or_a_row_of_the_future_is_never_in_force(
            @ForAll("versions") List<RetentionClass> versions, @ForAll @IntRange(min = 0, max = 70) int on) {
        LocalDate today = DAY.plusDays(on);

        RetentionClass.inForce(versions, today)
                .ifPresentOrElse(
                        rule -> {
                            assertThat(rule.decided()).isTrue();
                            assertThat(rule.validFrom()).isBeforeOrEqualTo(today);
                            assertThat(versions)
                                    .filteredOn(other -> other.decided()
                                            && !other.validFrom().isAfter(today))
                                    .allMatch(other -> !other.validFrom().isAfter(rule.validFrom()));
                        },
                        () -> assertThat(versions)
                                .noneMatch(other ->
                                        other.decided() && !other.validFrom().isAfter(today)));
    }

    @Property(seed = Seeds.FIXED)
    void the_order_of_the_rows_does_not_matter(@ForAll("versions") List<RetentionClass> versions, @ForAll long seed) {
        List<RetentionClass> shuffled = new ArrayList<>(versions);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(RetentionClass.inForce(shuffled, DAY.plusDays(30)))
                .isEqualTo(RetentionClass.inForce(versions, DAY.plusDays(30)));
    }
}
