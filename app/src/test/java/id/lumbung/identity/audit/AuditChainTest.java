package id.lumbung.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import id.lumbung.TestDatabase;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.ReadingLog;
import id.lumbung.identity.TestActors;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody with every right on the database tampers; the verification tells. Each tampering is done by a superuser with
 * all triggers off, in a transaction that is rolled back afterwards.
 */
@LumbungTest
class AuditChainTest {
    @Autowired
    private AuditSealer sealer;

    @Autowired
    private ReadingLog readings;

    @Autowired
    private TestActors actors;

    @Autowired
    private DataSource dataSource;

    @Autowired
    @FlywayDataSource
    private DataSource ownerDataSource;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    private interface Tampering {
        void on(Statement database) throws SQLException;
    }

    private long first;
    private long last;

    @BeforeEach
    void ten_readings_are_in_the_chain() throws SQLException {
        Actor officer = actors.kecamatanOfficer("35.07.13");
        for (int i = 0; i < 10; i++) {
            CurrentActor.runAs(
                    officer, () -> readings.record("enterprise", UUID.randomUUID(), "nik", "CHECK", "35.07.13.1007"));
        }
        sealer.seal();
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select max(seq) - 9, max(seq) from identity.audit_link")) {
            row.next();
            first = row.getLong(1);
            last = row.getLong(2);
        }
    }

    @Test
    void an_untouched_chain_is_complete() throws SQLException {
        assertThat(findings(List.of(), nothing -> {})).isEmpty();
    }

    @Test
    void an_altered_entry_is_found() throws SQLException {
        assertThat(findings(
                        List.of(),
                        database -> database.execute("update identity.audit_entry set purpose = 'VISIT' where entry = "
                                + "(select entry from identity.audit_link where seq = " + (first + 3) + ")")))
                .singleElement()
                .asString()
                .contains("(link " + (first + 3) + ") was altered");
    }

    @Test
    void an_altered_entry_with_its_hash_made_anew_is_found() throws SQLException {
        assertThat(findings(
                        List.of(),
                        database -> database.execute("update identity.audit_entry set hash = sha256('x') where entry = "
                                + "(select entry from identity.audit_link where seq = " + (first + 3) + ")")))
                .anySatisfy(sentence -> assertThat(sentence).contains("Link " + (first + 3) + " does not match"));
    }

    @Test
    void a_deleted_entry_is_found() throws SQLException {
        assertThat(findings(
                        List.of(),
                        database -> database.execute("delete from identity.audit_entry where entry = "
                                + "(select entry from identity.audit_link where seq = " + (first + 5) + ")")))
                .singleElement()
                .asString()
                .contains("(link " + (first + 5) + ") is missing: it was deleted");
    }

    @Test
    void an_entry_deleted_together_with_its_link_is_found() throws SQLException {
        assertThat(findings(List.of(), database -> {
                    database.execute("delete from identity.audit_entry where entry = "
                            + "(select entry from identity.audit_link where seq = " + (first + 5) + ")");
                    database.execute("delete from identity.audit_link where seq = " + (first + 5));
                }))
                .singleElement()
                .asString()
                .isEqualTo("Links %d to %d are missing from the chain.", first + 5, first + 5);
    }

    @Test
    void exchanged_entries_are_found() throws SQLException {
        assertThat(findings(List.of(), database -> {
                    database.execute("alter table identity.audit_link drop constraint audit_link_entry");
                    database.execute("update identity.audit_link a set entry = b.entry from identity.audit_link b"
                            + " where a.seq in (" + (first + 2) + ", " + (first + 6) + ") and b.seq in (" + (first + 2)
                            + ", " + (first + 6) + ") and a.seq <> b.seq");
                }))
                .anySatisfy(sentence -> assertThat(sentence).contains("Link " + (first + 2) + " does not match"))
                .anySatisfy(sentence -> assertThat(sentence).contains("Link " + (first + 6) + " does not match"));
    }

    @Test
    void an_inserted_entry_is_found() throws SQLException {
        assertThat(findings(
                        List.of(),
                        database -> database.execute("insert into identity.audit_entry overriding system value"
                                + " select 99999999, at, actor, address, session, door, action, record, keys, rows,"
                                + " columns, subject_kind, subject, what, purpose, region_code, hash"
                                + " from identity.audit_entry where entry = "
                                + "(select entry from identity.audit_link where seq = " + (first + 3) + ")")))
                .singleElement()
                .asString()
                .contains("Entry 99999999 stands outside the chain: it was inserted");
    }

    /** With its hash right and the sealer linking it: its time gives it away. */
    @Test
    void an_entry_put_in_later_with_an_old_date_is_found() throws SQLException {
        assertThat(findings(List.of(), database -> {
                    database.execute("set session_replication_role = origin");
                    database.execute("insert into identity.audit_entry (action, record, keys, rows, region_code)"
                            + " values ('READ', 'identity.reading', '{}', 1, '')");
                    database.execute("set session_replication_role = replica");
                    database.execute(dated("max(entry)", "now() - interval '3 days'"));
                    database.execute("select identity.audit_seal(1000)");
                }))
                .singleElement()
                .asString()
                .contains("claims a time more than an hour before");
    }

    @Test
    void a_tail_cut_off_is_found_with_a_published_head() throws SQLException {
        List<AuditHead> kept = List.of(head(last));
        Tampering cut = database -> {
            database.execute("delete from identity.audit_entry where entry in "
                    + "(select entry from identity.audit_link where seq > " + (last - 4) + ")");
            database.execute("delete from identity.audit_link where seq > " + (last - 4));
        };

        assertThat(findings(List.of(), cut)).isEmpty();
        assertThat(findings(kept, cut))
                .singleElement()
                .asString()
                .contains("link " + last)
                .contains("its tail was cut off");
    }

    /** Everything from the altered entry on is computed anew, as somebody with the source code can. */
    @Test
    void a_tail_rewritten_with_all_hashes_right_is_found_with_a_published_head() throws SQLException {
        List<AuditHead> kept = List.of(head(last));
        Tampering rewrite = database -> {
            database.execute("update identity.audit_entry set actor = null where entry = "
                    + "(select entry from identity.audit_link where seq = " + (first + 1) + ")");
            database.execute(dated("(select entry from identity.audit_link where seq = " + (first + 1) + ")", "at"));
            for (long seq = first + 1; seq <= last; seq++) {
                database.execute(
                        "update identity.audit_link l set prev = p.hash, hash = sha256(p.hash || int8send(l.seq)"
                                + " || int8send(l.entry) || int8send((extract(epoch from l.sealed_at) * 1000000)::bigint) || e.hash)"
                                + " from identity.audit_link p, identity.audit_entry e"
                                + " where p.seq = l.seq - 1 and e.entry = l.entry and l.seq = " + seq);
            }
        };

        assertThat(findings(List.of(), rewrite)).isEmpty();
        assertThat(findings(kept, rewrite))
                .singleElement()
                .asString()
                .contains("does not match link " + last)
                .contains("rewritten");
    }

    @Test
    void a_trigger_switched_off_is_found() throws SQLException {
        assertThat(findings(List.of(), database -> {
                    database.execute("alter table identity.account disable trigger audited_update");
                    database.execute("alter table identity.audit_entry disable trigger audit_entry_is_append_only");
                }))
                .containsExactlyInAnyOrder(
                        "Table identity.account is not watched: a trigger of the audit is missing or switched off.",
                        "Table identity.audit_entry can be changed: its append-only trigger is missing or switched off.");
    }

    @Test
    void neither_the_application_nor_the_owner_can_change_or_forge_it() throws SQLException {
        for (DataSource login : List.of(dataSource, ownerDataSource)) {
            for (String change : List.of(
                    "update identity.audit_entry set purpose = 'x'",
                    "delete from identity.audit_entry",
                    "truncate identity.audit_entry",
                    "update identity.audit_link set seq = seq + 1",
                    "delete from identity.audit_link",
                    "delete from identity.audit_head")) {
                try (Connection connection = login.getConnection();
                        Statement statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.execute(change))
                            .as(change)
                            .isInstanceOf(SQLException.class)
                            .hasMessageMatching("(?s).*(permission denied|append-only).*");
                }
            }
        }
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(
                            "insert into identity.audit_entry (action, record, keys, rows, region_code)"
                                    + " values ('READ', 'x', '{}', 1, '')"))
                    .hasMessageContaining("permission denied");
        }
    }

    /** A transaction that was open all the while gets its link when it commits; the numbers have no gap. */
    @Test
    void a_late_transaction_neither_waits_nor_is_forgotten() throws Exception {
        Actor officer = actors.kecamatanOfficer("35.07.13");
        UUID late = UUID.randomUUID();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> CurrentActor.runAs(officer, () -> {
                    transaction.executeWithoutResult(status -> {
                        readings.record("enterprise", late, "nik", "CHECK", "35.07.13.1007");
                        written.countDown();
                        try {
                            assertThat(sealed.await(30, TimeUnit.SECONDS)).isTrue();
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                    });
                }));
        assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
        CurrentActor.runAs(
                officer, () -> readings.record("enterprise", UUID.randomUUID(), "nik", "CHECK", "35.07.13.1007"));
        sealer.seal();
        sealed.countDown();
        slow.join();
        sealer.seal();

        assertThat(findings(List.of(), nothing -> {})).isEmpty();
        try (Connection superuser = superuser();
                PreparedStatement asked = superuser.prepareStatement("select count(*) from identity.audit_link l"
                        + " join identity.audit_entry e on e.entry = l.entry where e.subject = ?")) {
            asked.setObject(1, late);
            try (ResultSet row = asked.executeQuery()) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void the_command_says_so_in_words_and_with_its_exit_code() throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int good;
        int bad;
        try (Connection owner = ownerDataSource.getConnection()) {
            good = AuditCommand.verify(owner, AuditHead.read(head(last).line()), out);
            bad = AuditCommand.verify(
                    owner, List.of(new AuditHead(LocalDate.of(2026, 11, 23), last, "0".repeat(64))), out);
        }

        assertThat(good).isZero();
        assertThat(bad).isEqualTo(1);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("The audit is complete and unaltered.")
                .contains("The head published for 2026-11-23 does not match link " + last)
                .contains("NOT intact: 1 findings");
        assertThat(AuditCommand.run(new String[] {"verify", "--home", "/nowhere"}, out))
                .isEqualTo(2);
    }

    /** Statement that gives an entry another time and a hash that fits, as somebody with the source code can. */
    private static String dated(String entry, String time) {
        return "update identity.audit_entry e set at = " + time + ", hash = sha256(convert_to('lumbung-audit-1,'"
                + " || identity.audit_part(e.entry::text)"
                + " || identity.audit_part(((extract(epoch from " + time + ") * 1000000)::bigint)::text)"
                + " || identity.audit_part(e.actor::text) || identity.audit_part(e.address)"
                + " || identity.audit_part(e.session) || identity.audit_part(e.door)"
                + " || identity.audit_part(e.action) || identity.audit_part(e.record)"
                + " || identity.audit_part(e.keys::text) || identity.audit_part(e.rows::text)"
                + " || identity.audit_part(e.columns) || identity.audit_part(e.subject_kind)"
                + " || identity.audit_part(e.subject::text) || identity.audit_part(e.what)"
                + " || identity.audit_part(e.purpose) || identity.audit_part(e.region_code), 'UTF8'))"
                + " where e.entry = (select " + (entry.startsWith("(") ? entry : entry + " from identity.audit_entry")
                + ")";
    }

    private AuditHead head(long seq) throws SQLException {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select encode(hash, 'hex') from identity.audit_link where seq = " + seq)) {
            row.next();
            return new AuditHead(LocalDate.of(2026, 11, 24), seq, row.getString(1));
        }
    }

    private List<String> findings(List<AuditHead> heads, Tampering tampering) throws SQLException {
        List<String> sentences = new ArrayList<>();
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(727640, 1)"); // the sealer keeps still meanwhile
            statement.execute("set local session_replication_role = replica");
            tampering.on(statement);
            AuditVerification.run(superuser, heads, sentences::add);
            superuser.rollback();
        }
        return sentences;
    }

    private Connection superuser() throws SQLException {
        String name =
                database.sql("select current_database()").query(String.class).single();
        return DriverManager.getConnection(TestDatabase.serverUrl(name));
    }
}
