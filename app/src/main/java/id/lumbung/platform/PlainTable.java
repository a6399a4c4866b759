package id.lumbung.platform;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Tables that people open with a spreadsheet: what is text there stays text. */
public final class PlainTable {
    public static final String CSV = "text/csv;charset=UTF-8";

    private PlainTable() {}

    /**
     * Text that no spreadsheet takes for a formula, neither here nor after saving as CSV: a name such as
     * {@code =HYPERLINK(…)} gets an apostrophe in front, also with spaces before it or with the wide signs of Asian
     * keyboards, which some programs read as the narrow ones.
     */
    public static String plain(String text) {
        String seen = text.strip();
        boolean acts = !seen.isEmpty() && "=+-@|%＝＋－＠".indexOf(seen.charAt(0)) >= 0;
        return acts || !text.isEmpty() && "\t\r\n\0".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** With a byte order mark, without which some spreadsheets take UTF-8 for something else. */
    public static String csv(List<String> head, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        text.write('\ufeff');
        CsvWriter writer = CsvWriter.builder().build(text);
        writer.writeRecord(head);
        rows.forEach(
                row -> writer.writeRecord(row.stream().map(PlainTable::plain).toList()));
        flush(writer);
        return text.toString();
    }

    private static void flush(CsvWriter writer) {
        try {
            writer.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
