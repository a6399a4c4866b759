package id.lumbung.linkage.kernel;

/** Distances of numbers, dates and places. */
public final class Distances {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    private Distances() {}

    /** The difference as a share of the larger amount: 0 for the same, 1 when one is nothing or the signs differ. */
    public static double relative(double one, double other) {
        double larger = Math.max(Math.abs(one), Math.abs(other));
        return larger == 0 ? 0 : Math.min(1, Math.abs(one - other) / larger);
    }

    /** How two dates agree, from the best to the worst; unknown parts are 0 as in {@code 19750000}. */
    public enum DateFit {
        /** Year, month and day are the same. */
        SAME,
        /** The same with day and month turned round. */
        TURNED,
        /** Two of three parts are the same, or the last two digits of the year are turned. */
        NEARLY,
        /** The parts known in both are the same, and these are not all: the year, or year and month. */
        SAME_AS_FAR_AS_KNOWN,
        /** The years are at most one apart. */
        NEIGHBOURS,
        DIFFERENT,
        /** One of the two has no year. */
        UNKNOWN
    }

    /** How two dates, written as one number each (19750921), agree. */
    public static DateFit dates(int one, int other) {
        int year = one / 10_000;
        int otherYear = other / 10_000;
        if (year == 0 || otherYear == 0) {
            return DateFit.UNKNOWN;
        }
        int month = one / 100 % 100;
        int otherMonth = other / 100 % 100;
        int day = one % 100;
        int otherDay = other % 100;
        if (day != 0 && otherDay != 0 && month != 0 && otherMonth != 0) {
            return wholeDates(year, month, day, otherYear, otherMonth, otherDay);
        }
        if (year != otherYear) {
            return Math.abs(year - otherYear) <= 1 ? DateFit.NEIGHBOURS : DateFit.DIFFERENT;
        }
        boolean months = month == 0 || otherMonth == 0 || month == otherMonth;
        return months ? DateFit.SAME_AS_FAR_AS_KNOWN : DateFit.DIFFERENT;
    }

    private static DateFit wholeDates(int year, int month, int day, int otherYear, int otherMonth, int otherDay) {
        boolean sameYear = year == otherYear;
        if (sameYear && month == otherMonth && day == otherDay) {
            return DateFit.SAME;
        }
        if (sameYear && month == otherDay && day == otherMonth) {
            return DateFit.TURNED;
        }
        int same = (sameYear ? 1 : 0) + (month == otherMonth ? 1 : 0) + (day == otherDay ? 1 : 0);
        if (same == 2) {
            return DateFit.NEARLY;
        }
        return Math.abs(year - otherYear) <= 1 ? DateFit.NEIGHBOURS : DateFit.DIFFERENT;
    }

    /**
     * The metres between two places on the earth as a ball, by the haversine formula (R. W. Sinnott, Virtues of the
     * haversine, Sky and Telescope 68, 1984). The ball is off by up to half a per cent.
     */
    public static double metres(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double north = Math.sin(Math.toRadians(otherLatitude - latitude) / 2);
        double east = Math.sin(Math.toRadians(otherLongitude - longitude) / 2);
        double h = north * north
                + east * east * Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(otherLatitude));
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
