package id.lumbung.intake.entry;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.rule.Findings;
import id.lumbung.intake.rule.Rule;
import id.lumbung.intake.rule.Severity;
import id.lumbung.intake.value.ListRow;
import id.lumbung.intake.value.Place;

/** Coordinates far from the regency that the row names. */
final class CoordinateFar implements Rule {
    @Override
    public String code() {
        return "coordinate-far";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.place().doubt() != Place.Doubt.MISSING && !row.place().code().isEmpty() && row.isFar()) {
            findings.add(this, row.column(Field.LATITUDE));
        }
    }
}
