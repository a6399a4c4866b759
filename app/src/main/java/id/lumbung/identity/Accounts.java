package id.lumbung.identity;

import static id.lumbung.identity.IdentityProblem.ACCOUNT_NOT_FOUND;
import static id.lumbung.identity.IdentityProblem.GRANT_NEEDS_LEGAL_BASIS;
import static id.lumbung.identity.IdentityProblem.SIGN_IN_NAME_TAKEN;

import id.lumbung.identity.password.Passwords;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who can sign in. Names of colleagues are no secret inside the office; their grants follow the territory. */
@Component
public class Accounts {
    private static final String INSERT = """
            insert into identity.account (id, sign_in_name, full_name, rank, nip, title, password_hash, state, must_change,
                                          created_at, created_by, password_changed_at)
            values (:id, :signInName, :fullName, :rank, :nip, :title, :passwordHash, :state, false,
                    :now, :createdBy, case when cast(:passwordHash as text) is null then null else cast(:now as timestamptz) end)
            """;
    private static final String INSERT_GRANT = """
            insert into identity.role_grant (id, account, role, region_code, valid_from, valid_to, legal_basis, granted_by,
                                             granted_at)
            values (:id, :account, :role, :regionCode, :from, :to, :legalBasis, :grantedBy, :now)
            """;
    static final String WHICH_ROLES = "which roles somebody holds";
    private static final String GRANTS_IN_FORCE = """
            select role, region_code
              from identity.role_grant
             where account = :account
               and revoked_at is null
               and valid_from <= :today
               and (valid_to is null or valid_to >= :today)
            """;

    private final JdbcClient database;
    private final Passwords passwords;
    private final CurrentActor currentActor;
    private final Clock clock;

    Accounts(JdbcClient database, Passwords passwords, CurrentActor currentActor, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Makes an account with its grants; the caller has asked whether it may. A taken sign-in name is {@link Refused}.
     */
    @Transactional
    public UUID create(NewAccount account) {
        UUID id = Ids.next();
        String hash = account.password() == null ? null : passwords.hash(account.password());
        try {
            database.sql(INSERT)
                    .param("id", id)
                    .param("signInName", normalised(account.signInName()))
                    .param("fullName", account.fullName().strip())
                    .param("rank", account.rank())
                    .param("nip", account.nip())
                    .param("title", account.title())
                    .param("passwordHash", hash)
                    .param("state", hash == null ? "INVITED" : "ACTIVE")
                    .param("now", Sql.at(clock.instant()))
                    .param("createdBy", byWhom())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused(SIGN_IN_NAME_TAKEN, "identity.sign-in-name.taken");
        }
        account.grants().forEach(grant -> grant(id, grant));
        return id;
    }

    /** Gives a role in a territory; the caller has asked whether it may. */
    @Transactional
    public void grant(UUID account, NewGrant grant) {
        if (grant.role() == Role.CAMAT_DELEGATE && grant.legalBasis() == null) {
            throw new Refused(GRANT_NEEDS_LEGAL_BASIS, "identity.grant.needs-legal-basis");
        }
        Grant checked = new Grant(grant.role(), grant.territory());
        LocalDate from = grant.from() == null ? LocalDate.now(clock) : grant.from();
        Sight.system(
                "granting a role",
                () -> database.sql(INSERT_GRANT)
                        .param("id", Ids.next())
                        .param("account", account)
                        .param("role", checked.role().name())
                        .param("regionCode", checked.territory())
                        .param("from", from)
                        .param("to", grant.to())
                        .param("legalBasis", grant.legalBasis())
                        .param("grantedBy", byWhom())
                        .param("now", Sql.at(clock.instant()))
                        .update());
    }

    /** The full name of a person who has or had an account. */
    @Transactional(readOnly = true)
    public String nameOf(UUID account) {
        return database.sql("select full_name from identity.account where id = :id")
                .param("id", account)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused(ACCOUNT_NOT_FOUND, "identity.account.not-found"));
    }

    /** Full names by account, for lists. */
    @Transactional(readOnly = true)
    public Map<UUID, String> namesOf(Collection<UUID> accounts) {
        Map<UUID, String> names = new LinkedHashMap<>();
        if (accounts.isEmpty()) {
            return names;
        }
        database.sql("select id, full_name from identity.account where id in (:ids) order by full_name, id")
                .param("ids", accounts)
                .query(row -> {
                    names.put(Sql.uuid(row, "id"), row.getString("full_name"));
                });
        return names;
    }

    /** The account with this sign-in name. */
    @Transactional(readOnly = true)
    public Optional<UUID> find(String signInName) {
        return database.sql("select id from identity.account where sign_in_name = :name")
                .param("name", normalised(signInName))
                .query(UUID.class)
                .optional();
    }

    /** A person who may sign in, with the grants in force today; empty when disabled or unknown. */
    @Transactional(readOnly = true)
    public Optional<Actor> actor(UUID account) {
        return database.sql("select full_name from identity.account where id = :id and state = 'ACTIVE'")
                .param("id", account)
                .query(String.class)
                .optional()
                .map(name -> new Actor(account, name, grantsInForce(account)));
    }

    /**
     * A person who may sign in and whose sessions were ended no more often than {@code epoch} times; empty as soon as the
     * account is disabled, its password changed or must be changed. For what lives as long as a session could.
     */
    @Transactional(readOnly = true)
    public Optional<Actor> actor(UUID account, int epoch) {
        return database.sql("""
                        select full_name
                          from identity.account
                         where id = :id
                           and session_epoch = :epoch
                           and state = 'ACTIVE'
                           and not must_change
                        """)
                .param("id", account)
                .param("epoch", epoch)
                .query(String.class)
                .optional()
                .map(name -> new Actor(account, name, grantsInForce(account)));
    }

    /** How often all sessions of an account were ended. */
    @Transactional(readOnly = true)
    public int epochOf(UUID account) {
        return database.sql("select session_epoch from identity.account where id = :id")
                .param("id", account)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new Refused(ACCOUNT_NOT_FOUND, "identity.account.not-found"));
    }

    Set<Grant> grantsInForce(UUID account) {
        return Sight.system(
                WHICH_ROLES,
                () -> new HashSet<>(database.sql(GRANTS_IN_FORCE)
                        .param("account", account)
                        .param("today", LocalDate.now(clock))
                        .query((row, number) ->
                                new Grant(Role.valueOf(row.getString("role")), row.getString("region_code")))
                        .list()));
    }

    /** As sign-in names are kept and compared. */
    public static String normalised(String signInName) {
        return signInName.strip().toLowerCase(Locale.ROOT);
    }

    private @Nullable UUID byWhom() {
        return currentActor.find().map(Actor::account).orElse(null);
    }
}
