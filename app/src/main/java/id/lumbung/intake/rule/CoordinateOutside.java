package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;

/** Coordinates that are none, or not in Indonesia; often the two are exchanged. */
final class CoordinateOutside implements Rule {
    @Override
    public String code() {
        return "coordinate-outside";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (!row.text(Field.LATITUDE).isEmpty() && Double.isNaN(row.latitude())) {
            findings.add(this, row.column(Field.LATITUDE));
        }
        if (!row.text(Field.LONGITUDE).isEmpty() && Double.isNaN(row.longitude())) {
            findings.add(this, row.column(Field.LONGITUDE));
        }
    }
}
