package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;
import id.lumbung.intake.value.PhoneText;

/** A telephone number that nobody could dial. */
final class PhoneUnreadable implements Rule {
    @Override
    public String code() {
        return "phone-unreadable";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.phone().state() == PhoneText.State.UNREADABLE) {
            findings.add(this, row.column(Field.PHONE));
        }
    }
}
