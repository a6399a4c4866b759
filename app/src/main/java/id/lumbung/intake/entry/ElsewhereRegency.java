package id.lumbung.intake.entry;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.rule.Findings;
import id.lumbung.intake.rule.Rule;
import id.lumbung.intake.rule.Severity;
import id.lumbung.intake.value.ListRow;
import id.lumbung.intake.value.Place;

/** A row that says itself that its business is in another regency, as in lists of a whole province. */
final class ElsewhereRegency implements Rule {
    @Override
    public String code() {
        return "elsewhere";
    }

    @Override
    public Severity severity() {
        return Severity.ELSEWHERE;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.place().doubt() == Place.Doubt.ELSEWHERE) {
            findings.add(this, row.column(row.has(Field.REGENCY) ? Field.REGENCY : Field.REGION_CODE));
        }
    }
}
