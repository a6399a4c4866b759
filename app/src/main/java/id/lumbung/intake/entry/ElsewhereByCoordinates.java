package id.lumbung.intake.entry;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.rule.Findings;
import id.lumbung.intake.rule.Rule;
import id.lumbung.intake.rule.Severity;
import id.lumbung.intake.value.ListRow;
import id.lumbung.intake.value.Place;

/** A row that names no place, and whose coordinates are far from the regency. */
final class ElsewhereByCoordinates implements Rule {
    @Override
    public String code() {
        return "elsewhere-coordinates";
    }

    @Override
    public Severity severity() {
        return Severity.ELSEWHERE;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.place().doubt() == Place.Doubt.MISSING && row.isFar()) {
            findings.add(this, row.column(Field.LATITUDE));
        }
    }
}
