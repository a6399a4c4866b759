package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.Amount;
import id.lumbung.intake.value.Digits;
import id.lumbung.intake.value.ListRow;

/** 2147483647, the largest number that old programs hold, where a larger one was. */
final class NumberOverflow implements Rule {
    @Override
    public String code() {
        return "number-overflow";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.nik().damage() == Digits.Damage.OVERFLOW) {
            findings.add(this, row.column(Field.NIK));
        }
        if (row.nib().damage() == Digits.Damage.OVERFLOW) {
            findings.add(this, row.column(Field.NIB));
        }
        for (int i = 0; i < row.measuredColumns().size(); i++) {
            if (row.amount(i).state() == Amount.State.OVERFLOW) {
                findings.add(this, row.measuredColumns().get(i));
            }
        }
    }
}
