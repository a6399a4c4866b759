package id.lumbung.identity.account;

import static id.lumbung.identity.IdentityProblem.ACCOUNT_NOT_FOUND;

import id.lumbung.identity.Actor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.account.page.AccountPage;
import id.lumbung.identity.account.page.AccountPage.GrantRow;
import id.lumbung.identity.account.page.AccountsPage;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the pages about accounts show. Grants outside the reader's sight stay hidden: row-level security does that. So do
 * accounts that have roles only there.
 */
@Component
class AccountQueries {
    static final int PAGE_SIZE = 25;

    private static final String LIST = """
            select id, sign_in_name, full_name, title, state, count(*) over () as total
              from identity.account a
             where (:words = ''
                    or lower(full_name) like :pattern
                    or sign_in_name like :pattern
                    or lower(title) like :pattern
                    or nip = :words)
               and (exists (select 1 from identity.role_grant g where g.account = a.id)
                    or not identity.has_roles(a.id))
             order by state = 'DISABLED', lower(full_name), id
             limit :limit offset :offset
            """;
    private static final String ONE = """
            select id, sign_in_name, full_name, title, rank, nip, state, must_change
              from identity.account
             where id = :id
            """;
    private static final String ONE_IN_SIGHT = ONE + """
               and (exists (select 1 from identity.role_grant g where g.account = account.id)
                    or not identity.has_roles(account.id))
            """;
    private static final String GRANTS = """
            select id, role, region_code, valid_from, valid_to, legal_basis,
                   case when revoked_at is not null then 'REVOKED'
                        when valid_to < :today then 'ENDED'
                        when valid_from > :today then 'COMING'
                        else 'IN_FORCE'
                   end as state
              from identity.role_grant
             where account = :account
             order by revoked_at is not null, valid_from desc, id
             limit 100
            """;

    private static final String EVENTS = """
            select e.at, e.kind, e.detail, a.full_name
              from identity.account_event e
              left join identity.account a on a.id = e.actor
             where e.account = :account
             order by e.at desc, e.id desc
             limit 50
            """;

    private final JdbcClient database;
    private final Territories territories;
    private final Clock clock;

    AccountQueries(JdbcClient database, Territories territories, Clock clock) {
        this.database = database;
        this.territories = territories;
        this.clock = clock;
    }

    record Person(
            UUID id,
            String signInName,
            String fullName,
            @Nullable String title,
            @Nullable String rank,
            @Nullable String nip,
            String state,
            boolean mustChange) {}

    private record Found(AccountsPage.Row row, long total) {}

    /** Accounts whose name, sign-in name or title contains the words, or whose NIP they are. */
    @Transactional(readOnly = true)
    public AccountsPage list(Actor administrator, String words, int page) {
        String plain = words.strip().toLowerCase(java.util.Locale.ROOT);
        List<Found> found = within(
                administrator,
                () -> database.sql(LIST)
                        .param("words", plain)
                        .param("pattern", "%" + plain.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                        .param("limit", PAGE_SIZE)
                        .param("offset", (page - 1) * PAGE_SIZE)
                        .query((row, number) -> new Found(row(row), row.getLong("total")))
                        .list());
        long total = found.isEmpty() ? 0 : found.getFirst().total();
        return new AccountsPage(words.strip(), found.stream().map(Found::row).toList(), page, PAGE_SIZE, total);
    }

    /** Somebody whom this administrator may look after, or who has no role anywhere. */
    @Transactional(readOnly = true)
    public Person person(Actor administrator, UUID account) {
        return within(administrator, () -> person(ONE_IN_SIGHT, account));
    }

    @Transactional(readOnly = true)
    public Person oneself(Actor actor) {
        return person(ONE, actor.account());
    }

    private Person person(String question, UUID account) {
        return database.sql(question)
                .param("id", account)
                .query((row, number) -> new Person(
                        Sql.uuid(row, "id"),
                        row.getString("sign_in_name"),
                        row.getString("full_name"),
                        row.getString("title"),
                        row.getString("rank"),
                        row.getString("nip"),
                        row.getString("state"),
                        row.getBoolean("must_change")))
                .optional()
                .orElseThrow(() -> new Refused(ACCOUNT_NOT_FOUND, "identity.account.not-found"));
    }

    @Transactional(readOnly = true)
    public List<GrantRow> grants(Actor administrator, UUID account) {
        return within(administrator, () -> grants(account));
    }

    /** All of one's own roles in force. */
    @Transactional(readOnly = true)
    public List<AccountsPage.GrantLine> own(Actor actor) {
        return actor.grants().stream()
                .map(grant -> new AccountsPage.GrantLine(grant.role().name(), territories.name(grant.territory())))
                .sorted(java.util.Comparator.comparing(AccountsPage.GrantLine::role)
                        .thenComparing(AccountsPage.GrantLine::place))
                .toList();
    }

    /** The newest of what was done to an account. */
    @Transactional(readOnly = true)
    public List<AccountPage.Event> events(UUID account) {
        return database.sql(EVENTS)
                .param("account", account)
                .query((row, number) -> event(row))
                .list();
    }

    /** The detail of a grant is its role and region code. */
    private AccountPage.Event event(ResultSet row) throws SQLException {
        String detail = row.getString("detail");
        int space = detail == null ? -1 : detail.indexOf(' ');
        boolean grant = detail != null && space > 0;
        return new AccountPage.Event(
                Sql.instant(row, "at"),
                row.getString("kind"),
                grant ? detail.substring(0, space) : null,
                grant ? territories.name(detail.substring(space + 1)) : null,
                row.getString("full_name"));
    }

    private AccountsPage.Row row(ResultSet row) throws SQLException {
        UUID id = Sql.uuid(row, "id");
        List<AccountsPage.GrantLine> inForce = grants(id).stream()
                .filter(grant -> grant.state().equals("IN_FORCE"))
                .map(grant -> new AccountsPage.GrantLine(grant.role(), grant.place()))
                .toList();
        return new AccountsPage.Row(
                id,
                row.getString("sign_in_name"),
                row.getString("full_name"),
                row.getString("title"),
                row.getString("state"),
                inForce);
    }

    private List<GrantRow> grants(UUID account) {
        return database.sql(GRANTS)
                .param("account", account)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new GrantRow(
                        Sql.uuid(row, "id"),
                        row.getString("role"),
                        territories.name(row.getString("region_code")),
                        row.getString("region_code"),
                        Sql.date(row, "valid_from"),
                        Sql.dateOrNull(row, "valid_to"),
                        row.getString("legal_basis"),
                        row.getString("state")))
                .list();
    }

    private static <T> T within(Actor administrator, java.util.function.Supplier<T> work) {
        return Sight.within(administrator.account(), administrator.territories(Permission.MANAGE_ACCOUNTS), work);
    }
}
