package id.lumbung.reference;

import java.util.Locale;
import java.util.regex.Pattern;

/** How region names are compared: sources differ in capitals, hyphens and spaces (Karangploso, Karang Ploso). */
public final class RegionNames {

    private static final Pattern KIND = Pattern.compile("^(desa|ds|kelurahan|kel|kecamatan|kec)\\b\\.?\\s*");

    private RegionNames() {}

    /** Lower case, single spaces, letters and digits only. The migration's generated column does the same. */
    public static String searchable(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** As {@link #searchable} without spaces at all. */
    public static String squeezed(String name) {
        return searchable(name).replace(" ", "");
    }

    public static String withoutKind(String name) {
        return KIND.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }
}
