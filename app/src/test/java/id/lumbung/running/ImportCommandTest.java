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
