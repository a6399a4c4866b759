package id.lumbung.reference.page;

import id.lumbung.reference.KbliVersion;
import id.lumbung.reference.ReferenceChange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is loaded.
 *
 * @param missingHolidays a year whose holidays ought to be known by now and are not
 */
public record OverviewPage(
        Regions regions,
        List<Edition> editions,
        long sectors,
        long criteriaInForce,
        String criteriaLaws,
        String combinationRuleKey,
        List<Integer> holidayYears,
        @Nullable Integer missingHolidays,
        LocalDate today,
        List<ReferenceChange> changes) {

    public record Regions(long provinces, long regencies, long kecamatan, long villages, long aliases, long bpsCodes) {}

    public record Edition(KbliVersion version, long codes, long described) {}

    public OverviewPage {
        editions = List.copyOf(editions);
        holidayYears = List.copyOf(holidayYears);
        changes = List.copyOf(changes);
    }
}
