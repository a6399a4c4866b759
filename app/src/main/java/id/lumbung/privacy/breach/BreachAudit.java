package id.lumbung.privacy.breach;

import id.lumbung.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the audit says, with the rights of the owner of the tables; and has it written down that it was read. */
final class BreachAudit {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOUCHES = """
            select entry, at, actor_name, address, session, door, action, record, keys, rows, columns, subject_kind, subject,
                   what, purpose, region_code
              from identity.pub_audit_entry
             where at >= :from
               and at < :to
               and action <> 'WATCHED'
               and (cast(:account as uuid) is null or actor = :account)
               and (cast(:address as text) is null or address = :address)
               and (actor is not null or record like 'registry.%' or record like 'licensing.%' or record like 'privacy.%')
             order by entry
            """;

    private final JdbcClient database;

    BreachAudit(SingleConnectionDataSource owner) {
        JdbcTemplate template = new JdbcTemplate(owner);
        template.setFetchSize(2000);
        this.database = JdbcClient.create(new NamedParameterJdbcTemplate(template));
    }

    JdbcClient database() {
        return database;
    }

    Optional<UUID> account(String signInName) {
        return database.sql("select id from identity.pub_account where sign_in_name = lower(:name)")
                .param("name", signInName.strip())
                .query(UUID.class)
                .optional();
    }

    /** How many entries there are, without reading them. */
    long count(BreachQuestion question, @Nullable UUID account) {
        return asked("select count(*) from (" + TOUCHES + ") t", question, account)
                .query(Long.class)
                .single();
    }

    void each(BreachQuestion question, @Nullable UUID account, Consumer<Touch> touch) {
        asked(TOUCHES, question, account).query(row -> {
            touch.accept(touch(row));
        });
    }

    private JdbcClient.StatementSpec asked(String sql, BreachQuestion question, @Nullable UUID account) {
        return database.sql(sql)
                .param("from", Sql.at(question.from()))
                .param("to", Sql.at(question.to()))
                .param("account", account)
                .param("address", question.address());
    }

    private static Touch touch(ResultSet row) throws SQLException {
        return new Touch(
                row.getLong("entry"),
                Sql.instant(row, "at"),
                row.getString("actor_name"),
                row.getString("address"),
                row.getString("session"),
                row.getString("door"),
                row.getString("action"),
                row.getString("record"),
                Arrays.asList((String[]) row.getArray("keys").getArray()),
                row.getInt("rows"),
                columns(row.getString("columns")),
                row.getString("subject_kind"),
                Sql.uuidOrNull(row, "subject"),
                row.getString("what"),
                row.getString("purpose"),
                row.getString("region_code"));
    }

    private static List<String> columns(@Nullable String json) {
        return json == null ? List.of() : new ArrayList<>(JSON.readTree(json).propertyNames());
    }

    /** The making of a pack is in the audit too, before anything of it lies on the disk. */
    long note(BreachQuestion question, int entries) {
        return database.sql("select identity.pub_note_reading(:command, 'breach-report', 'breach', :entries)")
                .param("command", "./lumbung breach " + question.from() + "/" + question.to())
                .param("entries", entries)
                .query(Long.class)
                .single();
    }
}
