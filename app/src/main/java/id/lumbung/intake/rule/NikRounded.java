package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.Digits;
import id.lumbung.intake.value.ListRow;

/** Fifteen digits and zeros: the spreadsheet has rounded the NIK. */
final class NikRounded implements Rule {
    @Override
    public String code() {
        return "nik-rounded";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.nik().damage() == Digits.Damage.ROUNDED) {
            findings.add(this, row.column(Field.NIK));
        }
    }
}
