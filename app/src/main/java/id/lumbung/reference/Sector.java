package id.lumbung.reference;

import java.util.List;
import java.util.stream.Collectors;

/** A sector of the office's own taxonomy: a local grouping, several per enterprise, not a level of the KBLI. */
public record Sector(String code, String nameId, String nameEn) {

    /** The names of several, ready to read. */
    public static String names(List<Sector> sectors, String language) {
        return sectors.stream().map(sector -> sector.name(language)).collect(Collectors.joining(", "));
    }

    public String name(String language) {
        return language.equals("en") ? nameEn : nameId;
    }
}
