package id.lumbung.platform.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import id.lumbung.TestDatabase;
import id.lumbung.platform.Home;
import id.lumbung.platform.Ids;
import id.lumbung.platform.LumbungSettings.ExternalDatabase;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.key.KeyRing;
import id.lumbung.platform.key.Vault;
import id.lumbung.platform.rotation.Rotation.What;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real process on a real database is killed in the middle of a rotation, again and again. */
@Tag("database")
@Timeout(240)
class KilledRotationTest {
    private static final int KILLS = Integer.getInteger("lumbung.kills", 12);
    private static final int PEOPLE = 1_500;
    private static final int DOCUMENTS = 120;
    private static final String TABLES = """
            create schema platform;
            create schema registry;
            create table registry.source_record (id uuid primary key, payload bytea not null);
            create table registry.enterprise (id uuid primary key, npwp_sealed bytea);
            create table registry.person (id uuid primary key, nik_sealed bytea, nik_fingerprint bytea unique,
                                          kk_sealed bytea, kk_fingerprint bytea);
            create table registry.contact (id uuid primary key, kind text not null, sealed bytea not null,
                                           fingerprint bytea not null);
            """;

    private final Path folder = TestDatabase.temporaryFolder("lumbung-killed-rotation");
    private final Random random = new Random(20261124);
    private ExternalDatabase login;
    private HikariDataSource owner;
    private JdbcClient database;
    private Home home;
    private Vault vault;

    private record Person(UUID id, String nik) {}

    private final List<Person> people = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();

    @BeforeEach
    void fill() throws IOException, SQLException {
        login = TestDatabase.loginTo(TestDatabase.addressOf(TestDatabase.create()));
        owner = new HikariDataSource();
        owner.setJdbcUrl(login.url());
        owner.setUsername(login.owner().username());
        owner.setPassword(login.owner().password());
        owner.setMaximumPoolSize(2);
        database = JdbcClient.create(owner);
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                InputStream script =
                        KilledRotationTest.class.getResourceAsStream("/db/migration/__root/V030__key_rotation.sql")) {
            statement.execute(TABLES);
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        home = new Home(folder);
        vault = new Vault(home, ResealingProcess.master());
        for (int i = 0; i < PEOPLE; i++) {
            Person person = new Person(Ids.next(), "35079901018%05d".formatted(i));
            people.add(person);
            database.sql("insert into registry.person values (:id, :nik, :hash, null, null)")
                    .param("id", person.id())
                    .param("nik", vault.sealText(person.nik(), "registry.person.nik:" + person.id()))
                    .param("hash", vault.fingerprint("nik", person.nik()))
                    .update();
            database.sql("insert into registry.source_record values (:id, :payload)")
                    .param("id", person.id())
                    .param(
                            "payload",
                            vault.sealText("isi " + person.nik(), "registry.source_record.payload:" + person.id()))
                    .update();
        }
        DocumentStore store = new DocumentStore(home, vault);
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(store.put(("surat " + i).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @AfterEach
    void close() throws IOException {
        owner.close();
        home.close();
    }

    @Test
    void every_value_stays_readable_and_the_rotation_completes() throws Exception {
        int old = new KeyRing(home, ResealingProcess.master())
                .keys(KeyRing.Kind.SEAL)
                .inUse();
        new Rotations(database).ask(What.DATA, "test");

        int killed = 0;
        int inTheMiddle = 0;
        for (int round = 0; round < KILLS; round++) {
            Process process = start();
            boolean ended = runUntilKilled(process, round);
            killed += ended ? 0 : 1;
            inTheMiddle += halfDone() ? 1 : 0;
            everythingIsReadable(round % 4 == 3);
        }
        Process last = start();
        assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();

        System.out.printf("killed %d times, %d of them with rows under both keys%n", killed, inTheMiddle);
        assertThat(killed).isGreaterThanOrEqualTo(KILLS * 3 / 4);
        assertThat(inTheMiddle).isGreaterThanOrEqualTo(KILLS / 3);
        assertThat(database.sql("select state from platform.key_rotation")
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
        everythingIsReadable(true);
        assertThat(halfDone()).isFalse();
        KeyRing.Keys keys = new KeyRing(home, ResealingProcess.master()).keys(KeyRing.Kind.SEAL);
        assertThat(keys.old()).containsExactly(old);
        assertThat(keys.announced()).isEmpty();
        new Rotations(database).ask(What.RETIRE, "test");
        KeyRotator rotator = ResealingProcess.rotator(owner, home);
        while (rotator.step() != KeyRotator.Outcome.NOTHING) {
            assertThat(keys).isNotNull();
        }
        assertThat(new KeyRing(home, ResealingProcess.master())
                        .keys(KeyRing.Kind.SEAL)
                        .old())
                .isEmpty();
        everythingIsReadable(true);
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ResealingProcess.class.getName(),
                        login.url(),
                        login.owner().username(),
                        login.owner().password(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Lets it take some steps, then kills it a few milliseconds into the next; true when it had ended by itself. */
    private boolean runUntilKilled(Process process, int round) throws IOException, InterruptedException {
        int steps = round < 3 ? round : 5 + random.nextInt(40);
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < steps; i++) {
                String line = output.readLine();
                if (line == null || line.equals("NOTHING")) {
                    break;
                }
            }
            Thread.sleep(random.nextInt(12));
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 0;
    }

    private boolean halfDone() {
        byte[] mark = Arrays.copyOf(vault.sealText("x", "x"), 5);
        return database.sql("""
                        select count(*) filter (where substring(sealed from 1 for 5) = :mark) as fresh,
                               count(*) filter (where substring(sealed from 1 for 5) <> :mark) as old
                          from (select payload as sealed from registry.source_record
                                union all select nik_sealed from registry.person) everything
                        """)
                .param("mark", mark)
                .query((row, number) -> row.getLong("fresh") > 0 && row.getLong("old") > 0)
                .single();
    }

    private void everythingIsReadable(boolean everybody) {
        DocumentStore store = new DocumentStore(home, vault);
        for (int i = 0; i < documents.size(); i++) {
            assertThat(store.get(documents.get(i)))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("surat " + i);
        }
        List<Person> asked = new ArrayList<>(people);
        if (!everybody) {
            java.util.Collections.shuffle(asked, random);
            asked = asked.subList(0, 200);
        }
        for (Person person : asked) {
            byte[] found = database.sql("select nik_sealed from registry.person where nik_fingerprint in (:hashes)")
                    .param("hashes", vault.fingerprints("nik", person.nik()))
                    .query(byte[].class)
                    .single();
            assertThat(vault.openText(found, "registry.person.nik:" + person.id()))
                    .isEqualTo(person.nik());
            byte[] payload = database.sql("select payload from registry.source_record where id = :id")
                    .param("id", person.id())
                    .query(byte[].class)
                    .single();
            assertThat(vault.openText(payload, "registry.source_record.payload:" + person.id()))
                    .isEqualTo("isi " + person.nik());
        }
    }
}
