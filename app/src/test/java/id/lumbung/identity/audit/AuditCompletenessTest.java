package id.lumbung.identity.audit;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.ReadingLog;
import id.lumbung.identity.TestActors;
import id.lumbung.platform.Origin;
import id.lumbung.platform.Sight;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing changes and no personal data is read without an entry; the catalogue of the database is the witness. */
@LumbungTest
class AuditCompletenessTest {
    private static final String NEWEST = """
            select action, record, rows, columns, subject_kind, subject::text as subject, what, purpose, address, session, door,
                   actor::text as actor, keys::text as keys
              from identity.audit_entry
             where record = :record
             order by entry desc
             limit 1
            """;

    @Autowired
    private JdbcClient database;

    @Autowired
    @FlywayDataSource
    private DataSource owner;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestActors actors;

    @Autowired
    private ReadingLog readings;

    @Autowired
    private MockMvc web;

    /** All tables of all schemas: watched, or on the list below with a reason. */
    @Test
    void every_table_is_watched_or_has_a_reason_not_to_be() {
        assertThat(database.sql("select name from identity.audit_unwatched order by name")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(database.sql("select name from identity.audit_exempt order by name")
                        .query(String.class)
                        .list())
                .as("tables left out of the audit; whoever adds one gives a reason that convinces")
                .containsExactly(
                        "identity.audit_entry",
                        "identity.audit_head",
                        "identity.audit_link",
                        "identity.audit_pending",
                        "identity.reading",
                        "identity.spring_session_attributes",
                        "intake.list_record",
                        "intake.running",
                        "licensing.number_counter",
                        "licensing.receipt_counter",
                        "matching.coverage",
                        "matching.coverage_count",
                        "matching.coverage_mix",
                        "matching.pair",
                        "matching.record",
                        "matching.waiting_list",
                        "platform.event_publication",
                        "platform.key_rotation_step",
                        "platform.serving_process",
                        "registry.name_entry",
                        "registry.name_word");
        assertThat(database.sql("""
                        select count(distinct c.oid)
                          from pg_class c
                          join pg_trigger t on t.tgrelid = c.oid and t.tgname = 'audited_insert'
                        """).query(Integer.class).single()).isGreaterThan(45);
    }

    @Test
    void a_change_says_who_when_from_where_and_which_columns() {
        Actor administrator = actors.administrator();
        Actor someone = actors.kecamatanOfficer("35.07.13");
        Origin origin = new Origin("203.0.113.7", "ab12cd34ab12cd34", "POST /akun/…/wajib-ganti");

        Origin.<@Nullable Void>within(origin, () -> {
            CurrentActor.runAs(
                    administrator,
                    () -> transaction.executeWithoutResult(status -> database.sql(
                                    "update identity.account set must_change = true, full_name = 'Sri' where id = :id")
                            .param("id", someone.account())
                            .update()));
            return null;
        });

        Map<String, Object> entry = newest("identity.account");
        assertThat(entry)
                .containsEntry("action", "UPDATE")
                .containsEntry("actor", administrator.account().toString())
                .containsEntry("address", "203.0.113.7")
                .containsEntry("session", "ab12cd34ab12cd34")
                .containsEntry("door", "POST /akun/…/wajib-ganti")
                .containsEntry("subject_kind", "account")
                .containsEntry("subject", someone.account().toString())
                .containsEntry("keys", "{" + someone.account() + "}")
                .containsEntry("columns", "{\"full_name\": null, \"must_change\": [false, true]}");
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_entry() {
        Actor someone = actors.kecamatanOfficer("35.07.13");
        transaction.executeWithoutResult(status -> {
            database.sql("update identity.account set must_change = true where id = :id")
                    .param("id", someone.account())
                    .update();
            status.setRollbackOnly();
        });

        assertThat(entriesAbout(someone.account(), "UPDATE")).isZero();
    }

    @Test
    void a_large_statement_is_told_in_pieces_that_name_every_row() {
        transaction.executeWithoutResult(status -> database.sql("""
                        insert into identity.sign_in_attempt (id, at, address, name_hash, succeeded)
                        select gen_random_uuid(), now(), '203.0.113.9', '\\x00', false from generate_series(1, 1200)
                        """).update());

        List<Integer> pieces = Sight.system(
                "test",
                () -> transaction.execute(
                        status -> database.sql("""
                        select rows from identity.audit_entry
                         where record = 'identity.sign_in_attempt' and rows > 1 and array_length(keys, 1) = rows
                         order by entry desc limit 3
                        """).query(Integer.class).list()));
        assertThat(pieces).containsExactlyInAnyOrder(500, 500, 200);
    }

    @Test
    void a_table_made_later_is_watched_from_the_next_start_on() {
        JdbcClient asOwner = JdbcClient.create(owner);
        asOwner.sql("create table platform.made_later (id int primary key, name text)")
                .update();
        try {
            assertThat(asOwner.sql("select name from identity.audit_unwatched")
                            .query(String.class)
                            .list())
                    .containsExactly("platform.made_later");
            new AuditWatch(owner).afterSingletonsInstantiated();
            asOwner.sql("insert into platform.made_later values (7, 'Sri')").update();

            assertThat(newest("platform.made_later"))
                    .containsEntry("action", "INSERT")
                    .containsEntry("keys", "{7}")
                    .containsEntry("address", "db:lumbung_owner")
                    .extractingByKey("columns")
                    .isNull();
        } finally {
            asOwner.sql("drop table platform.made_later").update();
        }
    }

    @Test
    void a_reading_is_an_entry() {
        Actor officer = actors.kecamatanOfficer("35.07.13");
        UUID subject = UUID.randomUUID();
        CurrentActor.runAs(officer, () -> readings.record("enterprise", subject, "nik", "review", "35.07.13.1007"));

        assertThat(newest("identity.reading"))
                .containsEntry("action", "READ")
                .containsEntry("subject", subject.toString())
                .containsEntry("what", "nik")
                .containsEntry("purpose", "review");
    }

    @Test
    void the_door_keeps_no_identifier_code_or_token() {
        assertThat(OriginFilter.door("GET", "/usaha/0193f2b0-aaaa-7bbb-8ccc-0123456789ab/nib"))
                .isEqualTo("GET /usaha/…/nib");
        assertThat(OriginFilter.door("GET", "/atur/mQ-UXTbpJArYs2NPhZgYU6Lw1qepPOMdqEQ-KOp7a4w"))
                .isEqualTo("GET /atur/…");
        assertThat(OriginFilter.door("GET", "/c/K7QM-2XWD-9HTA")).isEqualTo("GET /c/…");
    }

    @Test
    void the_head_and_the_administrator_read_it_and_others_do_not() throws Exception {
        Actor officer = actors.kecamatanOfficer("35.07.13");
        UUID subject = UUID.randomUUID();
        CurrentActor.runAs(officer, () -> readings.record("enterprise", subject, "nik", "review", "35.07.13.1007"));

        for (Actor reader : List.of(actors.dinasHead(), actors.administrator())) {
            web.perform(get("/audit").param("subjek", subject.toString()).with(signedIn(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString(officer.name())))
                    .andExpect(content().string(Matchers.containsString("pemeriksaan permohonan")));
        }
        assertThat(newest("identity.reading"))
                .containsEntry("what", "audit")
                .containsEntry("subject", subject.toString());
        web.perform(get("/audit").with(signedIn(officer))).andExpect(status().isForbidden());
        web.perform(get("/audit").param("dari", "kemarin").with(signedIn(actors.dinasHead())))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("Tulis tanggal seperti")));
    }

    @Test
    void an_administrator_of_one_kecamatan_reads_of_that_one_only() throws Exception {
        Actor officer = actors.kecamatanOfficer("35.07.13");
        UUID subject = UUID.randomUUID();
        CurrentActor.runAs(officer, () -> readings.record("enterprise", subject, "nik", "review", "35.07.13.1007"));

        web.perform(get("/audit").param("subjek", subject.toString()).with(signedIn(actors.administrator("35.07.14"))))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString(officer.name()))));
    }

    @Test
    void anybody_can_fetch_the_heads() throws Exception {
        web.perform(get("/audit/kepala")).andExpect(status().isOk());
        web.perform(get("/audit/kepala.json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.heads").isArray());
        assertThat(AuditHead.read(
                        "{\"heads\":[{\"day\":\"2026-11-24\",\"seq\":12,\"hash\":\"" + "a1".repeat(32) + "\"}]}"))
                .singleElement()
                .satisfies(head -> assertThat(head.seq()).isEqualTo(12));
    }

    private long entriesAbout(UUID subject, String action) {
        Long count = Sight.system(
                "test",
                () -> transaction.execute(status -> database.sql(
                                "select count(*) from identity.audit_entry where subject = :subject and action = :action")
                        .param("subject", subject)
                        .param("action", action)
                        .query(Long.class)
                        .single()));
        return count == null ? 0 : count;
    }

    private Map<String, Object> newest(String record) {
        Map<String, Object> entry = Sight.system(
                "test",
                () -> transaction.execute(status ->
                        database.sql(NEWEST).param("record", record).query().singleRow()));
        assertThat(entry).isNotNull();
        return entry == null ? Map.of() : entry;
    }
}
