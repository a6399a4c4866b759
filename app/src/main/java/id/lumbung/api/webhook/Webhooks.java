package id.lumbung.api.webhook;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sql;
import id.lumbung.platform.key.Vault;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Subscribers to what happens to licences, and what was sent to them; for administrators. */
@Component
@Transactional
class Webhooks {
    static final int MOST = 20;
    private static final String COLUMNS = """
            select id, url, created_at, state, failing_since,
                   (select count(*) from api.delivery d where d.subscription = s.id and d.delivered_at is null) as waiting
              from api.subscription s
            """;
    private static final String INSERT = """
            insert into api.subscription (id, url, secret, created_at, created_by, state)
            values (:id, :url, :secret, :now, :by, 'ACTIVE')
            """;
    private static final String DELIVERIES = """
            select seq, id, kind, made_at, attempts, delivered_at, last_try_at, last_status, last_problem, next_try_at
              from api.delivery
             where subscription = :subscription
               and (cast(:after as bigint) is null or seq < :after)
             order by seq desc
             limit :limit
            """;
    private static final String AGAIN = """
            insert into api.delivery (id, subscription, kind, body, made_at, next_try_at)
            select id, subscription, kind, body, made_at, :now
              from api.delivery
             where subscription = :subscription
               and seq = :seq
            """;

    private final JdbcClient database;
    private final Vault vault;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final PublicAddresses addresses;
    private final boolean loopbackToo;

    Webhooks(
            JdbcClient database,
            Vault vault,
            CurrentActor currentActor,
            Clock clock,
            @Value("${lumbung.webhook.loopback:false}") boolean loopbackToo) {
        this.database = database;
        this.vault = vault;
        this.currentActor = currentActor;
        this.clock = clock;
        this.addresses = new PublicAddresses(loopbackToo);
        this.loopbackToo = loopbackToo;
    }

    /**
     * A subscriber.
     *
     * @param state {@code ACTIVE}, or {@code STOPPED} after days of failing
     * @param waiting how many messages are not delivered yet
     */
    record Subscription(
            UUID id,
            String url,
            Instant createdAt,
            String state,
            @Nullable Instant failingSince,
            long waiting) {}

    /** A subscription just made, with the secret by which its messages are checked: told once. */
    record Made(UUID id, String secret) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    record Delivery(
            long seq,
            UUID id,
            String kind,
            Instant madeAt,
            int attempts,
            @Nullable Instant deliveredAt,
            @Nullable Instant lastTryAt,
            @Nullable Integer lastStatus,
            @Nullable String lastProblem,
            @Nullable Instant nextTryAt) {}

    private Actor administrator() {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.MANAGE_WEBHOOKS);
        return actor;
    }

    Made subscribe(String url) {
        Actor actor = administrator();
        FieldProblems problems = new FieldProblems();
        String plain = url.strip();
        String problem = problemOf(plain);
        if (problem != null) {
            problems.add("url", problem);
        } else if (list().size() >= MOST) {
            problems.add("url", "api.webhook.too-many", MOST);
        }
        Invalid.unlessEmpty(problems);
        UUID id = Ids.next();
        String secret = Signature.newSecret();
        database.sql(INSERT)
                .param("id", id)
                .param("url", plain)
                .param("secret", vault.sealText(secret, context(id)))
                .param("now", Sql.at(clock.instant()))
                .param("by", actor.account())
                .update();
        return new Made(id, secret);
    }

    static String context(UUID subscription) {
        return "api.subscription:" + subscription;
    }

    /** The key of what is wrong with an address, or null. */
    @Nullable
    String problemOf(String url) {
        if (url.length() > 500) {
            return "api.webhook.url.form";
        }
        try {
            URI address = new URI(url);
            String host = address.getHost();
            if (host == null || address.getUserInfo() != null || address.getFragment() != null) {
                return "api.webhook.url.form";
            }
            boolean secure = "https".equals(address.getScheme());
            boolean loopback = loopbackToo && "http".equals(address.getScheme()) && host.equals("127.0.0.1");
            if (!secure && !loopback) {
                return "api.webhook.url.https";
            }
            addresses.resolve(host.replaceAll("[\\[\\]]", ""));
            return null;
        } catch (URISyntaxException unreadable) {
            return "api.webhook.url.form";
        } catch (java.net.UnknownHostException nowhere) {
            return "api.webhook.url.nowhere";
        }
    }

    @Transactional(readOnly = true)
    List<Subscription> list() {
        administrator();
        return database.sql(COLUMNS + " where state <> 'ENDED' order by created_at, id limit 100")
                .query(Webhooks::subscription)
                .list();
    }

    @Transactional(readOnly = true)
    Subscription get(UUID id) {
        administrator();
        return database.sql(COLUMNS + " where id = :id and state <> 'ENDED'")
                .param("id", id)
                .query(Webhooks::subscription)
                .optional()
                .orElseThrow(Webhooks::unknown);
    }

    private static Refused unknown() {
        return new Refused(WebhookProblem.WEBHOOK_NOT_FOUND, "api.webhook.not-found");
    }

    /** No more messages; what waits is not sent. */
    void end(UUID id) {
        get(id);
        database.sql("update api.subscription set state = 'ENDED', ended_at = :now where id = :id")
                .param("id", id)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Goes on with a subscription that failed for days, beginning with what waits. */
    void goOn(UUID id) {
        get(id);
        database.sql("update api.subscription set state = 'ACTIVE', failing_since = null where id = :id")
                .param("id", id)
                .update();
        database.sql("""
                        update api.delivery
                           set next_try_at = :now
                         where subscription = :id
                           and delivered_at is null
                        """).param("id", id).param("now", Sql.at(clock.instant())).update();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Delivery> deliveries(UUID subscription, @Nullable Long after, int limit) {
        get(subscription);
        return database.sql(DELIVERIES)
                .param("subscription", subscription)
                .param("after", after)
                .param("limit", limit)
                .query(Webhooks::delivery)
                .list();
    }

    /** The same message once more, under the same id, after those that wait. */
    void sendAgain(UUID subscription, long seq) {
        get(subscription);
        int copied = database.sql(AGAIN)
                .param("subscription", subscription)
                .param("seq", seq)
                .param("now", Sql.at(clock.instant()))
                .update();
        if (copied == 0) {
            throw new Refused(WebhookProblem.DELIVERY_NOT_FOUND, "api.webhook.delivery.not-found");
        }
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                Sql.uuid(row, "id"),
                row.getString("url"),
                Sql.instant(row, "created_at"),
                row.getString("state"),
                Sql.instantOrNull(row, "failing_since"),
                row.getLong("waiting"));
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        Instant delivered = Sql.instantOrNull(row, "delivered_at");
        int status = row.getInt("last_status");
        Integer lastStatus = row.wasNull() ? null : status;
        return new Delivery(
                row.getLong("seq"),
                Sql.uuid(row, "id"),
                row.getString("kind"),
                Sql.instant(row, "made_at"),
                row.getInt("attempts"),
                delivered,
                Sql.instantOrNull(row, "last_try_at"),
                lastStatus,
                row.getString("last_problem"),
                delivered == null ? Sql.instant(row, "next_try_at") : null);
    }
}
