package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.Digits;
import id.lumbung.intake.value.ListRow;

/** A NIK that has not sixteen digits, or other signs in it. */
final class NikLength implements Rule {
    @Override
    public String code() {
        return "nik-length";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        Digits.Damage damage = row.nik().damage();
        if (damage == Digits.Damage.LENGTH || damage == Digits.Damage.LETTERS) {
            findings.add(this, row.column(Field.NIK));
        }
    }
}
