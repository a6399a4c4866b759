package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;
import id.lumbung.intake.value.PhoneText;

/** 6.28123E+12 or 2147483647 where a telephone number was. */
final class PhoneDamaged implements Rule {
    @Override
    public String code() {
        return "phone-damaged";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.phone().state() == PhoneText.State.DAMAGED) {
            findings.add(this, row.column(Field.PHONE));
        }
    }
}
