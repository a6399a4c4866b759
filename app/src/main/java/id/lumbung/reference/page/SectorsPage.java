package id.lumbung.reference.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.reference.Sector;
import java.util.List;

/** The office's sectors, and the form for a new one. */
public record SectorsPage(List<Line> lines, String code, String nameId, String nameEn, FieldProblems problems) {

    public record Line(Sector sector, boolean retired, long rules2020, long rules2025) {}

    public SectorsPage {
        lines = List.copyOf(lines);
    }
}
