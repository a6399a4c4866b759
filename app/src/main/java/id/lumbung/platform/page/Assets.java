package id.lumbung.platform.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Addresses of styles, scripts and fonts; they change with every build of {@code app/web}. */
public final class Assets {
    private static final String VERSION = version();

    private Assets() {}

    /** As {@code /assets/lumbung.css?v=2f9a01c4d7}. */
    public static String url(String name) {
        return "/assets/" + name + "?v=" + VERSION;
    }

    private static String version() {
        try (InputStream file = Assets.class.getResourceAsStream("/assets.properties")) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("version", "0");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
