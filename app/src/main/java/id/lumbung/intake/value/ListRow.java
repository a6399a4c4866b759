package id.lumbung.intake.value;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.column.Headings;
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
    private final long[] scales;
    private final List<Integer> measured = new ArrayList<>();
    private Row row = new Row();
    private double latitude = Double.NaN;
    private double longitude = Double.NaN;
    private String kecamatanAbove = "";
    private String villageAbove = "";
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
        this.scales = new long[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            Field field = columns.get(i).field();
            scales[i] = field.isMeasured() && !field.countsPersons()
                    ? Headings.scale(columns.get(i).heading())
                    : 1;
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
        place = places.find(
                cell(Field.REGION_CODE),
                cell(Field.REGENCY),
                within(cell(Field.KECAMATAN), kecamatanAbove),
                within(cell(Field.VILLAGE), villageAbove));
        latitude = Coordinate.latitude(text(Field.LATITUDE));
        longitude = Coordinate.longitude(text(Field.LONGITUDE));
        amounts.clear();
        for (int column : measured) {
            amounts.add(Amount.of(from.cell(column), from.isNumber(column), scales[column]));
        }
    }

    /** The places that stand above the rows which follow, once for all of them; empty when none does. */
    public void below(String kecamatan, String village) {
        kecamatanAbove = kecamatan;
        villageAbove = village;
    }

    /** The line that stands above this row and the next ones, when they are not told their place otherwise. */
    public String above() {
        if (has(Field.KECAMATAN) || kecamatanAbove.isEmpty()) {
            return "";
        }
        return "Kecamatan " + kecamatanAbove;
    }

    private static String within(String cell, String above) {
        return above.isEmpty() || !Missing.is(cell) ? cell : above;
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

    public String rt() {
        return has(Field.RT) ? text(Field.RT) : RtRw.rt(text(Field.RT_RW));
    }

    public String rw() {
        return has(Field.RW) ? text(Field.RW) : RtRw.rw(text(Field.RT_RW));
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

    /** NaN when there is none, or none that can be. */
    public double latitude() {
        return latitude;
    }

    /** NaN when there is none, or none that can be. */
    public double longitude() {
        return longitude;
    }

    /** Whether its coordinates are far from the regency. */
    public boolean isFar() {
        return places.isFar(latitude, longitude);
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
