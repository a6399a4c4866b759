package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.Digits;
import id.lumbung.intake.value.ListRow;

/** 3.5071E+15: a spreadsheet has taken the NIK for a number and cut it. */
final class NikScientific implements Rule {
    @Override
    public String code() {
        return "nik-scientific";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.nik().damage() == Digits.Damage.SCIENTIFIC) {
            findings.add(this, row.column(Field.NIK));
        }
    }
}
