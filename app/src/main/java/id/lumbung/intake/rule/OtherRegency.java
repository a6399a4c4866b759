package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;
import id.lumbung.intake.value.Place;

/** A place in another regency, such as a kecamatan of the city that bears the same name. */
final class OtherRegency implements Rule {
    @Override
    public String code() {
        return "other-regency";
    }

    @Override
    public Severity severity() {
        return Severity.KEEPS_OUT;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.place().doubt() == Place.Doubt.OTHER_REGENCY) {
            findings.add(this, row.column(row.has(Field.KECAMATAN) ? Field.KECAMATAN : Field.REGENCY));
        }
    }
}
