package id.lumbung.intake.rule;

import id.lumbung.intake.value.ListRow;

/** More than a thousand workers in a list of small businesses: an amount has slipped into the column. */
final class WorkersImplausible implements Rule {
    private static final long MOST = 1_000;

    @Override
    public String code() {
        return "workers-implausible";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        for (int i = 0; i < row.measuredColumns().size(); i++) {
            int column = row.measuredColumns().get(i);
            if (row.amount(i).isRead()
                    && row.amount(i).value() > MOST
                    && row.meaning(column).field().countsPersons()) {
                findings.add(this, column);
            }
        }
    }
}
