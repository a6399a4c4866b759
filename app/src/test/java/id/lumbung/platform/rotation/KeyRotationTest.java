package id.lumbung.platform.rotation;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import id.lumbung.platform.Home;
import id.lumbung.platform.Sight;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.key.KeyRing;
import id.lumbung.platform.key.KeyRing.Kind;
import id.lumbung.platform.key.MasterKey;
import id.lumbung.platform.key.OwnKeys;
import id.lumbung.platform.key.SealedTable;
import id.lumbung.platform.key.SealedTables;
import id.lumbung.platform.key.Vault;
import id.lumbung.platform.rotation.KeyRotator.Outcome;
import id.lumbung.registry.BusinessFacts;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.FamilyCardNumber;
import id.lumbung.registry.IncomingRecord;
import id.lumbung.registry.Nik;
import id.lumbung.registry.OwnerFacts;
import id.lumbung.registry.Phone;
import id.lumbung.registry.Registry;
import id.lumbung.registry.SourceKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys are rotated while the office serves; the worker of the process is halted here, so that each step can be looked at. */
@LumbungTest
class KeyRotationTest {
    private static final String VILLAGE = "35.07.13.1007";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Registry registry;

    @Autowired
    private Vault vault;

    @Autowired
    private Home home;

    @Autowired
    private MasterKey master;

    @Autowired
    private KeyRing ring;

    @Autowired
    private DocumentStore documents;

    @Autowired
    private List<SealedTables> sealed;

    @Autowired
    private List<OwnKeys> ownKeys;

    @Autowired
    private KeyRotationJob job;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    @FlywayDataSource
    private DataSource owner;

    private KeyRotator rotator;

    @BeforeEach
    void halt() {
        job.stop();
        rotator = new KeyRotator(owner, ring, vault, documents, sealed, ownKeys, 7, Duration.ZERO);
    }

    @AfterEach
    void goOn() {
        job.start();
    }

    @Test
    void a_clerk_finds_a_person_by_nik_before_during_and_after() throws Exception {
        Actor clerk = actors.kecamatanOfficer("35.07.13");
        Nik before = new Nik("3507990101807101");
        FamilyCardNumber kk = new FamilyCardNumber("3507990202107101");
        Phone phone = new Phone("+6281299907101");
        EnterpriseId first = admitted("Sarinem Wijiatun", before, kk, phone);
        String document = documents.put("surat lama".getBytes(StandardCharsets.UTF_8));
        assertThat(found(clerk, before.value(), kk.value(), phone.national())).containsExactly(true, true, true);
        int oldKey = ring.keys(Kind.SEAL).inUse();

        ask("rotate");
        assertThat(rotator.step()).isEqualTo(Outcome.DONE);
        assertThat(ring.keys(Kind.FINGERPRINT).announced()).hasSize(1);
        assertThat(found(clerk, before.value(), kk.value(), phone.national())).containsExactly(true, true, true);
        assertThat(rotator.step()).isEqualTo(Outcome.DONE);
        assertThat(ring.keys(Kind.SEAL).old()).contains(oldKey);
        Nik during = new Nik("3507990101807102");
        EnterpriseId second = admitted("Sarinem Wijiatun", before, kk, phone);
        admitted("Poniyem Wijiatun", during, null, new Phone("+6281299907102"));
        assertThat(owners(first, second)).as("one human being, not two").hasSize(1);
        int steps = 0;
        while (rotator.step() != Outcome.NOTHING) {
            if (steps++ % 9 == 0) {
                assertThat(found(clerk, before.value(), kk.value(), phone.national(), during.value()))
                        .containsOnly(true);
            }
        }

        assertThat(steps).isGreaterThan(20);
        assertThat(newest()).startsWith("DONE").doesNotContain("no key");
        assertThat(found(clerk, before.value(), kk.value(), phone.national(), during.value()))
                .containsOnly(true);
        assertThat(documents.get(document)).asString(StandardCharsets.UTF_8).isEqualTo("surat lama");
        assertThat(sealedOtherwise()).isZero();
    }

    @Test
    void an_old_key_goes_when_nothing_needs_it_and_stays_for_codes_that_nobody_keeps() throws Exception {
        EnterpriseId enterprise = admitted("Tumirah Sastro", new Nik("3507990101807103"), null, null);
        rotate("rotate");
        String token = Sight.system(
                "a test",
                () -> transaction.execute(status -> {
                    UUID id = UUID.randomUUID();
                    database.sql("""
                            insert into api.token (id, account, name, secret_hash, scopes, epoch, created_at, expires_at)
                            values (:id, :id, 'lama', :hash, '{}', 0, now() - interval '1 day', now() + interval '9 days')
                            """)
                            .param("id", id)
                            .param("hash", vault.fingerprint("api-token", id.toString()))
                            .update();
                    return id.toString();
                }));

        rotate("retire");

        assertThat(newest()).startsWith("DONE").contains("old fingerprint keys stay", "tokens that are still good");
        assertThat(ring.keys(Kind.SEAL).old()).isEmpty();
        assertThat(ring.keys(Kind.FINGERPRINT).old()).isNotEmpty();
        assertThat(found(actors.kecamatanOfficer("35.07.13"), "3507990101807103"))
                .containsExactly(true);
        assertThat(enterprise).isNotNull();
        database.sql("update api.token set revoked_at = now() where id = :id")
                .param("id", UUID.fromString(token))
                .update();
    }

    @Test
    void the_master_key_of_the_home_is_renewed_and_the_old_one_leaves_with_the_next_retirement() throws Exception {
        String key = Files.readString(home.resolve("keys/master.key"))
                .lines()
                .findFirst()
                .orElseThrow();

        rotate("rotate", "--master");

        assertThat(Files.readAllLines(home.resolve("keys/master.key")))
                .hasSizeGreaterThan(1)
                .contains(key)
                .first()
                .isNotEqualTo(key);
        assertThat(new Vault(home, master).openText(vault.sealText("rahasia", "x:1"), "x:1"))
                .isEqualTo("rahasia");
        rotate("retire");
        assertThat(Files.readAllLines(home.resolve("keys/master.key")))
                .hasSize(1)
                .doesNotContain(key);
        assertThat(new Vault(home, master).openText(vault.sealText("rahasia", "x:1"), "x:1"))
                .isEqualTo("rahasia");
    }

    @Test
    void the_signing_key_is_renewed_and_the_one_before_keeps_its_public_half() throws Exception {
        long before = count("select count(*) from licensing.signing_key");

        rotate("rotate", "--signing");

        assertThat(count("select count(*) from licensing.signing_key")).isEqualTo(before + 1);
        assertThat(count("select count(*) from licensing.signing_key where retired_at is null"))
                .isEqualTo(1);
    }

    @Test
    void a_new_key_waits_for_a_process_that_does_not_know_it_yet() throws Exception {
        ask("rotate");
        UUID other = UUID.randomUUID();
        database.sql("insert into platform.serving_process values (:id, now(), '{}', '{}')")
                .param("id", other)
                .update();
        int inUse = ring.keys(Kind.SEAL).inUse();

        assertThat(rotator.step()).isEqualTo(Outcome.DONE);
        assertThat(rotator.step()).isEqualTo(Outcome.WAIT);
        assertThat(ring.keys(Kind.SEAL).inUse()).isEqualTo(inUse);
        assertThat(ask("rotate")).contains("Another rotation is not over yet");
        database.sql("delete from platform.serving_process where id = :id")
                .param("id", other)
                .update();
        finish();

        assertThat(ring.keys(Kind.SEAL).inUse()).isNotEqualTo(inUse);
    }

    @Test
    void whoever_holds_a_row_is_not_waited_for_and_the_row_comes_later() throws Exception {
        EnterpriseId enterprise = admitted("Wagirah Seno", new Nik("3507990101807104"), null, null);
        ask("rotate");
        rotator.step();
        rotator.step();
        try (Connection held = owner.getConnection()) {
            held.setAutoCommit(false);
            held.createStatement().execute("select 1 from registry.person for update");
            boolean waited = false;
            for (int i = 0; i < 4000 && !waited; i++) {
                waited = rotator.step() == Outcome.WAIT;
            }
            assertThat(waited).isTrue();
            held.rollback();
        }
        finish();

        assertThat(newest()).startsWith("DONE");
        assertThat(sealedOtherwise()).isZero();
        assertThat(enterprise).isNotNull();
    }

    @Test
    void the_audit_names_every_row_sealed_anew_and_calls_it_by_its_name() throws Exception {
        EnterpriseId enterprise = admitted("Ngatinem Seno", new Nik("3507990101807105"), null, null);
        rotate("rotate");

        assertThat(count("""
                        select count(*) from identity.audit_entry
                         where record = 'registry.enterprise' and what = 'resealed'
                        """)).isNotNegative();
        assertThat(count("""
                        select count(*) from identity.audit_entry e
                         where e.record = 'registry.source_record' and e.what = 'resealed'
                           and e.door = 'rotation of keys' and e.columns = '{"payload": null}'
                        """)).isPositive();
        assertThat(count("""
                        select count(*) from identity.audit_entry
                         where record = 'platform.key_rotation' and action = 'INSERT' and door = 'command keys'
                        """)).isPositive();
        assertThat(enterprise).isNotNull();
    }

    @Test
    void a_source_record_still_never_changes() throws Exception {
        admitted("Ponirah Seno", new Nik("3507990101807106"), null, null);
        try (Connection connection = owner.getConnection()) {
            for (String statement : List.of(
                    "update registry.source_record set payload = '\\x00'",
                    "select set_config('lumbung.resealing', 'on', false);"
                            + " update registry.source_record set origin = origin || 'x'",
                    "delete from registry.source_record")) {
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> connection.createStatement().execute(statement))
                        .as(statement)
                        .hasMessageContaining("only grows");
            }
            connection.createStatement().execute("reset lumbung.resealing");
        }
    }

    /** A new column of bytes is either sealed, hashed, or on this list with a reason. */
    @Test
    void every_column_of_bytes_is_reached_by_a_rotation_or_needs_none() {
        Set<String> reached = sealed.stream()
                .flatMap(module -> module.tables().stream())
                .flatMap(table -> Stream.concat(
                                table.sealed().stream().map(SealedTable.Sealed::column),
                                table.hashed().stream().map(SealedTable.Hashed::column))
                        .map(column -> table.name() + "." + column))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> bytes = database.sql("""
                        select table_schema || '.' || table_name || '.' || column_name
                          from information_schema.columns
                         where data_type = 'bytea' and table_schema not in ('pg_catalog', 'information_schema')
                           and table_name not like 'pub\\_%'
                         order by 1
                        """).query(String.class).list();

        assertThat(bytes).containsAll(reached);
        assertThat(bytes.stream().filter(column -> !reached.contains(column)))
                .containsExactlyInAnyOrder(
                        // plain hashes of whole files
                        "intake.file.content",
                        "intake.list.content",
                        // keyed hashes of codes nobody keeps: SealedTables.oneWay
                        "api.token.secret_hash",
                        "licensing.application.case_code",
                        "privacy.request.code",
                        // gone sooner than a key is retired
                        "identity.sign_in_attempt.name_hash",
                        "identity.sign_in_attempt.device",
                        // hashes without a key, public or outside the vault
                        "api.answer.request_hash",
                        "identity.audit_entry.hash",
                        "identity.audit_head.hash",
                        "identity.audit_link.hash",
                        "identity.audit_link.prev",
                        "identity.one_time_link.token_hash",
                        "identity.passkey.credential",
                        "identity.passkey.credential_id",
                        "identity.spring_session_attributes.attribute_bytes",
                        "licensing.signing_key.public_key",
                        "reference.upload.content");
    }

    private void rotate(String... words) throws Exception {
        assertThat(ask(words)).contains("Asked for");
        finish();
        assertThat(newest()).as(String.join(" ", words)).startsWith("DONE");
    }

    private void finish() throws InterruptedException {
        Outcome outcome = rotator.step();
        while (outcome != Outcome.NOTHING) {
            if (outcome == Outcome.WAIT) {
                Thread.sleep(100);
            }
            outcome = rotator.step();
        }
    }

    private String ask(String... words) throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Connection connection = owner.getConnection()) {
            KeysCommand.run(
                    Stream.concat(Stream.of(words), Stream.of("--no-wait")).toList(),
                    connection,
                    new PrintStream(output, true, StandardCharsets.UTF_8));
            connection.createStatement().execute("reset lumbung.door");
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    private String newest() {
        return database.sql("""
                        select state || ': ' || coalesce(outcome, '') from platform.key_rotation
                         order by asked_at desc limit 1
                        """).query(String.class).single();
    }

    /** Sealed values that do not begin with the mark of the key in use. */
    private long sealedOtherwise() {
        byte[] probe = vault.sealText("x", "x");
        long others = 0;
        for (SealedTables module : sealed) {
            for (SealedTable table : module.tables()) {
                for (SealedTable.Sealed column : table.sealed()) {
                    others += JdbcClient.create(owner)
                            .sql("select count(*) from " + table.name() + " where substring(" + column.column()
                                    + " from 1 for 5) <> :mark")
                            .param("mark", java.util.Arrays.copyOf(probe, 5))
                            .query(Long.class)
                            .single();
                }
            }
        }
        return others;
    }

    private long count(String sql) {
        return JdbcClient.create(owner).sql(sql).query(Long.class).single();
    }

    private List<UUID> owners(EnterpriseId... enterprises) {
        return JdbcClient.create(owner)
                .sql("select distinct person from registry.ownership where enterprise in (:ids)")
                .param("ids", Stream.of(enterprises).map(EnterpriseId::value).toList())
                .query(UUID.class)
                .list();
    }

    private List<Boolean> found(Actor clerk, String... numbers) throws Exception {
        List<Boolean> found = new java.util.ArrayList<>();
        for (String number : numbers) {
            String page = browser.perform(post("/usaha").param("q", number).with(signedIn(clerk)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            found.add(org.jsoup.Jsoup.parse(page).select("ol.hits li").size() > 0);
        }
        return found;
    }

    private EnterpriseId admitted(String name, Nik nik, FamilyCardNumber kk, Phone phone) {
        OwnerFacts facts = new OwnerFacts(name, nik, null, kk, null, null, null, null, null, phone, null, null, false);
        BusinessFacts business = new BusinessFacts(
                "Usaha " + name,
                false,
                VILLAGE,
                VILLAGE.substring(0, 8),
                null,
                null,
                null,
                null,
                null,
                "INDIVIDUAL",
                "OWN",
                "membuat tempe",
                List.of(),
                Set.of("kuliner-olahan"),
                "091234567890000");
        return Sight.system(
                "a test",
                () -> registry.admit(
                        new IncomingRecord(
                                SourceKind.APPLICATION,
                                UUID.randomUUID().toString(),
                                VILLAGE,
                                LocalDate.of(2026, 11, 20),
                                facts,
                                business,
                                List.of()),
                        null));
    }
}
