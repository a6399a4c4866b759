package id.lumbung.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.lumbung.Seeds;
import id.lumbung.intake.read.Content;
import id.lumbung.intake.read.Rows;
import id.lumbung.intake.read.Table;
import id.lumbung.intake.shape.Shapes;
import id.lumbung.intake.value.Amount;
import id.lumbung.intake.value.DateText;
import id.lumbung.intake.value.Digits;
import id.lumbung.intake.value.PhoneText;
import id.lumbung.platform.Refused;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is in a file, it is read as it was written or refused with a sentence; nothing else happens. */
class FilesOfListsProperties {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cells = Arbitraries.strings()
                .withChars("abcXYZ0123456789 .;,|\"'\n\t=é€")
                .ofMaxLength(12)
                .map(String::strip);
        return Arbitraries.integers()
                .between(2, 6)
                .flatMap(width -> cells.list()
                        .ofSize(width)
                        .map(row ->
                                row.stream().map(FilesOfListsProperties::plain).toList())
                        .filter(row -> row.stream().noneMatch(String::isEmpty))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(8));
    }

    /** As the reader hands it out: tabs are spaces, the apostrophe before a number or a sign is the spreadsheet's. */
    private static String plain(String cell) {
        String plain = cell.replace('\t', ' ').strip();
        return plain.startsWith("'") ? "x" + plain : plain;
    }

    @Property(tries = 200, seed = Seeds.FIXED)
    void what_was_written_with_semicolons_is_read_back_in_every_charset(@ForAll("tables") List<List<String>> table) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().fieldSeparator(';').build(text)) {
            // a row that says which sign keeps the cells apart
            writer.writeRecord(table.getFirst().stream().map(cell -> "Kolom").toList());
            table.forEach(writer::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        List<List<String>> expected = new ArrayList<>(table);
        expected.addFirst(table.getFirst().stream().map(cell -> "Kolom").toList());

        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(FilesOfListsTest.rows(("\ufeff" + text).getBytes(charset)))
                    .isEqualTo(expected);
        }
    }

    @Property(tries = 300, seed = Seeds.FIXED)
    void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
        isReadOrRefused(bytes);
    }

    @Property(tries = 150, seed = Seeds.FIXED)
    void a_workbook_with_any_byte_changed_is_read_or_refused(@ForAll int place, @ForAll byte value) {
        byte[] workbook = new Workbooks()
                .part("xl/sharedStrings.xml", "<sst><si><t>Nama Usaha</t></si></sst>")
                .sheet(
                        "A",
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>" + Workbooks.row(2, "Kios", "Kepanjen"))
                .bytes();
        workbook[Math.floorMod(place, workbook.length)] = value;

        isReadOrRefused(workbook);
    }

    private static void isReadOrRefused(byte[] bytes) {
        try {
            FilesOfListsTest.rows(bytes);
            try (Table table = Table.open(Content.of(bytes));
                    Rows rows = table.rows(0)) {
                Shapes.of(rows);
            }
        } catch (Refused refused) {
            assertThat(refused.messageKey()).startsWith("intake.unreadable.");
        }
    }

    @Property(tries = 1000, seed = Seeds.FIXED)
    void any_cell_is_some_value_or_none(@ForAll String cell) {
        assertThat(Amount.of(cell, false).state()).isNotNull();
        assertThat(Digits.of(cell, true, 16).value()).matches("(\\d{16})?");
        assertThat(PhoneText.of(cell).e164()).matches("(\\+\\d{8,15})?");
        LocalDate date = DateText.read(cell, TODAY);
        assertThat(date == null || date.getYear() < 10_000).isTrue();
    }

    @Property(tries = 300, seed = Seeds.FIXED)
    void an_amount_reads_the_same_with_and_without_its_thousands(@ForAll long any) {
        long amount = Math.floorMod(any, 900_000_000_000L) + 1_000;
        String grouped = String.format(java.util.Locale.GERMAN, "%,d", amount);

        assertThat(Amount.of(Long.toString(amount), false).value()).isEqualTo(amount == 2_147_483_647 ? 0 : amount);
        assertThat(Amount.of("Rp " + grouped, false).value()).isEqualTo(amount);
        assertThat(Amount.of(grouped + ",00", false).value()).isEqualTo(amount);
    }
}
