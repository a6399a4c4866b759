package id.lumbung.intake.rule;

import id.lumbung.intake.value.ListRow;

/** More cells than headings: a separator inside a cell has moved all that follow. */
final class RowTooLong implements Rule {
    @Override
    public String code() {
        return "row-too-long";
    }

    @Override
    public Severity severity() {
        return Severity.KEEPS_OUT;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        for (int i = row.width(); i < row.row().size(); i++) {
            if (!row.row().cell(i).isEmpty()) {
                findings.add(this, -1);
                return;
            }
        }
    }
}
