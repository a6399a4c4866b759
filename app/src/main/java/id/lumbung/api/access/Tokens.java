package id.lumbung.api.access;

import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Sql;
import id.lumbung.platform.Texts;
import id.lumbung.platform.key.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens with which a program acts as a person, with some of that person's permissions and until a day. */
@Component
public class Tokens {
    static final int LONGEST_NAME = 80;
    static final int LONGEST_LIFE_IN_DAYS = 365;
    static final int MOST = 20;
    private static final String COLUMNS = """
            select id, account, name, scopes, epoch, created_at, expires_at, last_used_at, revoked_at
              from api.token
            """;
    private static final String INSERT = """
            insert into api.token (id, account, name, secret_hash, scopes, epoch, created_at, expires_at)
            values (:id, :account, :name, :hash, :scopes, :epoch, :now, :expires)
            """;
    private static final String USED = """
            update api.token
               set last_used_at = :now
             where id = :id
               and (last_used_at is null or last_used_at < :lately)
            """;

    private final JdbcClient database;
    private final Vault vault;
    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final Clock clock;

    Tokens(JdbcClient database, Vault vault, Accounts accounts, CurrentActor currentActor, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** A token as it can be shown; the secret is nowhere. */
    public record Token(
            UUID id,
            String name,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            String state) {}

    /** A token just made, with its text: told once. */
    public record Made(UUID id, String text) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /** Who calls: the person, narrowed to the scopes of the token. */
    record Caller(UUID token, Actor actor) {}

    /** The permissions that a person could give to a token. */
    public static Set<Permission> grantable(Actor actor) {
        return Arrays.stream(Permission.values())
                .filter(actor::mayAnywhere)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    /** A new token of the current actor. */
    @Transactional
    public Made make(String name, Set<String> scopes, @Nullable LocalDate lastDay) {
        Actor actor = currentActor.require();
        FieldProblems problems = new FieldProblems();
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            problems.add("name", "api.token.name.missing", LONGEST_NAME);
        }
        Set<String> allowed = grantable(actor).stream().map(Enum::name).collect(Collectors.toSet());
        if (scopes.isEmpty() || !allowed.containsAll(scopes)) {
            problems.add("scopes", "api.token.scopes.missing");
        }
        LocalDate today = LocalDate.now(clock);
        if (lastDay == null || !lastDay.isAfter(today) || lastDay.isAfter(today.plusDays(LONGEST_LIFE_IN_DAYS))) {
            problems.add("expires", "api.token.expires.missing");
        }
        if (own().stream().filter(token -> token.state().equals("VALID")).count() >= MOST) {
            problems.add("name", "api.token.too-many", MOST);
        }
        Invalid.unlessEmpty(problems);
        if (lastDay == null) {
            throw new IllegalStateException("checked above");
        }
        UUID id = Ids.next();
        String text = TokenText.make();
        database.sql(INSERT)
                .param("id", id)
                .param("account", actor.account())
                .param("name", plain)
                .param("hash", hash(text))
                .param("scopes", new TreeSet<>(scopes).toArray(String[]::new))
                .param("epoch", accounts.epochOf(actor.account()))
                .param("now", Sql.at(clock.instant()))
                .param(
                        "expires",
                        Sql.at(lastDay.plusDays(1).atStartOfDay(Texts.ZONE).toInstant()))
                .update();
        return new Made(id, text);
    }

    private byte[] hash(String text) {
        return vault.fingerprint("api-token", text);
    }

    /** Who calls with this text; empty when it is no token, over, revoked, or the person is out. */
    @Transactional
    Optional<Caller> find(String text) {
        if (!TokenText.isWellFormed(text)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return database.sql(COLUMNS + " where secret_hash in (:hashes) and revoked_at is null and expires_at > :now")
                .param("hashes", vault.fingerprints("api-token", text))
                .param("now", Sql.at(now))
                .query((row, number) -> caller(row))
                .optional()
                .flatMap(caller -> caller)
                .map(caller -> used(caller, now));
    }

    private Optional<Caller> caller(ResultSet row) throws SQLException {
        UUID token = Sql.uuid(row, "id");
        Set<String> names = Set.of((String[]) row.getArray("scopes").getArray());
        Set<Permission> scopes = Arrays.stream(Permission.values())
                .filter(permission -> names.contains(permission.name()))
                .collect(Collectors.toSet());
        return accounts.actor(Sql.uuid(row, "account"), row.getInt("epoch"))
                .map(actor -> new Caller(token, actor.narrowedTo(scopes)));
    }

    private Caller used(Caller caller, Instant now) {
        database.sql(USED)
                .param("id", caller.token())
                .param("now", Sql.at(now))
                .param("lately", Sql.at(now.minus(Duration.ofMinutes(1))))
                .update();
        return caller;
    }

    /** Those of the current actor, the newest first. */
    @Transactional(readOnly = true)
    public List<Token> own() {
        UUID account = currentActor.require().account();
        int epoch = accounts.epochOf(account);
        Instant now = clock.instant();
        return database.sql(COLUMNS + " where account = :account order by created_at desc, id desc limit 100")
                .param("account", account)
                .query((row, number) -> token(row, epoch, now))
                .list();
    }

    private static Token token(ResultSet row, int epoch, Instant now) throws SQLException {
        Instant expires = Sql.instant(row, "expires_at");
        String state = Sql.instantOrNull(row, "revoked_at") != null
                ? "REVOKED"
                : row.getInt("epoch") != epoch ? "ENDED" : expires.isAfter(now) ? "VALID" : "EXPIRED";
        return new Token(
                Sql.uuid(row, "id"),
                row.getString("name"),
                List.of((String[]) row.getArray("scopes").getArray()),
                Sql.instant(row, "created_at"),
                expires,
                Sql.instantOrNull(row, "last_used_at"),
                state);
    }

    /** Ends a token of the current actor; false when there is none such. */
    @Transactional
    public boolean revoke(UUID token) {
        return database.sql("""
                        update api.token
                           set revoked_at = coalesce(revoked_at, :now)
                         where id = :id
                           and account = :account
                        """)
                        .param("id", token)
                        .param("account", currentActor.require().account())
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }
}
