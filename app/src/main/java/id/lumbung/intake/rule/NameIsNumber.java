package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;

/** A name of digits only: columns have slipped against each other. */
final class NameIsNumber implements Rule {
    @Override
    public String code() {
        return "name-number";
    }

    @Override
    public Severity severity() {
        return Severity.KEEPS_OUT;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        String name = row.text(Field.OWNER_NAME);
        if (name.length() > 3 && isNumber(name)) {
            findings.add(this, row.column(Field.OWNER_NAME));
        }
    }

    private static boolean isNumber(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != ',') {
                return false;
            }
        }
        return true;
    }
}
