package id.lumbung.running;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import id.lumbung.TestDatabase;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Sight;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The command in a process of its own, beside an office that is open. */
@LumbungTest
class ImportCommandTest {
    private static final String HEADINGS = "Nama Pemilik;Nama Usaha;NIK;Kecamatan;Desa\n";

    @Autowired
    private LumbungSettings settings;

    @Autowired
    private TestActors actors;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Path folder;
    private Actor officer;

    private record Ended(int code, String said) {}

    @BeforeEach
    void an_officer_of_the_office() {
        folder = TestDatabase.temporaryFolder("lumbung-import");
        officer = actors.dinasOfficer();
    }

    @Test
    void a_list_is_tried_out_then_comes_in_and_the_second_time_changes_nothing() throws Exception {
        Path list = list(
                "daftar-a.csv",
                "Painem Perintah;Jamu Painem;;Kepanjen;Kepanjen\nTuminah;Bakul Tuminah;;Kepanjen;Kepanjen\n");
        String name = actors.signInNameOf(officer);

        Ended tried = run(list.toString(), "--as", name, "--dry-run");
        assertThat(tried.said()).contains("2");
        assertThat(tried.code()).as(tried.said()).isZero();
        assertThat(records("daftar-a.csv")).isZero();

        Ended entered = run(list.toString(), "--as", name);
        assertThat(entered.code()).as(entered.said()).isZero();
        assertThat(records("daftar-a.csv")).isEqualTo(2);

        Ended again = run(list.toString(), "--as", name);
        assertThat(again.code()).as(again.said()).isZero();
        assertThat(records("daftar-a.csv")).isEqualTo(2);
    }

    @Test
    void nothing_comes_in_while_a_row_is_wrong_unless_the_good_rows_are_asked_for() throws Exception {
        Path list = list(
                "daftar-b.csv",
                "Parinten;Rempeyek Parinten;;Kepanjen;Kepanjen\n;;3599010101800001;Kepanjen;Kepanjen\n");
        String name = actors.signInNameOf(officer);

        Ended refused = run(list.toString(), "--as", name);
        assertThat(refused.code()).as(refused.said()).isEqualTo(1);
        assertThat(refused.said()).doesNotContain("3599010101800001");
        assertThat(records("daftar-b.csv")).isZero();

        Ended good = run(list.toString(), "--as", name, "--good-rows");
        assertThat(good.code()).as(good.said()).isZero();
        assertThat(records("daftar-b.csv")).isEqualTo(1);
    }

    @Test
    void each_sheet_comes_in_as_a_list_of_its_own_and_a_recap_among_them_stops_nothing() throws Exception {
        Path book = folder.resolve("buku.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(book), "Test", "1.0")) {
            sheet(workbook, "REKAP", List.of("Rekap UMKM", ""), List.of("Kecamatan", "Jumlah"), List.of("Turen", "2"));
            sheet(workbook, "Kepanjen", List.of("Nama Pemilik", "Desa"), List.of("Sumini Buku", "Talangagung"));
            sheet(workbook, "Turen", List.of("Nama Pemilik", "Desa"), List.of("Ngatini Buku", "Talok"));
        }

        Ended ended = run(book.toString(), "--as", actors.signInNameOf(officer), "--all-sheets", "--all-or-nothing");

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("== REKAP", "== Kepanjen", "== Turen");
        assertThat(records("buku.xlsx")).isEqualTo(2);
    }

    @SafeVarargs
    private static void sheet(Workbook workbook, String name, List<String>... rows) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].size(); c++) {
                sheet.value(r, c, rows[r].get(c));
            }
        }
    }

    @Test
    void where_the_account_may_not_bring_lists_in_nothing_comes_in() throws Exception {
        Actor camat = actors.kecamatanOfficer("35.07.14");
        Ended ended = run(
                list("daftar-d.csv", "Sarmi;Pecel Sarmi;;Kepanjen;Kepanjen\n").toString(),
                "--as",
                actors.signInNameOf(camat),
                "--region",
                "35.07.13");

        assertThat(ended.code()).as(ended.said()).isEqualTo(2);
        assertThat(ended.said()).contains("may not").doesNotContain("Exception");
        assertThat(records("daftar-d.csv")).isZero();
    }

    @Test
    void two_ways_at_once_are_refused() throws Exception {
        Ended ended = run("daftar.csv", "--as", "siapa", "--good-rows", "--all-or-nothing");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("either");
    }

    @Test
    void an_unknown_account_brings_in_nothing() throws Exception {
        Ended ended = run(
                list("daftar-c.csv", "Sarmi;Pecel Sarmi;;Kepanjen;Kepanjen\n").toString(), "--as", "tidak.ada");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("no account");
    }

    private Path list(String name, String rows) throws Exception {
        return Files.writeString(folder.resolve(name), HEADINGS + rows);
    }

    private Ended run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "id.lumbung.intake.desk.ImportCommand"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", settings.home()));
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment()
                .putAll(TestDatabase.settingsOf(
                        Objects.requireNonNull(settings.database()).url()));
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    private long records(String file) {
        return Objects.requireNonNull(Sight.system(
                "a test counts",
                () -> transaction.execute(status ->
                        database.sql("""
                                select count(*)
                                  from intake.list_record r
                                  join intake.list l on l.id = r.list
                                  join intake.file f on f.id = l.file
                                 where f.name = :file
                                """).param("file", file).query(Long.class).single())));
    }
}
