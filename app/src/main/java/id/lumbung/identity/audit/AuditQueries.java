package id.lumbung.identity.audit;

import id.lumbung.identity.Actor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingWords;
import id.lumbung.identity.audit.page.AuditPage;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.platform.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit for those who may read it, in the territory in which they may. It looks with the sight of the system, since an
 * administrator has none of enterprises, and asks for the territory itself.
 */
@Component
class AuditQueries {
    static final int PAGE = 50;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENTRIES = """
            select e.entry, e.at, a.full_name, e.address, e.session, e.door, e.action, e.record, e.rows, e.columns,
                   e.subject_kind, e.subject, e.what, e.purpose
              from identity.audit_entry e
              left join identity.account a on a.id = e.actor
             where (e.region_code like any (string_to_array(:patterns, ',')) or :whole and e.region_code = '')
               and (cast(:accounts as text) is null or e.actor = any (cast(string_to_array(:accounts, ',') as uuid[])))
               and (cast(:subject as uuid) is null or e.subject = :subject)
               and (cast(:action as text) is null or e.action = :action)
               and e.at >= :from
               and e.at < :to
               and e.entry < :before
             order by e.entry desc
             limit :limit
            """;
    private static final String PEOPLE = """
            select a.id
              from identity.account a
             where lower(a.full_name) like '%' || lower(:words) || '%'
                or a.sign_in_name = lower(:words)
             order by a.id
             limit 200
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final String regency;

    AuditQueries(JdbcClient database, TransactionTemplate transaction, LumbungSettings settings) {
        this.database = database;
        this.transaction = transaction;
        this.regency = settings.regency();
    }

    /** What is asked for; {@code to} is the moment after the last. */
    record Wanted(
            @Nullable String person,
            @Nullable UUID subject,
            @Nullable String action,
            Instant from,
            Instant to,
            long before) {}

    /** One more than a page when there is more. */
    List<AuditPage.Row> find(Actor reader, Wanted wanted, Texts texts) {
        Set<String> territories = reader.territories(Permission.SEE_AUDIT);
        boolean whole = territories.stream().anyMatch(regency::startsWith);
        List<AuditPage.Row> found = Sight.system(
                "the audit",
                () -> transaction.execute(status -> {
                    String accounts = wanted.person() == null ? null : accounts(wanted.person());
                    return database.sql(ENTRIES)
                            .param(
                                    "patterns",
                                    territories.stream().map(code -> code + "%").collect(Collectors.joining(",")))
                            .param("whole", whole)
                            .param("accounts", accounts)
                            .param("subject", wanted.subject())
                            .param("action", wanted.action())
                            .param("from", Sql.at(wanted.from()))
                            .param("to", Sql.at(wanted.to()))
                            .param("before", wanted.before())
                            .param("limit", PAGE + 1)
                            .query((row, number) -> row(row, texts))
                            .list();
                }));
        return found == null ? List.of() : found;
    }

    /** Nobody of this name: an account that does not exist. */
    private String accounts(String words) {
        List<UUID> people = database.sql(PEOPLE)
                .param("words", words.replace("%", "").replace("_", ""))
                .query(UUID.class)
                .list();
        return people.isEmpty()
                ? new UUID(0, 0).toString()
                : people.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static AuditPage.Row row(ResultSet row, Texts texts) throws SQLException {
        UUID subject = Sql.uuidOrNull(row, "subject");
        String what = row.getString("what");
        String purpose = row.getString("purpose");
        return new AuditPage.Row(
                row.getLong("entry"),
                Sql.instant(row, "at"),
                row.getString("full_name"),
                row.getString("address"),
                row.getString("session"),
                row.getString("door"),
                "identity.audit.action." + row.getString("action"),
                row.getString("record"),
                row.getInt("rows"),
                columns(row.getString("columns")),
                row.getString("subject_kind"),
                subject == null ? null : subject.toString(),
                what == null ? null : ReadingWords.what(what, texts),
                purpose == null ? null : ReadingWords.purpose(purpose, texts));
    }

    /** Names of columns; with old and new value where the audit keeps them. */
    private static List<String> columns(@Nullable String json) {
        List<String> lines = new ArrayList<>();
        if (json != null) {
            JSON.readTree(json).properties().forEach(column -> {
                JsonNode value = column.getValue();
                if (value.isNull()) {
                    lines.add(column.getKey());
                } else if (value.isArray() && value.size() == 2) {
                    lines.add(column.getKey() + ": " + text(value.get(0)) + " → " + text(value.get(1)));
                } else {
                    lines.add(column.getKey() + ": " + text(value));
                }
            });
        }
        return lines;
    }

    private static String text(@Nullable JsonNode value) {
        return value == null || value.isNull() ? "–" : value.isString() ? value.asString() : value.toString();
    }
}
