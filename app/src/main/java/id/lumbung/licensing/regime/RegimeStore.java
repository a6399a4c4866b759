package id.lumbung.licensing.regime;

import id.lumbung.identity.Role;
import id.lumbung.platform.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Regime versions in their tables. A version never changes once written, so what was read once is kept. */
@Component
class RegimeStore {
    private record Key(String code, int number) {}

    private static final String VERSION = """
            select code, number, name_id, name_en, kind, valid_from, valid_to, source,
                   deadline_days, deadline_effect, escalate_to,
                   licence_title, number_template, document_class, number_type, validity_years, signatory_title, on_behalf
              from licensing.regime_version
             where code = :code
               and number = :number
            """;
    private static final String BASIS = """
            select line from licensing.regime_basis where code = :code and number = :number order by position
            """;
    private static final String STATES = """
            select state, name_id, name_en, ended, applicant_id, applicant_en
              from licensing.regime_state where code = :code and number = :number order by position
            """;
    private static final String TRANSITIONS = """
            select action, name_id, name_en, from_state, to_state, roles, second_person, clock, asks, effect
              from licensing.regime_transition where code = :code and number = :number order by position
            """;
    private static final String ATTACHMENTS = """
            select attachment, name_id, name_en, hint_id, hint_en, required, image_only
              from licensing.regime_attachment where code = :code and number = :number order by position
            """;
    private static final String GROUNDS = """
            select ground, name_id, name_en, warnings
              from licensing.regime_ground
             where code = :code and number = :number and purpose = :purpose order by position
            """;

    private final JdbcClient database;
    private final Clock clock;
    private final Map<Key, RegimeVersion> known = new ConcurrentHashMap<>();

    RegimeStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<String> codes() {
        return database.sql("""
                        select code from licensing.regime_version group by code order by min(valid_from), code limit 200
                        """).query(String.class).list();
    }

    /** All versions, the oldest first. */
    List<RegimeVersion> versionsOf(String code) {
        return database
                .sql("select number from licensing.regime_version where code = :code order by number limit 1000")
                .param("code", code)
                .query(Integer.class)
                .list()
                .stream()
                .flatMap(number -> find(code, number).stream())
                .toList();
    }

    Optional<RegimeVersion> find(String code, int number) {
        Key key = new Key(code, number);
        RegimeVersion kept = known.get(key);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<RegimeVersion> read = read(key);
        read.ifPresent(version -> known.put(key, version));
        return read;
    }

    private Optional<RegimeVersion> read(Key key) {
        return ask(VERSION, key).query((row, n) -> version(row, key)).optional();
    }

    private JdbcClient.StatementSpec ask(String question, Key key) {
        return database.sql(question).param("code", key.code()).param("number", key.number());
    }

    private RegimeVersion version(ResultSet row, Key key) throws SQLException {
        int years = row.getInt("validity_years");
        Integer validity = row.wasNull() ? null : years;
        String escalateTo = row.getString("escalate_to");
        Deadline deadline = new Deadline(
                row.getInt("deadline_days"),
                DeadlineEffect.valueOf(row.getString("deadline_effect")),
                escalateTo == null ? null : Role.valueOf(escalateTo));
        LicenceForm licence = new LicenceForm(
                row.getString("licence_title"),
                new NumberFormat(
                        row.getString("number_template"),
                        row.getString("document_class"),
                        row.getString("number_type")),
                validity,
                row.getString("signatory_title"),
                row.getString("on_behalf"));
        return new RegimeVersion(
                key.code(),
                key.number(),
                words(row, "name"),
                RegimeKind.valueOf(row.getString("kind")),
                Sql.date(row, "valid_from"),
                Sql.dateOrNull(row, "valid_to"),
                new LegalBasis(ask(BASIS, key).query(String.class).list(), row.getString("source")),
                procedure(key, deadline),
                grounds(key),
                licence);
    }

    private Procedure procedure(Key key, Deadline deadline) {
        List<State> states = ask(STATES, key)
                .query((row, n) -> new State(
                        row.getString("state"), words(row, "name"), row.getBoolean("ended"), words(row, "applicant")))
                .list();
        List<Transition> transitions = ask(TRANSITIONS, key)
                .query((row, n) -> new Transition(
                        row.getString("action"),
                        words(row, "name"),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        constants(Role.class, row.getArray("roles")),
                        row.getBoolean("second_person"),
                        ClockEffect.valueOf(row.getString("clock")),
                        constants(Asked.class, row.getArray("asks")),
                        CaseEffect.valueOf(row.getString("effect"))))
                .list();
        List<AttachmentKind> attachments = ask(ATTACHMENTS, key)
                .query((row, n) -> new AttachmentKind(
                        row.getString("attachment"),
                        words(row, "name"),
                        words(row, "hint"),
                        row.getBoolean("required"),
                        row.getBoolean("image_only")))
                .list();
        return new Procedure(states, transitions, attachments, deadline);
    }

    private RegimeVersion.Grounds grounds(Key key) {
        return new RegimeVersion.Grounds(
                ask(GROUNDS, key)
                        .param("purpose", "REFUSAL")
                        .query((row, n) -> new Ground(row.getString("ground"), words(row, "name")))
                        .list(),
                ask(GROUNDS, key)
                        .param("purpose", "REVOCATION")
                        .query((row, n) -> new RevocationGround(
                                row.getString("ground"), words(row, "name"), row.getInt("warnings")))
                        .list());
    }

    private static Words words(ResultSet row, String name) throws SQLException {
        return new Words(row.getString(name + "_id"), row.getString(name + "_en"));
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, Array array) throws SQLException {
        EnumSet<E> found = EnumSet.noneOf(type);
        Arrays.stream((String[]) array.getArray())
                .map(name -> Enum.valueOf(type, name))
                .forEach(found::add);
        return found;
    }

    RegimeVersion append(RegimeVersion draft, UUID by) {
        database.sql("select pg_advisory_xact_lock(hashtext('licensing.regime:' || :code))")
                .param("code", draft.code())
                .query()
                .singleRow();
        int number = database.sql(
                        "select coalesce(max(number), 0) + 1 from licensing.regime_version where code = :code")
                .param("code", draft.code())
                .query(Integer.class)
                .single();
        Key key = new Key(draft.code(), number);
        insertVersion(key, draft, by);
        insertProcedure(key, draft);
        insertGrounds(key, draft.grounds());
        return read(key).orElseThrow();
    }

    private void insertVersion(Key key, RegimeVersion draft, UUID by) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name_id", draft.name().id());
        values.put("name_en", draft.name().en());
        values.put("kind", draft.kind().name());
        values.put("valid_from", draft.from());
        values.put("valid_to", draft.to());
        values.put("source", draft.basis().source());
        Deadline deadline = draft.procedure().deadline();
        Role escalateTo = deadline.escalateTo();
        values.put("deadline_days", deadline.workingDays());
        values.put("deadline_effect", deadline.effect().name());
        values.put("escalate_to", escalateTo == null ? null : escalateTo.name());
        LicenceForm licence = draft.licence();
        values.put("licence_title", licence.title());
        values.put("number_template", licence.number().template());
        values.put("document_class", licence.number().documentClass());
        values.put("number_type", licence.number().type());
        values.put("validity_years", licence.validityYears());
        values.put("signatory_title", licence.signatoryTitle());
        values.put("on_behalf", licence.onBehalf());
        values.put("written_at", Sql.at(clock.instant()));
        values.put("written_by", by);
        insert("regime_version", key, values);
        List<String> lines = draft.basis().lines();
        for (int i = 0; i < lines.size(); i++) {
            insert("regime_basis", key, Map.of("position", i, "line", lines.get(i)));
        }
    }

    private void insertProcedure(Key key, RegimeVersion draft) {
        int position = 0;
        for (State state : draft.procedure().states()) {
            Map<String, @Nullable Object> values = named(position++, state.name());
            values.put("state", state.code());
            values.put("ended", state.ended());
            values.put("applicant_id", state.forApplicant().id());
            values.put("applicant_en", state.forApplicant().en());
            insert("regime_state", key, values);
        }
        for (Transition transition : draft.procedure().transitions()) {
            Map<String, @Nullable Object> values = named(position++, transition.name());
            values.put("action", transition.action());
            values.put("from_state", transition.from());
            values.put("to_state", transition.to());
            values.put("roles", names(transition.roles()));
            values.put("second_person", transition.secondPerson());
            values.put("clock", transition.clock().name());
            values.put("asks", names(transition.asks()));
            values.put("effect", transition.effect().name());
            insert("regime_transition", key, values);
        }
        for (AttachmentKind attachment : draft.procedure().attachments()) {
            Map<String, @Nullable Object> values = named(position++, attachment.name());
            values.put("attachment", attachment.code());
            values.put("hint_id", attachment.hint().id());
            values.put("hint_en", attachment.hint().en());
            values.put("required", attachment.required());
            values.put("image_only", attachment.imageOnly());
            insert("regime_attachment", key, values);
        }
    }

    private void insertGrounds(Key key, RegimeVersion.Grounds grounds) {
        int position = 0;
        for (Ground ground : grounds.refusal()) {
            Map<String, @Nullable Object> values = named(position++, ground.name());
            values.put("purpose", "REFUSAL");
            values.put("ground", ground.code());
            values.put("warnings", 0);
            insert("regime_ground", key, values);
        }
        for (RevocationGround ground : grounds.revocation()) {
            Map<String, @Nullable Object> values = named(position++, ground.name());
            values.put("purpose", "REVOCATION");
            values.put("ground", ground.code());
            values.put("warnings", ground.warnings());
            insert("regime_ground", key, values);
        }
    }

    private static Map<String, @Nullable Object> named(int position, Words name) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("position", position);
        values.put("name_id", name.id());
        values.put("name_en", name.en());
        return values;
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /** Table and column names come from this class only. */
    private void insert(String table, Key key, Map<String, ? extends @Nullable Object> values) {
        List<String> columns = values.keySet().stream().sorted().toList();
        String sql = "insert into licensing." + table + " (code, number, " + String.join(", ", columns)
                + ") values (:code, :number, :" + String.join(", :", columns) + ")";
        ask(sql, key).params(values).update();
    }
}
