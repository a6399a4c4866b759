package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;
import id.lumbung.intake.value.Place;

/** A kecamatan that the regency does not have. */
final class KecamatanUnknown implements Rule {
    @Override
    public String code() {
        return "kecamatan-unknown";
    }

    @Override
    public Severity severity() {
        return Severity.KEEPS_OUT;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.place().doubt() == Place.Doubt.KECAMATAN_UNKNOWN) {
            findings.add(this, row.column(Field.KECAMATAN));
        }
    }
}
