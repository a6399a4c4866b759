package id.lumbung.identity.account;

import id.lumbung.identity.AccountChecks;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.NewGrant;
import id.lumbung.identity.Permission;
import id.lumbung.identity.account.page.AccountForm;
import id.lumbung.identity.account.page.GrantForm;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The administration of accounts for callers without a page, on behalf of the current actor, with the rules of the pages. */
@Component
@Transactional
public class AccountDesk {
    private static final String LIST = """
            select id, sign_in_name, full_name, title, state
              from identity.account a
             where (exists (select 1 from identity.role_grant g where g.account = a.id)
                    or not identity.has_roles(a.id))
               and (cast(:words as text) is null
                    or lower(full_name) like :pattern
                    or sign_in_name like :pattern
                    or nip = :words)
               and (cast(:afterName as text) is null
                    or (sign_in_name, id) > (:afterName, cast(:afterId as uuid)))
             order by sign_in_name, id
             limit :limit
            """;

    /** One line of a list. */
    public record Line(
            UUID id,
            String signInName,
            String fullName,
            @Nullable String title,
            String state) {}

    /** A person with the roles that lie in the administrator's territory. */
    public record File(
            UUID id,
            String signInName,
            String fullName,
            @Nullable String title,
            @Nullable String rank,
            @Nullable String nip,
            String state,
            boolean mustChangePassword,
            List<Held> grants) {}

    public record Held(
            UUID id,
            String role,
            String territory,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String legalBasis,
            String state) {}

    /** The facts about a person, as given. */
    public record Person(
            @Nullable String signInName,
            @Nullable String fullName,
            @Nullable String title,
            @Nullable String rank,
            @Nullable String nip) {
        AccountForm form() {
            return new AccountForm(text(signInName), text(fullName), text(title), text(rank), text(nip));
        }
    }

    /** A role to be given, as given. */
    public record Wanted(
            @Nullable String role,
            @Nullable String territory,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String legalBasis) {
        GrantForm form() {
            return new GrantForm(text(role), text(territory), day(from), day(to), text(legalBasis));
        }
    }

    /** The link with which the person sets a password; told once and kept nowhere. */
    public record Link(UUID account, String link) {
        @Override
        public String toString() {
            return "Link[" + account + "]";
        }
    }

    private final JdbcClient database;
    private final AccountQueries queries;
    private final AccountAdministration administration;
    private final CurrentActor currentActor;

    AccountDesk(
            JdbcClient database,
            AccountQueries queries,
            AccountAdministration administration,
            CurrentActor currentActor) {
        this.database = database;
        this.queries = queries;
        this.administration = administration;
        this.currentActor = currentActor;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static String day(@Nullable LocalDate given) {
        return given == null ? "" : given.toString();
    }

    /** By sign-in name; after a line that was seen before. */
    @Transactional(readOnly = true)
    public List<Line> list(@Nullable String words, @Nullable String afterName, @Nullable UUID afterId, int limit) {
        Actor administrator = administrator();
        String plain = words == null ? null : words.strip().toLowerCase(java.util.Locale.ROOT);
        return Sight.within(
                administrator.account(),
                administrator.territories(Permission.MANAGE_ACCOUNTS),
                () -> found(plain, afterName, afterId, limit));
    }

    private List<Line> found(@Nullable String plain, @Nullable String afterName, @Nullable UUID afterId, int limit) {
        return database.sql(LIST)
                .param("words", plain)
                .param("pattern", "%" + text(plain).replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("afterName", afterName)
                .param("afterId", afterId)
                .param("limit", limit)
                .query((row, number) -> new Line(
                        Sql.uuid(row, "id"),
                        row.getString("sign_in_name"),
                        row.getString("full_name"),
                        row.getString("title"),
                        row.getString("state")))
                .list();
    }

    @Transactional(readOnly = true)
    public File get(UUID account) {
        Actor administrator = administrator();
        AccountQueries.Person person = queries.person(administrator, account);
        return new File(
                account,
                person.signInName(),
                person.fullName(),
                person.title(),
                person.rank(),
                person.nip(),
                person.state(),
                person.mustChange(),
                queries.grants(administrator, account).stream()
                        .map(grant -> new Held(
                                grant.id(),
                                grant.role(),
                                grant.code(),
                                grant.from(),
                                grant.to(),
                                grant.legalBasis(),
                                grant.state()))
                        .toList());
    }

    public Link invite(Person person, Wanted first) {
        Actor administrator = administrator();
        FieldProblems problems = check(person);
        NewGrant grant = GrantChecks.read(first.form(), administrator, problems);
        Invalid.unlessEmpty(problems);
        AccountAdministration.Invitation made =
                administration.invite(person.form(), Objects.requireNonNull(grant, "checked above"));
        return new Link(made.account(), made.link());
    }

    public void change(UUID account, Person person) {
        administrator();
        Invalid.unlessEmpty(check(person));
        administration.change(account, person.form());
    }

    public void grant(UUID account, Wanted wanted) {
        FieldProblems problems = new FieldProblems();
        NewGrant grant = GrantChecks.read(wanted.form(), administrator(), problems);
        Invalid.unlessEmpty(problems);
        administration.grant(account, Objects.requireNonNull(grant, "checked above"));
    }

    public void takeBack(UUID account, UUID grant) {
        administrator();
        administration.revoke(account, grant);
    }

    public void disable(UUID account) {
        administrator();
        administration.disable(account);
    }

    public void enable(UUID account) {
        administrator();
        administration.enable(account);
    }

    public void requireNewPassword(UUID account) {
        administrator();
        administration.requireNewPassword(account);
    }

    /** A link for a new password, or a new invitation. */
    public Link newLink(UUID account) {
        administrator();
        AccountAdministration.Invitation made = administration.newLink(account);
        return new Link(made.account(), made.link());
    }

    private static FieldProblems check(Person person) {
        FieldProblems problems = new FieldProblems();
        AccountForm form = person.form();
        AccountChecks.fullName(form.fullName(), problems);
        AccountChecks.signInName(form.signInName(), problems);
        AccountChecks.nip(form.nip(), problems);
        return problems;
    }

    /** Who administers accounts; an account that does not exist is told apart from one out of reach only to them. */
    private Actor administrator() {
        Actor administrator = currentActor.require();
        administrator.requireAnywhere(Permission.MANAGE_ACCOUNTS);
        return administrator;
    }
}
