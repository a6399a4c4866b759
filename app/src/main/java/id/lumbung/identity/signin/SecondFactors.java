package id.lumbung.identity.signin;

import static id.lumbung.identity.Permission.EDIT_REFERENCE;
import static id.lumbung.identity.Permission.EDIT_REGIME;
import static id.lumbung.identity.Permission.MANAGE_ACCOUNTS;
import static id.lumbung.identity.Permission.ROTATE_KEYS;

import id.lumbung.identity.AccountEvents;
import id.lumbung.identity.AccountEvents.Kind;
import id.lumbung.identity.Actor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.WaysInWithdrawn;
import id.lumbung.identity.password.Passwords;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.platform.key.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The code on the telephone, and the codes on paper for the day the telephone is lost. */
@Component
public class SecondFactors {
    static final int RECOVERY_CODES = 10;
    /** Who holds one of these could give himself every other. */
    private static final Set<Permission> NEEDING = Set.of(MANAGE_ACCOUNTS, EDIT_REGIME, EDIT_REFERENCE, ROTATE_KEYS);
    /** Without 0, 1, I, L and O, which are mistaken for each other on paper. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int RECOVERY_LETTERS = 16;
    private static final int BEGINNING = 4;

    private static final String UNCONFIRMED = """
            insert into identity.second_factor (account, secret_sealed, created_at)
            values (:account, :secret, :now)
            on conflict (account) do update
               set secret_sealed = excluded.secret_sealed, created_at = excluded.created_at
             where identity.second_factor.confirmed_at is null
            """;
    /** The condition on the step is what makes one of two requests with the same code fail. */
    private static final String USE_STEP = """
            update identity.second_factor
               set last_step = :step, confirmed_at = coalesce(confirmed_at, :now)
             where account = :account
               and last_step < :step
            """;

    private static final String UNUSED = """
            select id, code_hash
              from identity.recovery_code
             where account = :account
               and beginning = :beginning
               and used_at is null
            """;

    private final JdbcClient database;
    private final Vault vault;
    private final Passwords passwords;
    private final AccountEvents events;
    private final SecondFactorSettings settings;
    private final List<StrongWay> strongWays;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            JdbcClient database,
            Vault vault,
            Passwords passwords,
            AccountEvents events,
            SecondFactorSettings settings,
            List<StrongWay> strongWays,
            Clock clock) {
        this.database = database;
        this.vault = vault;
        this.passwords = passwords;
        this.events = events;
        this.settings = settings;
        this.strongWays = List.copyOf(strongWays);
        this.clock = clock;
    }

    private record Kept(byte[] secret, boolean confirmed, long lastStep) {}

    private record Written(UUID id, String hash) {}

    /** Whether somebody with these roles has to show two factors. */
    boolean required(Actor actor) {
        return switch (settings.secondFactor()) {
            case EVERYONE -> true;
            case REQUIRED -> NEEDING.stream().anyMatch(actor::mayAnywhere);
            case OPTIONAL -> false;
        };
    }

    /** Whether administrators get in with a password alone here. */
    public boolean isOptional() {
        return settings.secondFactor() == SecondFactorSettings.Mode.OPTIONAL;
    }

    /** Whether a code on the telephone is asked for at sign-in. */
    @Transactional(readOnly = true)
    public boolean isSet(UUID account) {
        return kept(account).filter(Kept::confirmed).isPresent();
    }

    /** Whether this person has anything that counts as two factors. */
    @Transactional(readOnly = true)
    public boolean canShowTwo(UUID account) {
        return isSet(account) || strongWays.stream().anyMatch(way -> way.isSet(account));
    }

    boolean hasStrongWay(UUID account) {
        return strongWays.stream().anyMatch(way -> way.isSet(account));
    }

    /** A new secret, which counts once a code of it has been shown. */
    @Transactional
    public void prepare(UUID account) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        database.sql(UNCONFIRMED)
                .param("account", account)
                .param("secret", vault.seal(secret, context(account)))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** The secret that waits for its first code. */
    @Transactional(readOnly = true)
    public Optional<byte[]> prepared(UUID account) {
        return kept(account).filter(kept -> !kept.confirmed()).map(Kept::secret);
    }

    /** Takes the first code; the recovery codes are shown this once. Empty when the code is wrong. */
    @Transactional
    public Optional<List<String>> confirm(UUID account, String typed) {
        Kept kept = kept(account).filter(waiting -> !waiting.confirmed()).orElse(null);
        if (kept == null || !use(account, kept, typed)) {
            return Optional.empty();
        }
        events.add(account, Kind.SECOND_FACTOR_SET, null);
        return Optional.of(makeRecoveryCodes(account));
    }

    /** Whether this is the code of now, or one of the codes on paper; either works once. */
    @Transactional
    public boolean check(UUID account, String typed) {
        String plain = typed.replaceAll("[\\s-]+", "").toUpperCase(Locale.ROOT);
        Kept kept = kept(account).filter(Kept::confirmed).orElse(null);
        if (kept == null) {
            return false;
        }
        return plain.length() == RECOVERY_LETTERS ? useRecoveryCode(account, plain) : use(account, kept, plain);
    }

    /** New codes on paper; the old ones stop working. */
    @Transactional
    public List<String> newRecoveryCodes(UUID account) {
        events.add(account, Kind.RECOVERY_CODES_MADE, null);
        return makeRecoveryCodes(account);
    }

    @Transactional(readOnly = true)
    public int recoveryCodesLeft(UUID account) {
        return database.sql("select count(*) from identity.recovery_code where account = :account and used_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void remove(UUID account) {
        if (forget(account)) {
            events.add(account, Kind.SECOND_FACTOR_REMOVED, null);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(WaysInWithdrawn event) {
        remove(event.account());
    }

    private boolean forget(UUID account) {
        database.sql("delete from identity.recovery_code where account = :account")
                .param("account", account)
                .update();
        return database.sql("delete from identity.second_factor where account = :account")
                        .param("account", account)
                        .update()
                == 1;
    }

    /** For tests, which have no telephone. */
    byte[] secretOf(UUID account) {
        return kept(account).orElseThrow().secret();
    }

    private Optional<Kept> kept(UUID account) {
        return database.sql(
                        "select secret_sealed, confirmed_at, last_step from identity.second_factor where account = :account")
                .param("account", account)
                .query((row, number) -> new Kept(
                        vault.open(row.getBytes("secret_sealed"), context(account)),
                        row.getTimestamp("confirmed_at") != null,
                        row.getLong("last_step")))
                .optional();
    }

    private boolean use(UUID account, Kept kept, String typed) {
        OptionalLong step = Totp.match(kept.secret(), typed.replaceAll("\\s+", ""), clock.instant(), kept.lastStep());
        return step.isPresent()
                && database.sql(USE_STEP)
                                .param("account", account)
                                .param("step", step.getAsLong())
                                .param("now", Sql.at(clock.instant()))
                                .update()
                        == 1;
    }

    private boolean useRecoveryCode(UUID account, String plain) {
        Written found = database.sql(UNUSED)
                .param("account", account)
                .param("beginning", plain.substring(0, BEGINNING))
                .query((row, number) -> new Written(Sql.uuid(row, "id"), row.getString("code_hash")))
                .optional()
                .orElse(null);
        if (!passwords.matches(plain, found == null ? null : found.hash()) || found == null) {
            return false;
        }
        int used = database.sql("update identity.recovery_code set used_at = :now where id = :id and used_at is null")
                .param("id", found.id())
                .param("now", Sql.at(clock.instant()))
                .update();
        if (used == 1) {
            events.add(account, Kind.RECOVERY_CODE_USED, null);
        }
        return used == 1;
    }

    private List<String> makeRecoveryCodes(UUID account) {
        database.sql("delete from identity.recovery_code where account = :account")
                .param("account", account)
                .update();
        List<String> codes = new ArrayList<>();
        Set<String> beginnings = new java.util.HashSet<>();
        while (codes.size() < RECOVERY_CODES) {
            StringBuilder code = new StringBuilder();
            random.ints(RECOVERY_LETTERS, 0, LETTERS.length()).forEach(i -> code.append(LETTERS.charAt(i)));
            if (beginnings.add(code.substring(0, BEGINNING))) {
                database.sql("""
                                insert into identity.recovery_code (id, account, beginning, code_hash)
                                values (:id, :account, :beginning, :hash)
                                """)
                        .param("id", Ids.next())
                        .param("account", account)
                        .param("beginning", code.substring(0, BEGINNING))
                        .param("hash", passwords.hash(code.toString()))
                        .update();
                codes.add(code.toString().replaceAll("(.{4})(?!$)", "$1-"));
            }
        }
        return codes;
    }

    private static String context(UUID account) {
        return "identity.second_factor.secret:" + account;
    }
}
