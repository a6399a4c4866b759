package id.lumbung.reference.upload;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A table of text that somebody uploaded: comma, semicolon or tab between the fields, UTF-8 or what an old spreadsheet
 * writes, a header line first. Columns are found by any of several names.
 */
public record UploadedTable(List<String> header, List<Line> lines, boolean broken) {

    public record Line(int number, List<String> fields) {

        public String field(int column) {
            return column >= 0 && column < fields.size() ? fields.get(column).strip() : "";
        }

        public String field(OptionalInt column) {
            return column.isEmpty() ? "" : field(column.getAsInt());
        }
    }

    public static UploadedTable read(byte[] content) {
        String text = text(content);
        List<String> header = List.of();
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separatorOf(text.lines().findFirst().orElse("")))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            boolean first = true;
            for (CsvRecord row : reader) {
                if (first) {
                    header = row.getFields().stream()
                            .map(name -> name.strip().toLowerCase(Locale.ROOT))
                            .toList();
                    first = false;
                } else if (row.getFields().stream().anyMatch(field -> !field.isBlank())) {
                    lines.add(new Line((int) row.getStartingLineNumber(), List.copyOf(row.getFields())));
                }
            }
        } catch (CsvParseException e) {
            return new UploadedTable(header, List.of(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new UploadedTable(header, List.copyOf(lines), false);
    }

    public OptionalInt column(Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** UTF-8 where it is valid UTF-8, otherwise the Windows code page that Indonesian spreadsheets use. */
    public static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(content, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static char separatorOf(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
