package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.Digits;
import id.lumbung.intake.value.ListRow;

/** A NIB that has not thirteen digits; twelve are left when a spreadsheet drops the zero in front. */
final class NibUnreadable implements Rule {
    @Override
    public String code() {
        return "nib-unreadable";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        Digits.Damage damage = row.nib().damage();
        if (damage != Digits.Damage.NONE && damage != Digits.Damage.OVERFLOW) {
            findings.add(this, row.column(Field.NIB));
        }
    }
}
