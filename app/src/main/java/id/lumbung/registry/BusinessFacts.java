package id.lumbung.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record says about the business.
 *
 * @param itinerant a pedagang keliling, who has a kecamatan and no fixed place
 * @param premises sarana usaha, such as {@code OWN}, {@code RENTED}, {@code ITINERANT}
 */
public record BusinessFacts(
        String name,
        boolean itinerant,
        @Nullable String villageCode,
        String kecamatanCode,
        @Nullable String address,
        @Nullable String rt,
        @Nullable String rw,
        @Nullable String postCode,
        @Nullable LocalDate foundedOn,
        String legalForm,
        String premises,
        String activityText,
        List<ActivityFact> activities,
        Set<String> sectors,
        @Nullable String npwp) {
    public BusinessFacts {
        activities = List.copyOf(activities);
        sectors = Set.copyOf(sectors);
    }

    /** Says that there is one, never what is in it. */
    @Override
    public String toString() {
        return "BusinessFacts[" + kecamatanCode + "]";
    }
}
