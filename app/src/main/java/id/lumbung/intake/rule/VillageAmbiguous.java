package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;
import id.lumbung.intake.value.Place;

/** A village name that the regency has more than once, without its kecamatan. */
final class VillageAmbiguous implements Rule {
    @Override
    public String code() {
        return "village-ambiguous";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.place().doubt() == Place.Doubt.VILLAGE_AMBIGUOUS) {
            findings.add(this, row.column(Field.VILLAGE));
        }
    }
}
