package id.lumbung.intake.entry;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.read.Row;
import id.lumbung.intake.read.Rows;
import id.lumbung.intake.read.Table;
import id.lumbung.intake.rule.Findings;
import id.lumbung.intake.rule.Rule;
import id.lumbung.intake.rule.Rules;
import id.lumbung.intake.value.ListRow;
import id.lumbung.intake.value.Places;
import id.lumbung.reference.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Goes through a list from its first row to its last and asks every rule about every row. */
public final class ListRun {
    private static final int TOLD = 2_000;

    private final Regions regions;
    private final List<Rule> more;

    /** What is done with a row that was checked; it is filled anew afterwards. */
    public interface Taker {
        void take(ListRow row, Findings findings);
    }

    /** @param more rules beside those of all lists */
    public ListRun(Regions regions, List<Rule> more) {
        this.regions = regions;
        this.more = List.copyOf(more);
    }

    /** @param progress told now and then how many rows were read */
    public Found run(Reading reading, LongConsumer progress, Taker taker) {
        List<Rule> rules = new ArrayList<>(Rules.forRun());
        rules.add(new OutsideRegion(reading.region()));
        rules.addAll(List.of(new ElsewhereRegency(), new ElsewhereByCoordinates(), new CoordinateFar()));
        rules.addAll(more);
        Tally tally = new Tally(rules);
        Places places = new Places(regions, reading.regency());
        ListRow read = new ListRow(reading.mapping(), places, reading.today());
        Findings findings = new Findings();
        Row row = new Row();
        int ownWidth = reading.mapping().width();
        try (Table table = Table.open(reading.content());
                Rows rows = table.rows(reading.sheet())) {
            RowKinds kinds =
                    new RowKinds(reading.mapping(), places, table.sheets().get(reading.sheet()));
            while (rows.next(row)) {
                if (row.line() <= reading.headingLine()) {
                    kinds.title(row);
                    continue;
                }
                if (kinds.isNone(row)) {
                    tally.leaveOut(row.line());
                    continue;
                }
                read.below(kinds.kecamatan(), kinds.village());
                if (ownWidth < reading.mapping().columns().size()) {
                    row.cut(ownWidth);
                }
                read.read(row);
                findings.clear();
                for (Rule rule : rules) {
                    rule.check(read, findings);
                }
                tally.add(row.line(), findings, read.place().elsewhere());
                if (!findings.keepsOut()) {
                    count(read, reading, tally);
                }
                taker.take(read, findings);
                if (tally.rows() % TOLD == 0) {
                    progress.accept(tally.rows());
                }
            }
        }
        progress.accept(tally.rows());
        return tally.found();
    }

    private static void count(ListRow row, Reading reading, Tally tally) {
        String code = row.place().code();
        tally.place(code.length() >= 8 ? code.substring(0, 8) : reading.region());
        if (code.length() > 8) {
            tally.filled(Field.VILLAGE.name());
        }
        if (row.nik().isThere()) {
            tally.filled(Field.NIK.name());
        }
        if (!row.phone().e164().isEmpty()) {
            tally.filled(Field.PHONE.name());
        }
        if (row.nib().isThere()) {
            tally.filled(Field.NIB.name());
        }
        for (Field field : List.of(Field.OWNER_NAME, Field.BUSINESS_NAME, Field.KBLI, Field.ACTIVITY)) {
            if (row.has(field) && !row.text(field).isEmpty()) {
                tally.filled(field.name());
            }
        }
    }
}
