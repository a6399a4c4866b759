package id.lumbung.linkage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

    @TempDir
    @Nullable
    Path folder;

    private RawList read(String text, Charset charset) throws IOException {
        Path file = Files.write(java.util.Objects.requireNonNull(folder).resolve("list.csv"), text.getBytes(charset));
        return CsvFile.read(file, "list");
    }

    @Test
    void reads_quotes_delimiters_and_line_ends_of_all_kinds() throws IOException {
        RawList list = read("a;b;c\r\n\"x;\"\"y\"\"\";  z ;\n1;2\r3;;\"two\nlines\"\n\n", StandardCharsets.UTF_8);

        assertThat(list.rows()).isEqualTo(3);
        assertThat(list.columns()).extracting(RawList.Column::name).containsExactly("a", "b", "c");
        assertThat(list.columns().get(0).text(0)).isEqualTo("x;\"y\"");
        assertThat(list.columns().get(1).text(0)).isEqualTo("z");
        assertThat(list.columns().get(2).text(1)).isEmpty();
        assertThat(list.columns().get(2).text(2)).isEqualTo("two\nlines");
    }

    @Test
    void reads_windows_1252_when_it_is_no_utf_8() throws IOException {
        assertThat(read("a,b\ncafé,1\n", Charset.forName("windows-1252"))
                        .columns()
                        .get(0)
                        .text(0))
                .isEqualTo("café");
        assertThat(read("a,b\ncafé,1\n", StandardCharsets.UTF_8)
                        .columns()
                        .get(0)
                        .text(0))
                .isEqualTo("café");
    }

    @Test
    void reads_rows_that_lie_across_its_windows_and_rows_that_are_larger_than_one() throws IOException {
        StringBuilder text = new StringBuilder("id,\"said\",note\r\n");
        int rows = 60_000;
        for (int r = 0; r < rows; r++) {
            text.append(r).append(",\"line ").append(r % 977).append("\r\nsays \"\"é\"\"\",");
            if (r == 31_000) text.append("x".repeat(700_000));
            text.append("\r\n");
        }

        RawList list = read(text.toString(), StandardCharsets.UTF_8);

        assertThat(list.rows()).isEqualTo(rows);
        for (int r = 0; r < rows; r++) {
            if (!list.columns().get(0).text(r).equals("" + r)
                    || !list.columns().get(1).text(r).equals("line " + r % 977 + "\r\nsays \"é\"")
                    || list.columns().get(2).text(r).length() != (r == 31_000 ? 700_000 : 0))
                assertThat(r).as("a row that was read otherwise").isNegative();
        }
    }

    @Test
    void reads_a_packed_file_and_no_last_line_end() throws IOException {
        Path file = java.util.Objects.requireNonNull(folder).resolve("list.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("id,name\n1,Sutini\n2,Slamet".getBytes(StandardCharsets.UTF_8));
        }

        RawList list = CsvFile.read(file, "list");

        assertThat(list.rows()).isEqualTo(2);
        assertThat(list.columns().get(1).text(1)).isEqualTo("Slamet");
    }
}
