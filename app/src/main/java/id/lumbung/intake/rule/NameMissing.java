package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;

/** Neither owner nor business has a name: nothing can be found or matched by. */
final class NameMissing implements Rule {
    @Override
    public String code() {
        return "name-missing";
    }

    @Override
    public Severity severity() {
        return Severity.KEEPS_OUT;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.text(Field.OWNER_NAME).isEmpty()
                && row.text(Field.BUSINESS_NAME).isEmpty()) {
            findings.add(this, row.column(row.has(Field.OWNER_NAME) ? Field.OWNER_NAME : Field.BUSINESS_NAME));
        }
    }
}
