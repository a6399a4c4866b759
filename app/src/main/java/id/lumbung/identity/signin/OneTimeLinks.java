package id.lumbung.identity.signin;

import static id.lumbung.identity.IdentityProblem.LINK_NOT_VALID;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.platform.Ids;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Links with which somebody sets a password once. 256 random bits; the database knows only their hash. */
@Component
public class OneTimeLinks {
    private static final String VALID = """
            select l.id, l.purpose, l.account, a.sign_in_name, a.full_name
              from identity.one_time_link l
              left join identity.account a on a.id = l.account
             where l.token_hash = :hash
               and l.used_at is null
               and l.expires_at > :now
               and a.state is distinct from 'DISABLED'
            """;
    private static final String INSERT = """
            insert into identity.one_time_link (id, token_hash, purpose, account, created_by, created_at, expires_at)
            values (:id, :hash, :purpose, :account, :createdBy, :now, :expires)
            """;
    private static final String END_OLDER = """
            update identity.one_time_link
               set expires_at = :now
             where account is not distinct from cast(:account as uuid)
               and used_at is null
               and expires_at > :now
            """;
    private static final String USE = """
            update identity.one_time_link
               set used_at = :now
             where id = :id
               and used_at is null
               and expires_at > :now
            """;

    private final JdbcClient database;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinks(JdbcClient database, CurrentActor currentActor, Clock clock, LumbungSettings settings) {
        this.database = database;
        this.currentActor = currentActor;
        this.clock = clock;
        this.publicUrl = settings.publicUrl();
    }

    /** What a link is for, and how long. */
    public enum Purpose {
        SETUP(Duration.ofHours(24)),
        INVITE(Duration.ofDays(7)),
        RESET(Duration.ofHours(24));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        Duration life() {
            return life;
        }
    }

    /**
     * A link that can still be used.
     *
     * @param account null for the first administrator, who has none yet
     */
    public record Link(
            UUID id,
            Purpose purpose,
            @Nullable UUID account,
            @Nullable String signInName,
            @Nullable String fullName) {}

    /** A new link, whole, to be shown once; older ones for the same account stop working. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String make(Purpose purpose, @Nullable UUID account) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        database.sql(END_OLDER)
                .param("account", account)
                .param("now", Sql.at(clock.instant()))
                .update();
        database.sql(INSERT)
                .param("id", Ids.next())
                .param("hash", hash(token))
                .param("purpose", purpose.name())
                .param("account", account)
                .param("createdBy", currentActor.find().map(Actor::account).orElse(null))
                .param("now", Sql.at(clock.instant()))
                .param("expires", Sql.at(clock.instant().plus(purpose.life())))
                .update();
        return publicUrl + "/atur/" + token;
    }

    @Transactional(readOnly = true)
    public Optional<Link> find(String token) {
        return database.sql(VALID)
                .param("hash", hash(token))
                .param("now", Sql.at(clock.instant()))
                .query((row, number) -> new Link(
                        Sql.uuid(row, "id"),
                        Purpose.valueOf(row.getString("purpose")),
                        Sql.uuidOrNull(row, "account"),
                        row.getString("sign_in_name"),
                        row.getString("full_name")))
                .optional();
    }

    /** Uses the link up; of two who try at the same moment one is refused. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(Link link) {
        int used = database.sql(USE)
                .param("id", link.id())
                .param("now", Sql.at(clock.instant()))
                .update();
        if (used != 1) {
            throw new Refused(LINK_NOT_VALID, "identity.link.not-valid");
        }
    }

    /** No link to this account works any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(UUID account) {
        database.sql(END_OLDER)
                .param("account", account)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
