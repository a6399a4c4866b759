package id.lumbung.intake.rule;

import id.lumbung.intake.value.Amount;
import id.lumbung.intake.value.ListRow;

/** An amount that is none. */
final class AmountUnreadable implements Rule {
    @Override
    public String code() {
        return "amount-unreadable";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        for (int i = 0; i < row.measuredColumns().size(); i++) {
            if (row.amount(i).state() == Amount.State.UNREADABLE) {
                findings.add(this, row.measuredColumns().get(i));
            }
        }
    }
}
