package id.lumbung.reference.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.reference.Sector;
import java.util.List;

/** One sector: its names, and which codes belong to it. */
public record SectorPage(
        Sector sector,
        boolean retired,
        List<Rule> rules,
        String nameId,
        String nameEn,
        String version,
        String prefix,
        List<String> versions,
        FieldProblems problems) {

    /** Codes of a version that begin with these digits; the title where the digits are a whole code. */
    public record Rule(String version, String prefix, String title) {}

    public SectorPage {
        rules = List.copyOf(rules);
        versions = List.copyOf(versions);
    }
}
