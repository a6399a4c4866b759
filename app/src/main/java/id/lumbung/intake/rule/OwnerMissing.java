package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;

/** The owner has no name though the business has one, as cooperatives are often listed. */
final class OwnerMissing implements Rule {
    @Override
    public String code() {
        return "owner-missing";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.has(Field.OWNER_NAME)
                && row.text(Field.OWNER_NAME).isEmpty()
                && !row.text(Field.BUSINESS_NAME).isEmpty()) {
            findings.add(this, row.column(Field.OWNER_NAME));
        }
    }
}
