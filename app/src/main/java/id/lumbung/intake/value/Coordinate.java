package id.lumbung.intake.value;

/** Degrees with a point or a comma, within Indonesia. */
public final class Coordinate {
    private static final double NORTH = 6.5;
    private static final double SOUTH = -11.5;
    private static final double WEST = 94.5;
    private static final double EAST = 141.5;

    private Coordinate() {}

    /** NaN when it is none. */
    public static double latitude(String written) {
        return within(written, SOUTH, NORTH);
    }

    /** NaN when it is none. */
    public static double longitude(String written) {
        return within(written, WEST, EAST);
    }

    private static double within(String written, double least, double most) {
        if (written.isEmpty() || written.length() > 30) {
            return Double.NaN;
        }
        try {
            double degrees = Double.parseDouble(written.replace(',', '.'));
            return degrees >= least && degrees <= most ? degrees : Double.NaN;
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
