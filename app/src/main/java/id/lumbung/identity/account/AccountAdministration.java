package id.lumbung.identity.account;

import static id.lumbung.identity.IdentityProblem.ACCOUNT_DISABLED;
import static id.lumbung.identity.IdentityProblem.LAST_ADMINISTRATOR;
import static id.lumbung.identity.IdentityProblem.NOT_YOURSELF;
import static id.lumbung.identity.IdentityProblem.SIGN_IN_NAME_TAKEN;
import static id.lumbung.identity.Permission.MANAGE_ACCOUNTS;

import id.lumbung.identity.AccountChecks;
import id.lumbung.identity.AccountEvents;
import id.lumbung.identity.AccountEvents.Kind;
import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.NewAccount;
import id.lumbung.identity.NewGrant;
import id.lumbung.identity.WaysInWithdrawn;
import id.lumbung.identity.account.page.AccountForm;
import id.lumbung.identity.signin.FirstStart;
import id.lumbung.identity.signin.OneTimeLinks;
import id.lumbung.identity.signin.OneTimeLinks.Purpose;
import id.lumbung.identity.signin.Sessions;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does with accounts: only with those whose roles all lie in his own territory, or he could take
 * over somebody above him by a reset link. The last administrator stays.
 */
@Component
class AccountAdministration {
    private static final String TERRITORIES = """
            select distinct region_code
              from identity.role_grant
             where account = :account
               and revoked_at is null
               and (valid_to is null or valid_to >= :today)
            """;
    private static final String CHANGE = """
            update identity.account
               set sign_in_name = :signInName, full_name = :fullName, title = :title, rank = :rank, nip = :nip
             where id = :id
            """;
    private static final String REVOKE = """
            update identity.role_grant
               set revoked_at = :now, revoked_by = :by
             where id = :id
               and account = :account
               and revoked_at is null
            """;

    private final JdbcClient database;
    private final Accounts accounts;
    private final AccountEvents events;
    private final OneTimeLinks links;
    private final Sessions sessions;
    private final FirstStart firstStart;
    private final ApplicationEventPublisher published;
    private final CurrentActor currentActor;
    private final Clock clock;

    AccountAdministration(
            JdbcClient database,
            Accounts accounts,
            AccountEvents events,
            OneTimeLinks links,
            Sessions sessions,
            FirstStart firstStart,
            ApplicationEventPublisher published,
            CurrentActor currentActor,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.events = events;
        this.links = links;
        this.sessions = sessions;
        this.firstStart = firstStart;
        this.published = published;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    record Invitation(UUID account, String link) {}

    /** A new account with one role; the link is for the administrator to hand over. */
    @Transactional
    public Invitation invite(AccountForm person, NewGrant grant) {
        currentActor.require().require(MANAGE_ACCOUNTS, grant.territory());
        UUID account = accounts.create(new NewAccount(
                person.signInName(),
                null,
                person.fullName(),
                orNull(person.rank()),
                orNull(AccountChecks.withoutSpaces(person.nip())),
                orNull(person.title()),
                List.of(grant)));
        events.add(account, Kind.CREATED, null);
        events.add(account, Kind.GRANTED, grant.role() + " " + grant.territory());
        events.add(account, Kind.INVITED, null);
        return new Invitation(account, links.make(Purpose.INVITE, account));
    }

    @Transactional
    public void change(UUID account, AccountForm person) {
        requireWithin(account);
        try {
            database.sql(CHANGE)
                    .param("id", account)
                    .param("signInName", Accounts.normalised(person.signInName()))
                    .param("fullName", person.fullName())
                    .param("title", orNull(person.title()))
                    .param("rank", orNull(person.rank()))
                    .param("nip", orNull(AccountChecks.withoutSpaces(person.nip())))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused(SIGN_IN_NAME_TAKEN, "identity.sign-in-name.taken");
        }
        events.add(account, Kind.CHANGED, null);
    }

    @Transactional
    public void grant(UUID account, NewGrant grant) {
        requireWithin(account);
        currentActor.require().require(MANAGE_ACCOUNTS, grant.territory());
        accounts.grant(account, grant);
        events.add(account, Kind.GRANTED, grant.role() + " " + grant.territory());
    }

    @Transactional
    public void revoke(UUID account, UUID grant) {
        Actor administrator = requireWithin(account);
        List<String> revoked = Sight.within(
                administrator.account(),
                administrator.territories(MANAGE_ACCOUNTS),
                () -> database.sql(REVOKE + " returning role || ' ' || region_code")
                        .param("id", grant)
                        .param("account", account)
                        .param("by", administrator.account())
                        .param("now", Sql.at(clock.instant()))
                        .query(String.class)
                        .list());
        keepAnAdministrator();
        revoked.forEach(what -> events.add(account, Kind.REVOKED, what));
    }

    /** Nobody gets in with this account any more; whoever is in, is out with the next click. */
    @Transactional
    public void disable(UUID account) {
        Actor administrator = requireWithin(account);
        if (administrator.account().equals(account)) {
            throw new Refused(NOT_YOURSELF, "identity.account.not-yourself");
        }
        setState(account, "DISABLED");
        keepAnAdministrator();
        sessions.endAll(account);
        links.endAll(account);
        published.publishEvent(new WaysInWithdrawn(account));
        events.add(account, Kind.DISABLED, null);
    }

    /** Takes away second factor, passkeys and links to other services, and ends the sessions that came by them. */
    @Transactional
    public void withdrawWaysIn(UUID account) {
        Actor administrator = requireWithin(account);
        if (administrator.account().equals(account)) {
            throw new Refused(NOT_YOURSELF, "identity.account.withdraw.not-yourself");
        }
        published.publishEvent(new WaysInWithdrawn(account));
        sessions.endAll(account);
    }

    @Transactional
    public void endSession(UUID account, String handle) {
        requireWithin(account);
        sessions.end(account, handle);
        events.add(account, Kind.SESSIONS_ENDED, null);
    }

    @Transactional
    public void endSessions(UUID account) {
        requireWithin(account);
        sessions.endAll(account);
        events.add(account, Kind.SESSIONS_ENDED, null);
    }

    @Transactional
    public void enable(UUID account) {
        requireWithin(account);
        database.sql("""
                        update identity.account
                           set state = case when password_hash is null then 'INVITED' else 'ACTIVE' end
                         where id = :id
                           and state = 'DISABLED'
                        """).param("id", account).update();
        events.add(account, Kind.ENABLED, null);
    }

    /** A link for a new password, or a new invitation when there was no password yet. */
    @Transactional
    public Invitation newLink(UUID account) {
        requireWithin(account);
        String state = database.sql("select state from identity.account where id = :id")
                .param("id", account)
                .query(String.class)
                .single();
        if (state.equals("DISABLED")) {
            throw new Refused(ACCOUNT_DISABLED, "identity.account.is-disabled");
        }
        boolean invited = state.equals("INVITED");
        events.add(account, invited ? Kind.INVITED : Kind.RESET_LINK, null);
        return new Invitation(account, links.make(invited ? Purpose.INVITE : Purpose.RESET, account));
    }

    @Transactional
    public void requireNewPassword(UUID account) {
        requireWithin(account);
        database.sql("update identity.account set must_change = true where id = :id and state = 'ACTIVE'")
                .param("id", account)
                .update();
        events.add(account, Kind.MUST_CHANGE, null);
    }

    /** Whether all roles of the account, now and to come, lie in the administrator's territory. */
    @Transactional(readOnly = true)
    public boolean isWithin(Actor administrator, UUID account) {
        List<String> codes = Sight.system(
                "where an account has roles",
                () -> database.sql(TERRITORIES)
                        .param("account", account)
                        .param("today", LocalDate.now(clock))
                        .query(String.class)
                        .list());
        return codes.stream().allMatch(code -> administrator.may(MANAGE_ACCOUNTS, code));
    }

    private Actor requireWithin(UUID account) {
        Actor administrator = currentActor.require();
        administrator.requireAnywhere(MANAGE_ACCOUNTS);
        if (!isWithin(administrator, account)) {
            throw new AccessDeniedException("the account has roles outside the administrator's territory");
        }
        return administrator;
    }

    private void setState(UUID account, String state) {
        database.sql("update identity.account set state = :state where id = :id")
                .param("id", account)
                .param("state", state)
                .update();
    }

    private void keepAnAdministrator() {
        if (!firstStart.administratorExists()) {
            throw new Refused(LAST_ADMINISTRATOR, "identity.account.last-administrator");
        }
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed;
    }
}
