package id.lumbung.intake.value;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.column.MappedColumn;
import id.lumbung.intake.column.Mapping;
import id.lumbung.intake.read.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A row read by its mapping: what each column means, as a value. Filled anew for each row; rules look at it. */
public final class ListRow {
    private final Places places;
    private final LocalDate today;
    private final List<MappedColumn> columns;
    private final int[] at = new int[Field.values().length];
    private final List<Integer> measured = new ArrayList<>();
    private Row row = new Row();
    private Digits nik = Digits.of("", false, 16);
    private Digits nib = Digits.of("", false, 13);
    private PhoneText phone = PhoneText.of("");
    private Place place = Place.of("");
    private final List<Amount> amounts = new ArrayList<>();

    public ListRow(Mapping mapping, Places places, LocalDate today) {
        this.places = places;
        this.today = today;
        this.columns = mapping.columns();
        Arrays.fill(at, -1);
        for (int i = 0; i < columns.size(); i++) {
            Field field = columns.get(i).field();
            if (field.isMeasured()) {
                measured.add(i);
            } else if (field != Field.KEPT) {
                at[field.ordinal()] = i;
            }
        }
    }

    public void read(Row from) {
        row = from;
        nik = Digits.of(cell(Field.NIK), from.isNumber(column(Field.NIK)), 16);
        nib = Digits.of(cell(Field.NIB), false, 13);
        phone = PhoneText.of(cell(Field.PHONE));
        place = places.find(cell(Field.REGION_CODE), cell(Field.REGENCY), cell(Field.KECAMATAN), cell(Field.VILLAGE));
        amounts.clear();
        for (int column : measured) {
            amounts.add(Amount.of(from.cell(column), from.isNumber(column)));
        }
    }

    /** The column of what stands once; -1 when the list has none. */
    public int column(Field field) {
        return at[field.ordinal()];
    }

    public boolean has(Field field) {
        return at[field.ordinal()] >= 0;
    }

    private String cell(Field field) {
        return row.cell(column(field));
    }

    /** The cell; empty when nothing is written there, or only a dash. */
    public String text(Field field) {
        return Missing.orText(cell(field));
    }

    public Row row() {
        return row;
    }

    public int width() {
        return columns.size();
    }

    public Digits nik() {
        return nik;
    }

    public Digits nib() {
        return nib;
    }

    public PhoneText phone() {
        return phone;
    }

    public Place place() {
        return place;
    }

    public LocalDate today() {
        return today;
    }

    /** Which columns hold what is measured. */
    public List<Integer> measuredColumns() {
        return measured;
    }

    /** The amount of the measured column at this place of {@link #measuredColumns}. */
    public Amount amount(int place) {
        return amounts.get(place);
    }

    public MappedColumn meaning(int column) {
        return columns.get(column);
    }
}
