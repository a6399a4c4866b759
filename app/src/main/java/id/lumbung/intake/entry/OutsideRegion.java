package id.lumbung.intake.entry;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.rule.Findings;
import id.lumbung.intake.rule.Rule;
import id.lumbung.intake.rule.Severity;
import id.lumbung.intake.value.ListRow;

/** A place within the regency, but outside the region for which the list is brought in. */
final class OutsideRegion implements Rule {
    private final String region;

    OutsideRegion(String region) {
        this.region = region;
    }

    @Override
    public String code() {
        return "outside-region";
    }

    @Override
    public Severity severity() {
        return Severity.ELSEWHERE;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        String code = row.place().code();
        if (!code.isEmpty() && !code.startsWith(region)) {
            findings.add(this, row.column(row.has(Field.KECAMATAN) ? Field.KECAMATAN : Field.REGION_CODE));
        }
    }
}
