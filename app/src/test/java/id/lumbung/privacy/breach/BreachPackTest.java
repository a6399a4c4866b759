package id.lumbung.privacy.breach;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.lumbung.LumbungTest;
import id.lumbung.TestDatabase;
import id.lumbung.browser.Office;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.application.Answers;
import id.lumbung.licensing.application.Question;
import id.lumbung.licensing.licence.LicenceId;
import id.lumbung.security.Ground;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One account is stolen; the pack says whose data it touched, what, when and from where, and nobody else's. */
@LumbungTest
class BreachPackTest {
    private static final String THIEF = "203.0.113.66";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Office office;

    @Autowired
    private Ground ground;

    @Autowired
    @FlywayDataSource
    private DataSource owner;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Actor stolen;
    private Answers read;
    private LicenceId licence;
    private Office.HandedIn opened;
    private String since = "";

    @BeforeEach
    void an_office_in_which_one_account_is_stolen() throws Exception {
        stolen = actors.camat("35.07.13");
        read = Office.answers("Ngatminah Tersentuh", "=Jenang Ngatminah").with(Question.HOME_ADDRESS, "Jl. Sumedang 9");
        licence = office.issued(office.officer(), office.delegate(), office.camat(), read);
        opened = office.handedIn(office.officer(), Office.answers("Kasiyem Tersentuh", "Tahu Kasiyem"));
        office.handedIn(office.officer(), Office.answers("Orang Tenang", "Usaha Tenang"));
        since = Instant.now(Clock.systemUTC()).toString();
        ask(get("/usaha/" + enterprise()));
        ask(get("/permohonan/" + opened.application()));
        ask(get("/izin/" + licence + "/lembar.pdf"));
    }

    private String enterprise() {
        return rows("select enterprise::text from licensing.licence where id = '" + licence + "'")
                .getFirst();
    }

    private void ask(MockHttpServletRequestBuilder request) throws Exception {
        int status = browser.perform(request.with(signedIn(stolen)).with(from -> {
                    from.setRemoteAddr(THIEF);
                    return from;
                }))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isEqualTo(200);
    }

    private Path made(String... more) throws Exception {
        Path out = TestDatabase.temporaryFolder("breach").resolve("paket");
        List<String> arguments = new ArrayList<>(
                List.of("--from", since, "--to", "2100-01-01", "--out", out.toString(), "--home", out + "-none"));
        arguments.addAll(List.of(more));
        try (Connection connection = owner.getConnection()) {
            int outcome = BreachCommand.make(
                    connection,
                    BreachQuestion.read(arguments.toArray(String[]::new), Instant.now(Clock.systemUTC())),
                    new PrintStream(said, true, StandardCharsets.UTF_8));
            assertThat(outcome).as(said.toString(StandardCharsets.UTF_8)).isLessThan(2);
        }
        return out;
    }

    @Test
    void says_whose_data_were_touched_by_whom_what_when_and_from_where() throws Exception {
        Path pack = made("--account", actors.signInNameOf(stolen));

        String persons = Files.readString(pack.resolve("orang.csv"));
        assertThat(persons)
                .contains("Ngatminah Tersentuh", "Jl. Sumedang 9", "Kasiyem Tersentuh", THIEF, "Dra. Endang Camat")
                .doesNotContain("Orang Tenang")
                .doesNotContain(read.of(Question.NIK));
        assertThat(persons.lines().filter(line -> line.contains("person:"))).hasSize(2);
        String summary = Files.readString(pack.resolve("ringkasan.txt"));
        assertThat(summary)
                .contains("pasal 46", "3 x 24 jam", "tersentuh: 2", "1. DATA PRIBADI YANG TERUNGKAP")
                .contains("2. KAPAN DAN BAGAIMANA", THIEF, "3. UPAYA PENANGANAN", "KEUTUHAN CATATAN AUDIT");
        String letters = Files.readString(pack.resolve("surat.txt"));
        assertThat(letters.split("\f")).hasSize(2);
        assertThat(letters)
                .as("a letter is for a person: no name of a table or column")
                .doesNotContainPattern("[a-z]+[._][a-z]+_[a-z]+|registry\\.|licensing\\.");
        assertThat(letters).contains("Kepada Yth. Ngatminah Tersentuh\nJl. Sumedang 9", "pasal 46");
        assertThat(Files.readString(pack.resolve("jejak.csv"))).contains("GET /usaha/", "dibaca: ");
        assertThat(Files.readString(pack.resolve("rantai.txt"))).contains("links checked");
    }

    @Test
    void an_export_touches_everybody_in_it() throws Exception {
        browser.perform(post("/buku-register/unduh")
                        .param("kecamatan", "35.07.13")
                        .param("dari", "2026-11-01")
                        .param("sampai", "2026-11-30")
                        .param("bentuk", "xlsx")
                        .with(signedIn(stolen)))
                .andReturn();
        String all = rows("""
                        select count(distinct o.person)::text
                          from licensing.licence l
                          join registry.ownership o on o.enterprise = l.enterprise
                         where l.region_code = '35.07.13' and l.issued_on between '2026-11-01' and '2026-11-30'
                        """).getFirst();

        Path pack = made("--account", actors.signInNameOf(stolen));

        assertThat(Files.readString(pack.resolve("orang.csv")).lines().filter(line -> line.contains("Ekspor")))
                .hasSize(Integer.parseInt(all));
    }

    @Test
    void an_address_alone_finds_the_same_and_another_address_nothing() throws Exception {
        assertThat(Files.readString(made("--address", THIEF).resolve("orang.csv")))
                .contains("Ngatminah Tersentuh", "Kasiyem Tersentuh");
        Path nothing = made("--account", actors.signInNameOf(stolen), "--address", "198.51.100.1");

        assertThat(Files.readString(nothing.resolve("orang.csv")).lines()).hasSize(1);
        assertThat(Files.readString(nothing.resolve("ringkasan.txt"))).contains("tersentuh: 0");
    }

    @Test
    void only_who_made_it_reads_it_and_that_it_was_made_is_in_the_audit() throws Exception {
        Path pack = made("--account", actors.signInNameOf(stolen));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pack)))
                .isEqualTo("rwx------");
        for (String file : List.of("ringkasan.txt", "surat.txt", "orang.csv", "jejak.csv", "rantai.txt")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pack.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
        assertThat(rows("select door || ' ' || purpose || ' ' || address from identity.audit_entry"
                        + " where what = 'breach-report' order by entry desc limit 1"))
                .allMatch(entry -> entry.startsWith("./lumbung breach ") && entry.contains(" breach db:"))
                .hasSize(1);
    }

    @Test
    void what_a_spreadsheet_could_take_for_a_formula_is_text() throws Exception {
        ground.asSuperuser(statement -> {
            statement.execute("update registry.person set home_address = '=1+1' where name = 'Ngatminah Tersentuh'");
        });

        assertThat(Files.readString(made("--address", THIEF).resolve("orang.csv")))
                .contains("'=1+1");
    }

    @Test
    void an_unknown_account_is_refused_and_leaves_nothing() throws Exception {
        Path out = TestDatabase.temporaryFolder("breach").resolve("paket");
        try (Connection connection = owner.getConnection()) {
            int outcome = BreachCommand.make(
                    connection,
                    new BreachQuestion(Instant.EPOCH, Instant.now(Clock.systemUTC()), "tidak.ada", null, out, out),
                    new PrintStream(said, true, StandardCharsets.UTF_8));

            assertThat(outcome).isEqualTo(2);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("no account");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--from 2026-11-01 --to 2026-11-02",
                "--from gestern --to 2026-11-02 --out /tmp/x",
                "--from 2026-11-03 --to 2026-11-02 --out /tmp/x",
                "--from 2999-11-01 --to 2999-11-02 --out /tmp/x",
                "--from 2026-11-01 --to 2026-11-02 --out",
                "--from 2026-11-01 --to 2026-11-02 --out /tmp/x --address rumah",
                "--from 2026-11-01 --to 2026-11-02 --out /tmp/x --colour red",
                "--from 2026-11-01 --from 2026-11-01 --to 2026-11-02 --out /tmp/x",
                "--from 2026-11-01 --to 2026-11-02 --out /proc/self/status",
                "--from 2026-11-01 --to 2026-11-02 --out /usr"
            })
    void bad_input_is_refused_with_a_sentence_and_the_usage(String line) {
        int outcome = BreachCommand.run(
                line.isEmpty() ? new String[0] : line.split(" "), new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(outcome).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Usage: ./lumbung breach")
                .hasLineCount(4);
    }

    private List<String> rows(String sql) {
        List<String> found = new ArrayList<>();
        ground.asSuperuser(statement -> {
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        });
        return found;
    }
}
