package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;
import id.lumbung.intake.value.Place;

/** No place at all; the row stands under the region of the list. */
final class PlaceMissing implements Rule {
    @Override
    public String code() {
        return "place-missing";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        boolean asked = row.has(Field.KECAMATAN) || row.has(Field.VILLAGE) || row.has(Field.REGION_CODE);
        if (asked && row.place().doubt() == Place.Doubt.MISSING) {
            findings.add(this, row.column(row.has(Field.KECAMATAN) ? Field.KECAMATAN : Field.VILLAGE));
        }
    }
}
