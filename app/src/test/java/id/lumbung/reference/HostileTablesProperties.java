package id.lumbung.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.lumbung.Seeds;
import id.lumbung.reference.kbli.EverydayWords;
import id.lumbung.reference.kbli.KbliListFile;
import id.lumbung.reference.upload.UploadedTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is uploaded as a table: it has lines, or problems that a person can read. */
class HostileTablesProperties {

    @Property(tries = 1500, seed = Seeds.FIXED)
    void any_file_is_a_table_or_is_said_to_be_broken(@ForAll("files") byte[] content) {
        UploadedTable table = UploadedTable.read(content);
        KbliListFile list = KbliListFile.read(content);

        assertThat(table.broken() && !table.lines().isEmpty()).isFalse();
        assertThat(list.rows()).allSatisfy(row -> assertThat(row.code()).matches("[0-9]{5}"));
        assertThat(list.rows().isEmpty() && list.problems().isEmpty()).isFalse();
    }

    @Property(tries = 1000, seed = Seeds.FIXED)
    void any_words_are_taken_apart(@ForAll String words) {
        assertThat(EverydayWords.tokens(words)).noneMatch(String::isBlank);
        KbliListFile.title(words);
        RegionNames.searchable(words);
        RegionNames.squeezed(words);
        RegionNames.withoutKind(words);
    }

    @Example
    void large_and_deep_files_take_bounded_time() {
        for (String content : List.of(
                "[".repeat(500_000),
                "{\"a\":".repeat(100_000),
                "[" + "9".repeat(500_000) + "]",
                "kode,judul\n\"" + "x".repeat(3_000_000),
                "kode,judul\n" + ",".repeat(1_000_000),
                "kode;judul\n" + "1;\n".repeat(100_000),
                "\"\n".repeat(300_000),
                "kode\tjudul\n12345\t" + " ".repeat(500_000) + "x")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThat(KbliListFile.read(content.getBytes(StandardCharsets.UTF_8)))
                            .isNotNull());
        }
    }

    @Provide
    Arbitrary<byte[]> files() {
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
        Arbitrary<String> cell = Arbitraries.oneOf(
                Arbitraries.of(
                        "10794", "A", "01", "\"", "\"\"", "=1+1", "\u0000", "\ufeff", "5 6101", "", "judul", "{",
                        "[1]"),
                Arbitraries.strings().ofMaxLength(8));
        Arbitrary<byte[]> tables = Combinators.combine(
                        Arbitraries.of("kode,judul", "kode;judul;uraian", "code\ttitle", "[{\"kode\":", "{\"a\":[", ""),
                        cell.list().ofMaxSize(12),
                        Arbitraries.of(",", ";", "\t", "\n", "\r\n", "\"", "},{"))
                .as((head, cells, between) ->
                        (head + "\n" + String.join(between, cells)).getBytes(StandardCharsets.UTF_8));
        return Arbitraries.oneOf(bytes, tables);
    }
}
