package id.lumbung.intake.rule;

import id.lumbung.intake.value.Amount;
import id.lumbung.intake.value.ListRow;

/** Turnover, assets, capital or workers below zero. */
final class AmountNegative implements Rule {
    @Override
    public String code() {
        return "amount-negative";
    }

    @Override
    public Severity severity() {
        return Severity.KEEPS_OUT;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        for (int i = 0; i < row.measuredColumns().size(); i++) {
            if (row.amount(i).state() == Amount.State.NEGATIVE) {
                findings.add(this, row.measuredColumns().get(i));
            }
        }
    }
}
