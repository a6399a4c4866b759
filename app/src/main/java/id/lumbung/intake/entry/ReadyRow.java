package id.lumbung.intake.entry;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.column.MappedColumn;
import id.lumbung.intake.rule.Findings;
import id.lumbung.intake.value.Amount;
import id.lumbung.intake.value.DateText;
import id.lumbung.intake.value.ListRow;
import id.lumbung.intake.value.SexText;
import id.lumbung.intake.value.StartYear;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row that may come in, taken out of the run: its facts as texts in the order of {@link #TEXTS}, and the row as it came. */
record ReadyRow(
        String region,
        int line,
        String[] texts,
        @Nullable LocalDate birthDate,
        int startYear,
        double latitude,
        double longitude,
        String measured,
        String notes,
        Payload payload) {
    /** Which facts are kept in clear, in the order of their columns. */
    static final List<Field> TEXTS = List.of(
            Field.OWNER_NAME,
            Field.BUSINESS_NAME,
            Field.SEX,
            Field.ADDRESS,
            Field.RT,
            Field.RW,
            Field.ACTIVITY,
            Field.PRODUCT,
            Field.KBLI,
            Field.SECTOR,
            Field.LEGAL_FORM,
            Field.SIZE_CLASS,
            Field.OPERATING,
            Field.NIB);

    static ReadyRow of(ListRow row, Findings findings, String listRegion) {
        String[] texts = new String[TEXTS.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = row.text(TEXTS.get(i));
        }
        texts[TEXTS.indexOf(Field.RT)] = row.rt();
        texts[TEXTS.indexOf(Field.RW)] = row.rw();
        texts[TEXTS.indexOf(Field.SEX)] = SexText.read(row.text(Field.SEX));
        texts[TEXTS.indexOf(Field.NIB)] = row.nib().value();
        String kbli = row.text(Field.KBLI);
        texts[TEXTS.indexOf(Field.KBLI)] = kbli.length() == 5 ? kbli : "";
        String written = row.text(Field.BIRTH_DATE);
        LocalDate born = written.isEmpty() ? null : DateText.read(written, row.today());
        if (born != null && (born.isAfter(row.today()) || born.getYear() < 1900)) {
            born = null;
        }
        String place = row.place().code();
        return new ReadyRow(
                place.isEmpty() ? listRegion : place,
                Math.toIntExact(row.row().line()),
                texts,
                born,
                StartYear.read(row.text(Field.START_YEAR), row.today()),
                row.latitude(),
                row.longitude(),
                measured(row),
                notes(findings),
                new Payload(row.nik().value(), row.phone().e164(), row.row().copy()));
    }

    /** As {@code ANNUAL_SALES:2021:15000000 WORKERS::3}: a quarter of what JSON would take, and nobody parses it on its way. */
    private static String measured(ListRow row) {
        StringBuilder facts = new StringBuilder();
        for (int i = 0; i < row.measuredColumns().size(); i++) {
            Amount amount = row.amount(i);
            if (amount.isRead()) {
                MappedColumn column = row.meaning(row.measuredColumns().get(i));
                facts.append(facts.isEmpty() ? "" : " ")
                        .append(column.field().name())
                        .append(':')
                        .append(column.year() == MappedColumn.NO_YEAR ? "" : Integer.toString(column.year()))
                        .append(':')
                        .append(amount.value());
            }
        }
        return facts.toString();
    }

    private static String notes(Findings findings) {
        if (findings.isEmpty()) {
            return "";
        }
        StringBuilder codes = new StringBuilder();
        for (Findings.Finding finding : findings.all()) {
            if (codes.indexOf(finding.rule().code()) < 0) {
                codes.append(codes.isEmpty() ? "" : " ").append(finding.rule().code());
            }
        }
        return codes.toString();
    }

    /** Never what is in it. */
    @Override
    public String toString() {
        return "ReadyRow[line " + line + "]";
    }
}
