package id.lumbung.intake.rule;

import id.lumbung.intake.value.ListRow;
import java.util.Set;

/** A formula of the spreadsheet has failed (#N/A, #REF!) and left no value. */
final class CellError implements Rule {
    private static final Set<String> ERRORS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!");

    @Override
    public String code() {
        return "cell-error";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        for (int i = 0; i < row.row().size(); i++) {
            String cell = row.row().cell(i);
            if (cell.length() > 3 && cell.charAt(0) == '#' && ERRORS.contains(cell)) {
                findings.add(this, i);
            }
        }
    }
}
