package id.lumbung.intake.read;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet. Of a formula its last result counts. A number that a style shows as a date becomes the date; other
 * numbers become plain digits, also those that were written with an exponent.
 */
final class SheetRows implements Rows {
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final int LONGEST_NUMBER = 40;

    private final InputStream in;
    private final XMLStreamReader xml;
    private final SharedTexts texts;
    private final CellStyles styles;
    private final boolean since1904;
    private final Merges merges;
    private final StringBuilder value = new StringBuilder();
    private long line;
    private boolean ended;

    SheetRows(InputStream in, SharedTexts texts, CellStyles styles, boolean since1904, Merges merges)
            throws XMLStreamException {
        this.in = in;
        this.xml = Xml.read(in);
        this.texts = texts;
        this.styles = styles;
        this.since1904 = since1904;
        this.merges = merges;
    }

    @Override
    public boolean next(Row row) {
        try {
            while (!ended && xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row")) {
                    read(row);
                    merges.fill(row);
                    if (!row.isBlank()) {
                        return true;
                    }
                } else if (event == XMLStreamReader.END_ELEMENT
                        && xml.getLocalName().equals("sheetData")) {
                    ended = true;
                }
            }
            return false;
        } catch (XMLStreamException | UncheckedStreamException broken) {
            throw Limits.unreadable("intake.unreadable.sheet", Math.toIntExact(line));
        }
    }

    private void read(Row row) throws XMLStreamException {
        long stated = whole(xml.getAttributeValue(null, "r"), line + 1);
        line = Math.max(line + 1, stated);
        if (line > Limits.MOST_ROWS) {
            throw Limits.unreadable("intake.unreadable.rows", Limits.MOST_ROWS);
        }
        row.begin(line);
        int column = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
                return;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                String reference = xml.getAttributeValue(null, "r");
                column = reference == null ? column + 1 : column(reference);
                String type = xml.getAttributeValue(null, "t");
                int style = (int) whole(xml.getAttributeValue(null, "s"), -1);
                readValue();
                if (!value.isEmpty()) {
                    put(row, column, type == null ? "n" : type, style);
                }
            }
        }
    }

    /** Collects {@code <v>} or the texts of {@code <is>}, and goes to the end of the cell. */
    private void readValue() throws XMLStreamException {
        value.setLength(0);
        boolean wanted = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    wanted = name.equals("v") || name.equals("t");
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
                    if (wanted && value.length() < Limits.MOST_CHARACTERS_OF_RECORD) {
                        value.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    wanted = false;
                    if (xml.getLocalName().equals("c")) {
                        return;
                    }
                }
                default -> {}
            }
        }
    }

    private void put(Row row, int column, String type, int style) {
        if (column < 0) {
            return;
        }
        switch (type) {
            case "s" -> row.set(column, texts.get((int) whole(value.toString(), -1)), false);
            case "b" -> row.set(column, "1".contentEquals(value) ? "TRUE" : "FALSE", false);
            case "n" -> {
                String date = styles.isDate(style) ? date(value.toString()) : null;
                if (date == null) {
                    row.set(column, plain(value.toString()), true);
                } else {
                    row.set(column, date, false);
                }
            }
            case "d" -> row.set(column, value.length() > 10 ? value.substring(0, 10) : value.toString(), false);
            default -> row.set(column, value.toString(), false);
        }
    }

    private @Nullable String date(String number) {
        try {
            double days = Double.parseDouble(number);
            if (!(days >= 1 && days < 2_958_466)) {
                return null;
            }
            // the first spreadsheet counted a 29 February 1900, and all others still do
            long whole = (long) Math.floor(days) + (!since1904 && days < 60 ? 1 : 0);
            return (since1904 ? FROM_1904 : FROM_1900).plusDays(whole).toString();
        } catch (NumberFormatException | DateTimeException none) {
            return null;
        }
    }

    static String plain(String number) {
        if (number.length() > LONGEST_NUMBER
                || number.indexOf('E') < 0 && number.indexOf('e') < 0 && number.indexOf('.') < 0) {
            return number;
        }
        try {
            BigDecimal exact = new BigDecimal(number.strip());
            if (Math.abs(exact.scale()) > LONGEST_NUMBER) {
                return number;
            }
            return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException none) {
            return number;
        }
    }

    /** The column of a reference such as {@code AB12}, from 0; -1 when there is none. */
    static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && i < 4; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column - 1;
    }

    private static long whole(@Nullable String text, long otherwise) {
        if (text == null || text.isEmpty() || text.length() > 9) {
            return otherwise;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return otherwise;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    @Override
    public void close() {
        try {
            xml.close();
            in.close();
        } catch (XMLStreamException | IOException alreadyRead) {
            throw Limits.unreadable("intake.unreadable.broken");
        }
    }
}
