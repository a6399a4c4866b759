package id.lumbung.licensing.licence;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.platform.PlainTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A text in a spreadsheet is a text, whatever it begins with; what is read back is in {@link RegisterBookTest}. */
class FormulaTest {

    @Test
    void what_a_program_could_take_for_a_formula_gets_an_apostrophe() {
        for (String text : List.of(
                "=1+1",
                "+62812",
                "-3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u00a0",
                "|calc",
                "%x",
                "＝1",
                "＋1",
                "－1",
                "＠x")) {
            String plain = PlainTable.plain(text);

            assertThat(plain).isEqualTo(text.equals("\u00a0") ? text : "'" + text);
        }
        for (String text : List.of("", "Keripik =enak=", "503/IUMK/001", "'kutip", "1.000")) {
            assertThat(PlainTable.plain(text)).isEqualTo(text);
        }
    }

    @Test
    void a_table_as_csv_has_no_cell_that_acts() {
        String csv = PlainTable.csv(
                List.of("Nama"), List.of(List.of("=HYPERLINK(1)"), List.of("a\n=1+1"), List.of("b\",=2")));

        assertThat(csv).contains("'=HYPERLINK(1)").contains("\"a\n=1+1\"").contains("\"b\"\",=2\"");
    }

    /** Another export has to show the same before it may stand here. */
    @Test
    void only_the_register_book_and_plain_tables_are_opened_by_a_spreadsheet() throws IOException {
        Path sources =
                Path.of(System.getProperty("lumbung.module.directory", "")).resolve("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> writers = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> {
                        String source = read(file);
                        return source.contains("org.dhatim.fastexcel.Workbook")
                                || source.contains("CsvWriter")
                                || source.contains("text/csv");
                    })
                    .map(file -> file.getFileName().toString())
                    .toList();

            assertThat(writers)
                    .containsExactlyInAnyOrder(
                            "RegisterSheets.java",
                            "PlainTable.java",
                            "WrongRows.java",
                            "ImportController.java",
                            "CoverageSheets.java");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }
}
