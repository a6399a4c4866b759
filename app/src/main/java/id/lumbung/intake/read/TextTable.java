package id.lumbung.intake.read;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.lumbung.platform.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Rows of a text whose fields a sign keeps apart; quotation marks and mixed ends of lines as spreadsheets write them. */
final class TextTable implements Table {
    private final Content content;
    private final Charsets.Found charset;
    private final Separators.Found separator;

    private TextTable(Content content, Charsets.Found charset, Separators.Found separator) {
        this.content = content;
        this.charset = charset;
        this.separator = separator;
    }

    static TextTable open(Content content) {
        Charsets.Found charset = Charsets.of(content);
        return new TextTable(content, charset, Separators.of(content, charset));
    }

    @Override
    public Format format() {
        return new Format.Text(charset.charset().name(), separator.separator());
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public Rows rows(int sheet) {
        return new TextRows(reader(content, charset), separator);
    }

    @Override
    public void close() {
        // each reading of its rows is closed by itself
    }

    static Reader reader(Content content, Charsets.Found found) {
        InputStream in = content.open();
        try {
            in.skipNBytes(found.mark());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        Charset charset = found.charset();
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** The rows of a text that is read already from its beginning. */
    static Rows rows(Reader text, Separators.Found separator) {
        return new TextRows(text, separator);
    }

    private static final class TextRows implements Rows {
        private final CsvReader<Row> reader;
        private final Iterator<Row> records;
        private final Separators.Found separator;
        private final Filling filling = new Filling();
        private long count;

        // what somebody wrote after a closing quote is read too; FastCSV offers no other way to ask for it
        @SuppressWarnings("removal")
        TextRows(Reader text, Separators.Found separator) {
            this.separator = separator;
            this.reader = CsvReader.builder()
                    .fieldSeparator(separator.separator())
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowExtraCharsAfterClosingQuote(true)
                    .allowUnclosedQuote(true)
                    .maxBufferSize(Limits.MOST_CHARACTERS_OF_RECORD)
                    .skipEmptyLines(true)
                    .build(filling, text);
            this.records = reader.iterator();
        }

        @Override
        public boolean next(Row row) {
            filling.row = row;
            try {
                do {
                    if (!records.hasNext()) {
                        return false;
                    }
                    records.next();
                } while (row.isBlank());
            } catch (CsvParseException problem) {
                if (problem.getCause() instanceof Refused refused) {
                    throw refused;
                }
                throw Limits.unreadable("intake.unreadable.quote", Math.toIntExact(row.line()));
            } catch (NoSuchElementException end) {
                return false;
            }
            if (separator.wrapped() && row.size() == 1) {
                unwrap(row);
            }
            if (++count > Limits.MOST_ROWS) {
                throw Limits.unreadable("intake.unreadable.rows", Limits.MOST_ROWS);
            }
            return true;
        }

        /** A row that was put into quotation marks as a whole, as by a program that took its commas for text. */
        private void unwrap(Row row) {
            long line = row.line();
            try (TextRows inner =
                    new TextRows(new StringReader(row.cell(0)), new Separators.Found(separator.separator(), false))) {
                inner.next(row);
            }
            row.standsAt(line);
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }

    /** Fills the caller's row while FastCSV walks through the text, so that no list is made for each record. */
    private static final class Filling extends AbstractBaseCsvCallbackHandler<Row> {
        private Row row = new Row();

        @Override
        protected void handleBegin(long startingLineNumber) {
            row.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            row.add(new String(buffer, offset, length));
        }

        @Override
        protected Row buildRecord() {
            return row;
        }
    }
}
