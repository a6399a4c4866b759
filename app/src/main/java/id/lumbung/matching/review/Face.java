package id.lumbung.matching.review;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as people compare it.
 *
 * @param list the list it stands in; null for an enterprise
 * @param kind key of the word for where it stands
 * @param facts by the key of their label, in the order in which they are shown; personal numbers whole
 * @param on since when it says so, as a date to show
 */
record Face(
        UUID id,
        @Nullable UUID list,
        String title,
        String kind,
        @Nullable String href,
        String regionCode,
        String on,
        @Nullable Point point,
        Map<String, String> facts) {
    /** Facts of which only a part is shown. */
    static final String NIK = "matching.fact.nik";

    static final String PHONE = "matching.fact.phone";

    Face {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Degrees of latitude and longitude (WGS 84). */
    record Point(double latitude, double longitude) {
        private static final double EARTH_KM = 6371.0088;

        /** Kilometres along the surface (haversine formula). */
        double distanceTo(Point other) {
            double up = Math.toRadians(other.latitude - latitude) / 2;
            double across = Math.toRadians(other.longitude - longitude) / 2;
            double h = Math.sin(up) * Math.sin(up)
                    + Math.cos(Math.toRadians(latitude))
                            * Math.cos(Math.toRadians(other.latitude))
                            * Math.sin(across)
                            * Math.sin(across);
            return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
        }
    }

    /** Never whose it is. */
    @Override
    public String toString() {
        return "Face[" + title + "]";
    }
}
