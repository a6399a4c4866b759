package id.lumbung.licensing.licence;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.licensing.licence.register.RegisterSheets;
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
            String plain = RegisterSheets.plain(text);

            assertThat(plain).isEqualTo(text.equals("\u00a0") ? text : "'" + text);
        }
        for (String text : List.of("", "Keripik =enak=", "503/IUMK/001", "'kutip", "1.000")) {
            assertThat(RegisterSheets.plain(text)).isEqualTo(text);
        }
    }

    /** Another export has to show the same before it may stand here. */
    @Test
    void the_register_book_is_the_only_export_that_a_spreadsheet_opens() throws IOException {
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

            assertThat(writers).containsExactly("RegisterSheets.java");
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
