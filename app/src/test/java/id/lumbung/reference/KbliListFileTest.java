package id.lumbung.reference;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.reference.kbli.KbliImport;
import id.lumbung.reference.kbli.KbliListFile;
import id.lumbung.reference.kbli.KbliStartList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class KbliListFileTest {

    @Test
    void reads_a_csv_with_all_levels_and_keeps_the_five_digit_groups() {
        KbliListFile file = read("""
                kategori,digit,kode,judul,deskripsi
                A,1,A,Pertanian,Semua
                A,2,01,Pertanian Tanaman,Semua
                A,5,01111,"PERTANIAN JAGUNG, BASAH",Kelompok ini mencakup jagung
                """);

        assertThat(file.rows()).singleElement().satisfies(row -> {
            assertThat(row.code()).isEqualTo("01111");
            assertThat(row.title()).isEqualTo("Pertanian jagung, basah");
            assertThat(row.line()).isEqualTo(4);
        });
        assertThat(file.higherLevels()).isEqualTo(2);
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void reads_json_lists_also_inside_an_object() {
        KbliListFile list = read(
                "[{\"code\":\"10793\",\"title\":\"INDUSTRI\",\"description\":\"d\"},{\"code\":\"A\",\"title\":\"x\"}]");
        KbliListFile inside = read("{\"data\":[{\"kode\":\"10793\",\"judul\":\"Industri\"}]}");

        assertThat(list.rows()).extracting(KbliListFile.Row::code).containsExactly("10793");
        assertThat(inside.rows()).extracting(KbliListFile.Row::title).containsExactly("Industri");
    }

    @Test
    void says_what_is_wrong_line_by_line() {
        KbliListFile file = read("""
                code;title
                1111;Empat angka adalah golongan
                111x1;Bukan kode
                01111;
                01112;Padi
                01112;Padi lagi
                """);

        assertThat(file.problems())
                .extracting(RowProblem::messageKey)
                .containsExactly(
                        "reference.kbli.file.bad-code", "reference.kbli.file.no-title", "reference.kbli.file.twice");
        assertThat(file.problems()).extracting(RowProblem::line).containsExactly(3, 4, 6);
    }

    @Test
    void a_file_of_another_kind_gets_one_sentence() {
        assertThat(read("").problems()).extracting(RowProblem::messageKey).containsExactly("reference.kbli.file.empty");
        assertThat(read("[{\"code\":").problems())
                .extracting(RowProblem::messageKey)
                .containsExactly("reference.kbli.file.not-json");
        assertThat(read("{\"a\":1}").problems())
                .extracting(RowProblem::messageKey)
                .containsExactly("reference.kbli.file.not-a-list");
        assertThat(read("nama,alamat\nSiti,Kepanjen\n").problems())
                .extracting(RowProblem::messageKey)
                .containsExactly("reference.kbli.file.no-columns");
        assertThat(read("kode,judul\n10,Makanan\n").problems())
                .extracting(RowProblem::messageKey)
                .containsExactly("reference.kbli.file.no-five-digits");
    }

    @Test
    void a_file_in_the_code_page_of_an_old_spreadsheet_is_read() {
        byte[] content =
                "kode,judul\n56303,Rumah minum/café\n".getBytes(java.nio.charset.Charset.forName("windows-1252"));

        assertThat(KbliListFile.read(content).rows().getFirst().title()).isEqualTo("Rumah minum/café");
    }

    @Test
    void capitals_become_a_sentence_and_abbreviations_stay() {
        assertThat(KbliListFile.title("INDUSTRI PRODUK MAKANAN LAINNYA  YTDL"))
                .isEqualTo("Industri produk makanan lainnya YTDL");
        assertThat(KbliListFile.title("PERDAGANGAN ECERAN GAS TABUNG LPG"))
                .isEqualTo("Perdagangan eceran gas tabung LPG");
    }

    /** With the complete lists at hand (LUMBUNG_KBLI_LISTS=folder with kbli2020 and kbli2025), the starting list must agree. */
    @Test
    @EnabledIfEnvironmentVariable(named = "LUMBUNG_KBLI_LISTS", matches = ".+")
    void every_code_and_title_of_the_starting_list_is_official() throws IOException {
        Path folder = Path.of(System.getenv("LUMBUNG_KBLI_LISTS"));
        KbliListFile y2020 = KbliListFile.read(Files.readAllBytes(folder.resolve("kbli2020/kbli2020.csv")));
        KbliListFile y2025 = KbliListFile.read(Files.readAllBytes(folder.resolve("kbli2025/05_kelompok.json")));

        assertThat(y2020.rows()).hasSize(1791);
        assertThat(y2025.rows()).hasSize(1559);
        for (KbliStartList.Line line : KbliStartList.load().lines()) {
            KbliListFile official = line.version().equals("2020") ? y2020 : y2025;
            assertThat(official.rows()).as(line.version() + " " + line.code()).anySatisfy(row -> {
                assertThat(row.code()).isEqualTo(line.code());
                assertThat(KbliImport.sameTitle(row.title(), line.title())).isTrue();
            });
        }
    }

    private static KbliListFile read(String text) {
        return KbliListFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
