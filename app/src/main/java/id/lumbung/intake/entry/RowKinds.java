package id.lumbung.intake.entry;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.column.Headings;
import id.lumbung.intake.column.Mapping;
import id.lumbung.intake.read.Row;
import id.lumbung.intake.value.Missing;
import id.lumbung.intake.value.Places;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells rows of businesses from what else stands in a sheet: sums, headings printed again, signatures, numbered rows that
 * nobody filled in, and names of places over the rows that belong to them, which hold for those rows.
 */
final class RowKinds {
    private static final int FEW = 2;
    private static final int WIDE = 4;
    private static final Set<String> SUMS =
            Set.of("jumlah", "total", "jumlah total", "grand total", "total keseluruhan");
    private static final Pattern SUM = Pattern.compile("(jumlah|total|sub ?total|grand total|rata rata)( .{0,60})?");
    private static final Pattern SIGNED = Pattern.compile(
            "(mengetahui|menyetujui|kepala |camat|lurah|kades|sekretaris|petugas|ttd|nip |pangkat|pembina|penata|catatan|keterangan|sumber data|an (kepala|bupati|camat|sekretaris)|[a-z]{3,20} \\d{1,2} [a-z]{3,9} 20\\d\\d).{0,80}");
    private static final Pattern KECAMATAN = Pattern.compile("\\bkec(?:amatan)?\\b ?((?:[a-z]+ ?){1,3})");
    private static final Pattern VILLAGE = Pattern.compile("(?:desa|ds|kelurahan|kel) ((?:[a-z]+ ?){1,3})");

    private final Mapping mapping;
    private final Places places;
    private final int number;
    private final int owner;
    private final int business;
    private String kecamatan = "";
    private String village = "";

    RowKinds(Mapping mapping, Places places, String sheetName) {
        this.mapping = mapping;
        this.places = places;
        this.number = mapping.column(Field.ROW_NUMBER).orElse(-1);
        this.owner = mapping.column(Field.OWNER_NAME).orElse(-1);
        this.business = mapping.column(Field.BUSINESS_NAME).orElse(-1);
        this.kecamatan = places.kecamatanCalled(sheetName);
    }

    /** The kecamatan that stands above the rows, or is the name of the sheet; empty when none does. */
    String kecamatan() {
        return kecamatan;
    }

    String village() {
        return village;
    }

    /** A row above the headings, whose place holds for all rows below. */
    void title(Row row) {
        for (int i = 0; i < row.size(); i++) {
            String found = called(Headings.plain(row.cell(i)));
            if (!found.isEmpty()) {
                kecamatan = found;
            }
        }
    }

    private String called(String words) {
        Matcher matcher = KECAMATAN.matcher(words);
        return matcher.find() ? firstKnown(matcher.group(1)) : "";
    }

    private String firstKnown(String words) {
        String rest = words.strip();
        while (!rest.isEmpty()) {
            String found = places.kecamatanCalled(rest);
            if (!found.isEmpty()) {
                return found;
            }
            int space = rest.lastIndexOf(' ');
            rest = space < 0 ? "" : rest.substring(0, space);
        }
        return "";
    }

    boolean isNone(Row row) {
        int first = -1;
        int filled = 0;
        for (int i = 0; i < row.size(); i++) {
            String cell = row.cell(i);
            if (!cell.isEmpty() && i != number && !Missing.is(cell)) {
                first = first < 0 ? i : first;
                filled++;
            }
        }
        if (filled == 0) {
            // a number alone, only dashes, or a place where numbers stand
            isPlaceInNumbers(row);
            return true;
        }
        boolean numbered = number >= 0 && isNumber(row.cell(number));
        if (numbered && filled > FEW) {
            return isHeadings(row, first, filled);
        }
        String words = Headings.plain(row.cell(first));
        return SUMS.contains(words)
                || isHeadings(row, first, filled)
                || !numbered
                        && (number >= 0 || isNameless(row))
                        && SUM.matcher(words).matches()
                || filled <= FEW && mapping.width() >= WIDE && isAside(row, numbered, filled, words);
    }

    private boolean isNameless(Row row) {
        return Missing.is(row.cell(owner)) && Missing.is(row.cell(business));
    }

    /** Hardly anything in it: the name of a place, a signature, a remark, or a row that was numbered for later. */
    private boolean isAside(Row row, boolean numbered, int filled, String words) {
        return !numbered && (isPlaceInNumbers(row) || (filled == 1 || isNameless(row)) && isPlace(words))
                || !numbered && isNameless(row)
                || number >= 0
                        && !numbered
                        && (filled == 1 || SIGNED.matcher(words).matches());
    }

    private boolean isPlaceInNumbers(Row row) {
        String cell = row.cell(number);
        return !cell.isEmpty() && !isNumber(cell) && isPlace(Headings.plain(cell));
    }

    private boolean isPlace(String words) {
        String found = words.startsWith("kec") ? called(words) : places.kecamatanCalled(words);
        if (!found.isEmpty()) {
            kecamatan = found;
            village = "";
            return true;
        }
        Matcher below = VILLAGE.matcher(words);
        if (below.matches() && places.isVillage(below.group(1))) {
            village = below.group(1).strip();
            return true;
        }
        return false;
    }

    private static boolean isNumber(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < '0' || c > '9') {
                return i > 0 && cell.length() - i <= 2;
            }
        }
        return !cell.isEmpty();
    }

    /** The headings once more, at the top of a printed page. */
    private boolean isHeadings(Row row, int first, int filled) {
        if (!isHeading(row, first)) {
            return false;
        }
        int same = 0;
        for (int i = 0; i < row.size(); i++) {
            if (isHeading(row, i)) {
                same++;
            }
        }
        return same >= 2 && same >= filled;
    }

    private boolean isHeading(Row row, int column) {
        return column < mapping.columns().size()
                && !row.cell(column).isEmpty()
                && row.cell(column)
                        .equalsIgnoreCase(mapping.columns().get(column).heading());
    }
}
