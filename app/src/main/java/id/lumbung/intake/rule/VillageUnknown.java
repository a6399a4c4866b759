package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;
import id.lumbung.intake.value.Place;

/** A village that its kecamatan does not have; the row stands under the kecamatan. */
final class VillageUnknown implements Rule {
    @Override
    public String code() {
        return "village-unknown";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.place().doubt() == Place.Doubt.VILLAGE_UNKNOWN) {
            findings.add(this, row.column(Field.VILLAGE));
        }
    }
}
