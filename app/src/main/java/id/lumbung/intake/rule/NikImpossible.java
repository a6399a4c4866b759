package id.lumbung.intake.rule;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.value.ListRow;

/** Day or month of birth in the NIK are none. It comes in as it is: some holders do have such a number. */
final class NikImpossible implements Rule {
    @Override
    public String code() {
        return "nik-impossible";
    }

    @Override
    public Severity severity() {
        return Severity.NOTED;
    }

    @Override
    public void check(ListRow row, Findings findings) {
        if (row.nik().isThere()) {
            String nik = row.nik().value();
            int day = number(nik, 6);
            int month = number(nik, 8);
            boolean dayPossible = day >= 1 && day <= 31 || day >= 41 && day <= 71;
            if (!dayPossible || month < 1 || month > 12 || number(nik, 0) < 11 || nik.endsWith("0000")) {
                findings.add(this, row.column(Field.NIK));
            }
        }
    }

    private static int number(String nik, int from) {
        return (nik.charAt(from) - '0') * 10 + nik.charAt(from + 1) - '0';
    }
}
