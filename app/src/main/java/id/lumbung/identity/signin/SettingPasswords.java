package id.lumbung.identity.signin;

import static id.lumbung.identity.IdentityProblem.LINK_NOT_VALID;

import id.lumbung.identity.AccountEvents;
import id.lumbung.identity.Accounts;
import id.lumbung.identity.NewAccount;
import id.lumbung.identity.NewGrant;
import id.lumbung.identity.Role;
import id.lumbung.identity.password.Passwords;
import id.lumbung.identity.signin.OneTimeLinks.Link;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sql;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The three ways to a password: the first administrator, an invitation or reset link, one's own change. */
@Component
class SettingPasswords {
    private static final String SET = """
            update identity.account
               set password_hash = :hash,
                   password_changed_at = :now,
                   must_change = false,
                   state = 'ACTIVE'
             where id = :id
               and state <> 'DISABLED'
            """;

    private final JdbcClient database;
    private final OneTimeLinks links;
    private final Accounts accounts;
    private final AccountEvents events;
    private final FirstStart firstStart;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;
    private final LumbungSettings settings;

    SettingPasswords(
            JdbcClient database,
            OneTimeLinks links,
            Accounts accounts,
            AccountEvents events,
            FirstStart firstStart,
            Passwords passwords,
            Sessions sessions,
            Clock clock,
            LumbungSettings settings) {
        this.database = database;
        this.links = links;
        this.accounts = accounts;
        this.events = events;
        this.firstStart = firstStart;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
        this.settings = settings;
    }

    /** The first administrator, of the whole regency. */
    @Transactional
    public void makeFirstAdministrator(Link link, String signInName, String fullName, String password) {
        database.sql("select pg_advisory_xact_lock(hashtext('identity.first-administrator'))")
                .query((row, number) -> 0)
                .list();
        if (firstStart.administratorExists()) {
            throw new Refused(LINK_NOT_VALID, "identity.link.not-valid");
        }
        links.use(link);
        accounts.create(new NewAccount(
                signInName,
                password,
                fullName,
                null,
                null,
                null,
                List.of(NewGrant.of(Role.ADMINISTRATOR, settings.regency()))));
    }

    /** By invitation or reset link; whoever is signed in with the old password is out. */
    @Transactional
    public void byLink(Link link, UUID account, String password) {
        links.use(link);
        set(account, password);
    }

    /** One's own; all sessions end. Returns the epoch with which new ones begin. */
    @Transactional
    public int change(UUID account, String password) {
        return set(account, password);
    }

    /** Whose password it is. */
    record Owner(UUID id, String signInName, String fullName, boolean mustChange) {}

    @Transactional(readOnly = true)
    public Owner owner(UUID account) {
        return database.sql("select sign_in_name, full_name, must_change from identity.account where id = :id")
                .param("id", account)
                .query((row, number) -> new Owner(
                        account,
                        row.getString("sign_in_name"),
                        row.getString("full_name"),
                        row.getBoolean("must_change")))
                .single();
    }

    boolean isCurrent(UUID account, String password) {
        String hash = database.sql("select password_hash from identity.account where id = :id")
                .param("id", account)
                .query(String.class)
                .optional()
                .orElse(null);
        return passwords.matches(password, hash);
    }

    private int set(UUID account, String password) {
        int changed = database.sql(SET)
                .param("id", account)
                .param("hash", passwords.hash(password))
                .param("now", Sql.at(clock.instant()))
                .update();
        if (changed != 1) {
            throw new Refused(LINK_NOT_VALID, "identity.link.not-valid");
        }
        events.add(account, AccountEvents.Kind.PASSWORD_SET, null);
        return sessions.endAll(account);
    }
}
