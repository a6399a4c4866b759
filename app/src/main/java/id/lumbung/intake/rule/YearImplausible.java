package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;
import id.lumbung.intake.value.StartYear;

/** A year of beginning that is no year, or in the future. */
final class YearImplausible implements Rule {
    @Override
    public String code() {
        return "year-implausible";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        String written = row.text(Field.START_YEAR);
        if (!written.isEmpty() && StartYear.read(written, row.today()) == StartYear.NONE) {
            findings.add(this, row.column(Field.START_YEAR));
        }
    }
}
