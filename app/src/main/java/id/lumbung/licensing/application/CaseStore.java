package id.lumbung.licensing.application;

import id.lumbung.licensing.regime.CaseClock;
import id.lumbung.licensing.regime.Regimes;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.platform.key.Vault;
import id.lumbung.registry.EnterpriseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases and their events in their tables. Without a transaction row-level security shows nothing, so each call has one. */
@Component
@Transactional
class CaseStore {
    private static final String COLUMNS = """
            select id, receipt, region_code, regime_code, regime_number, state, version, answers, entered_by, typed_by,
                   created_at, changed_by, changed_at, submissions, submitted_at, clock_phase, clock_used, clock_since, due_on,
                   escalated_at, enterprise, licence
              from licensing.application
            """;
    private static final String INSERT = """
            insert into licensing.application
                (id, receipt, region_code, regime_code, regime_number, state, version, answers, owner_name, business_name,
                 village_code, entered_by, typed_by, created_at, changed_by, changed_at, clock_phase, clock_used)
            values (:id, :receipt, :kecamatan, :regime, :regimeNumber, :state, 1, :answers, :owner, :business,
                 :village, :by, array[cast(:by as uuid)], :at, :by, :at, 'NOT_STARTED', 0)
            """;
    private static final String SAVE = """
            update licensing.application
               set answers = :answers, owner_name = :owner, business_name = :business, village_code = :village,
                   version = version + 1, changed_by = :by, changed_at = :at,
                   typed_by = case when :by = any (typed_by) then typed_by else typed_by || cast(:by as uuid) end
             where id = :id
            """;
    private static final String MOVE = """
            update licensing.application
               set state = :state, version = version + 1, submissions = :submissions, submitted_at = :submittedAt,
                   ended_at = :endedAt, clock_phase = :phase, clock_used = :used, clock_since = :since, due_on = :due,
                   escalated_at = :escalatedAt, enterprise = :enterprise, licence = :licence,
                   changed_by = coalesce(cast(:by as uuid), changed_by), changed_at = :at
             where id = :id
            """;
    private static final String NEXT_RECEIPT = """
            insert into licensing.receipt_counter as counter (region_code, year, last)
            values (:kecamatan, :year, 1)
            on conflict (region_code, year) do update set last = counter.last + 1
            returning last
            """;
    private static final String EVENT = """
            insert into licensing.application_event
                (id, application, region_code, at, actor, action, from_state, to_state, note, ground)
            values (:id, :application, :kecamatan, :at, :actor, :action, :from, :to, :note, :ground)
            """;
    private static final String CORRECTION = """
            insert into licensing.application_correction (event, region_code, field, sentence)
            values (:event, :kecamatan, :field, :sentence)
            """;
    private static final String EVENTS = """
            select id, at, actor, action, from_state, to_state, note, ground
              from licensing.application_event
             where application = :application
             order by at, id
             limit 500
            """;

    private final JdbcClient database;
    private final Vault vault;
    private final Regimes regimes;

    CaseStore(JdbcClient database, Vault vault, Regimes regimes) {
        this.database = database;
        this.vault = vault;
        this.regimes = regimes;
    }

    Optional<Case> find(UUID id) {
        return database.sql(COLUMNS + " where id = :id and erased_at is null")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<Case> findForUpdate(UUID id) {
        return database.sql(COLUMNS + " where id = :id and erased_at is null for update")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    Optional<Case> findByCaseCode(List<byte[]> fingerprints) {
        return database.sql(COLUMNS + " where case_code in (:codes)")
                .param("codes", fingerprints)
                .query(this::row)
                .optional();
    }

    private Case row(ResultSet row, int number) throws SQLException {
        UUID id = Sql.uuid(row, "id");
        UUID enterprise = Sql.uuidOrNull(row, "enterprise");
        return new Case(
                id,
                row.getString("receipt"),
                row.getString("region_code"),
                regimes.get(row.getString("regime_code"), row.getInt("regime_number")),
                Answers.read(vault.openText(row.getBytes("answers"), context(id))),
                new Case.Progress(
                        row.getString("state"),
                        row.getInt("version"),
                        row.getInt("submissions"),
                        Sql.instantOrNull(row, "submitted_at"),
                        new CaseClock(
                                CaseClock.Phase.valueOf(row.getString("clock_phase")),
                                row.getInt("clock_used"),
                                Sql.dateOrNull(row, "clock_since")),
                        Sql.dateOrNull(row, "due_on"),
                        Sql.instantOrNull(row, "escalated_at")),
                new Case.Hands(
                        Sql.uuid(row, "entered_by"),
                        Set.of((UUID[]) row.getArray("typed_by").getArray()),
                        Sql.instant(row, "created_at"),
                        Sql.uuid(row, "changed_by"),
                        Sql.instant(row, "changed_at")),
                enterprise == null ? null : new EnterpriseId(enterprise),
                Sql.uuidOrNull(row, "licence"));
    }

    private static String context(UUID id) {
        return "licensing.application.answers:" + id;
    }

    String nextReceipt(String kecamatan, int year) {
        int running = database.sql(NEXT_RECEIPT)
                .param("kecamatan", kecamatan)
                .param("year", year)
                .query(Integer.class)
                .single();
        return "PM-" + kecamatan + "-" + year + "-" + String.format("%05d", running);
    }

    void insert(Case draft) {
        written(INSERT, draft.id(), draft.answers())
                .param("receipt", draft.receipt())
                .param("kecamatan", draft.kecamatan())
                .param("regime", draft.regime().code())
                .param("regimeNumber", draft.regime().number())
                .param("state", draft.progress().state())
                .param("by", draft.hands().enteredBy())
                .param("at", Sql.at(draft.hands().createdAt()))
                .update();
    }

    void save(UUID id, Answers answers, UUID by, Instant at) {
        written(SAVE, id, answers).param("by", by).param("at", Sql.at(at)).update();
    }

    private JdbcClient.StatementSpec written(String sql, UUID id, Answers answers) {
        String village = answers.of(Question.VILLAGE);
        return database.sql(sql)
                .param("id", id)
                .param("answers", vault.sealText(answers.json(), context(id)))
                .param("owner", answers.of(Question.OWNER_NAME))
                .param("business", answers.of(Question.BUSINESS_NAME))
                .param("village", village.isEmpty() ? null : village);
    }

    void move(Case moved, @Nullable UUID by, Instant at) {
        Case.Progress progress = moved.progress();
        EnterpriseId enterprise = moved.enterprise();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", moved.id());
        values.put("state", progress.state());
        values.put("submissions", progress.submissions());
        values.put("submittedAt", atOrNull(progress.submittedAt()));
        values.put("endedAt", moved.state().ended() ? Sql.at(at) : null);
        values.put("phase", progress.clock().phase().name());
        values.put("used", progress.clock().used());
        values.put("since", progress.clock().runningSince());
        values.put("due", progress.dueOn());
        values.put("escalatedAt", atOrNull(progress.escalatedAt()));
        values.put("enterprise", enterprise == null ? null : enterprise.value());
        values.put("licence", moved.licence());
        values.put("by", by);
        values.put("at", Sql.at(at));
        database.sql(MOVE).params(values).update();
    }

    private static @Nullable Object atOrNull(@Nullable Instant instant) {
        return instant == null ? null : Sql.at(instant);
    }

    /** Somebody has put a hand to the file without changing an answer. */
    void touch(UUID id, UUID by, Instant at) {
        database.sql("""
                        update licensing.application
                           set changed_by = :by, changed_at = :at,
                               typed_by = case when :by = any (typed_by) then typed_by else typed_by || cast(:by as uuid) end
                         where id = :id
                        """)
                .param("id", id)
                .param("by", by)
                .param("at", Sql.at(at))
                .update();
    }

    void setCaseCode(UUID id, byte[] fingerprint) {
        database.sql("update licensing.application set case_code = :code where id = :id")
                .param("id", id)
                .param("code", fingerprint)
                .update();
    }

    void append(Case of, CaseEvent event) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", event.id());
        values.put("application", of.id());
        values.put("kecamatan", of.kecamatan());
        values.put("at", Sql.at(event.at()));
        values.put("actor", event.actor());
        values.put("action", event.action());
        values.put("from", event.from());
        values.put("to", event.to());
        values.put("note", event.note());
        values.put("ground", event.ground());
        database.sql(EVENT).params(values).update();
        event.corrections()
                .forEach(correction -> database.sql(CORRECTION)
                        .param("event", event.id())
                        .param("kecamatan", of.kecamatan())
                        .param("field", correction.field())
                        .param("sentence", correction.sentence())
                        .update());
    }

    /** The oldest first. */
    List<CaseEvent> eventsOf(UUID application) {
        Map<UUID, List<CaseEvent.Correction>> corrections = new HashMap<>();
        database.sql("""
                        select c.event, c.field, c.sentence
                          from licensing.application_correction c
                          join licensing.application_event e on e.id = c.event
                         where e.application = :application
                         order by c.event, c.field
                         limit 2000
                        """).param("application", application).query(row -> {
            corrections
                    .computeIfAbsent(Sql.uuid(row, "event"), none -> new java.util.ArrayList<>())
                    .add(new CaseEvent.Correction(row.getString("field"), row.getString("sentence")));
        });
        return database.sql(EVENTS)
                .param("application", application)
                .query((row, number) -> new CaseEvent(
                        Sql.uuid(row, "id"),
                        Sql.instant(row, "at"),
                        Sql.uuidOrNull(row, "actor"),
                        row.getString("action"),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getString("note"),
                        row.getString("ground"),
                        corrections.getOrDefault(Sql.uuid(row, "id"), List.of())))
                .list();
    }

    static UUID newId() {
        return Ids.next();
    }
}
