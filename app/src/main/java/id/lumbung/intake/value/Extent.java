package id.lumbung.intake.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How far a regency reaches in degrees, rounded outwards; of {@code intake/extents.properties}, as far as it is known. */
record Extent(double south, double north, double west, double east) {
    private static final Properties KNOWN = read();

    static @Nullable Extent of(String regency) {
        String written = KNOWN.getProperty(regency);
        if (written == null) {
            return null;
        }
        String[] degrees = written.split(" ");
        return new Extent(
                Double.parseDouble(degrees[0]),
                Double.parseDouble(degrees[1]),
                Double.parseDouble(degrees[2]),
                Double.parseDouble(degrees[3]));
    }

    boolean holds(double latitude, double longitude) {
        return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
    }

    private static Properties read() {
        Properties known = new Properties();
        try (InputStream in = Objects.requireNonNull(
                Extent.class.getResourceAsStream("/intake/extents.properties"), "intake/extents.properties")) {
            known.load(in);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return known;
    }
}
