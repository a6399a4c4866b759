package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.DateText;
import id.lumbung.intake.value.ListRow;
import java.time.LocalDate;

/** A date of birth that is no date, or in the future. */
final class DateUnreadable implements Rule {
    @Override
    public String code() {
        return "date-unreadable";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        String written = row.text(Field.BIRTH_DATE);
        if (!written.isEmpty() && !DateText.isNone(written)) {
            LocalDate date = DateText.read(written, row.today());
            if (date == null || date.isAfter(row.today()) || date.getYear() < 1900) {
                findings.add(this, row.column(Field.BIRTH_DATE));
            }
        }
    }
}
