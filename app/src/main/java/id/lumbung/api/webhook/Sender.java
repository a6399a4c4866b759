package id.lumbung.api.webhook;

import id.lumbung.platform.Sql;
import id.lumbung.platform.key.Vault;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits, at least once and in order: of each subscriber only the oldest message that was not delivered. A try is
 * noted before it is made, so that a second process does not make it too and a crash only repeats it.
 */
@Component
class Sender {
    static final Duration PATIENCE = Duration.ofDays(5);
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int GONE = 410;
    private static final String DUE = """
            select d.seq, d.id, d.subscription, d.kind, d.body, d.attempts, s.url, s.secret
              from api.delivery d
              join api.subscription s on s.id = d.subscription
             where s.state = 'ACTIVE'
               and d.delivered_at is null
               and d.next_try_at <= :now
               and not exists (select 1
                                 from api.delivery older
                                where older.subscription = d.subscription
                                  and older.delivered_at is null
                                  and older.seq < d.seq)
             order by d.seq
             limit 20
            """;
    private static final String CLAIM = """
            update api.delivery
               set attempts = attempts + 1, last_try_at = :now, next_try_at = :lease
             where seq = :seq
               and attempts = :attempts
               and delivered_at is null
            """;
    private static final String DELIVERED = """
            update api.delivery
               set delivered_at = :now, last_status = :status, last_problem = null
             where seq = :seq
            """;
    private static final String FAILED = """
            update api.delivery
               set next_try_at = :next, last_status = :status, last_problem = :problem
             where seq = :seq
            """;
    private static final String FAILING = """
            update api.subscription
               set failing_since = coalesce(failing_since, :now),
                   state = case when :gone or coalesce(failing_since, :now) <= :limit then 'STOPPED' else state end
             where id = :id
               and state = 'ACTIVE'
            returning state
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final Clock clock;
    private final PublicAddresses addresses;
    /** Made when there is something to send: the certificates that it reads would hold up every start. */
    private @Nullable CloseableHttpClient client;

    private record Due(long seq, UUID id, UUID subscription, String body, int attempts, String url, byte[] secret) {}

    private record Outcome(
            @Nullable Integer status, @Nullable String problem) {
        boolean delivered() {
            return status != null && status >= 200 && status < 300;
        }
    }

    Sender(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Vault vault,
            Clock clock,
            @Value("${lumbung.webhook.loopback:false}") boolean loopbackToo) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.vault = vault;
        this.clock = clock;
        this.addresses = new PublicAddresses(loopbackToo);
    }

    /** Follows nothing, repeats nothing, remembers nothing. */
    private static CloseableHttpClient client(PublicAddresses addresses) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(5))
                                .setSocketTimeout(Timeout.ofSeconds(10))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.ofSeconds(10))
                        .setConnectionRequestTimeout(Timeout.ofSeconds(5))
                        .build())
                .setUserAgent("Lumbung")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private synchronized CloseableHttpClient client() {
        if (client == null) {
            client = client(addresses);
        }
        return client;
    }

    @PreDestroy
    synchronized void close() throws IOException {
        if (client != null) {
            client.close();
        }
    }

    @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT5S")
    void sendDue() {
        while (sendSome() > 0) {
            // what was delivered makes room for what waits behind it
        }
    }

    /** One round; how many were delivered. */
    int sendSome() {
        List<Due> due = Optional.ofNullable(transaction.execute(status -> database.sql(DUE)
                        .param("now", Sql.at(clock.instant()))
                        .query((row, number) -> new Due(
                                row.getLong("seq"),
                                Sql.uuid(row, "id"),
                                Sql.uuid(row, "subscription"),
                                row.getString("body"),
                                row.getInt("attempts"),
                                row.getString("url"),
                                row.getBytes("secret")))
                        .list()))
                .orElse(List.of());
        int delivered = 0;
        for (Due one : due) {
            if (claim(one)) {
                Outcome outcome = send(one);
                note(one, outcome);
                delivered += outcome.delivered() ? 1 : 0;
            }
        }
        return delivered;
    }

    private boolean claim(Due due) {
        Instant now = clock.instant();
        return Boolean.TRUE.equals(transaction.execute(status -> database.sql(CLAIM)
                        .param("seq", due.seq())
                        .param("attempts", due.attempts())
                        .param("now", Sql.at(now))
                        .param("lease", Sql.at(now.plus(LEASE)))
                        .update()
                == 1));
    }

    private Outcome send(Due due) {
        Instant at = clock.instant();
        String id = "msg_" + due.id();
        String secret = vault.openText(due.secret(), Webhooks.context(due.subscription()));
        HttpPost request = new HttpPost(due.url());
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", String.valueOf(at.getEpochSecond()));
        request.setHeader("webhook-signature", Signature.of(secret, id, at, due.body()));
        request.setEntity(
                new StringEntity(due.body(), ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        Thread guard = Thread.startVirtualThread(() -> abortAfter(request));
        try (ClassicHttpResponse response = client().executeOpen(null, request, null)) {
            return new Outcome(response.getCode(), null);
        } catch (IOException problem) {
            return new Outcome(null, problem.getClass().getSimpleName());
        } finally {
            guard.interrupt();
        }
    }

    /** However slowly somebody answers, byte by byte. */
    private static void abortAfter(HttpPost request) {
        try {
            Thread.sleep(Duration.ofSeconds(20));
            request.abort();
        } catch (InterruptedException answered) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(Due due, Outcome outcome) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (outcome.delivered()) {
                database.sql(DELIVERED)
                        .param("seq", due.seq())
                        .param("now", Sql.at(now))
                        .param("status", outcome.status())
                        .update();
                database.sql("update api.subscription set failing_since = null where id = :id")
                        .param("id", due.subscription())
                        .update();
                return;
            }
            database.sql(FAILED)
                    .param("seq", due.seq())
                    .param("next", Sql.at(now.plus(pause(due.attempts() + 1))))
                    .param("status", outcome.status())
                    .param("problem", outcome.problem())
                    .update();
            Integer code = outcome.status();
            String state = database.sql(FAILING)
                    .param("id", due.subscription())
                    .param("now", Sql.at(now))
                    .param("limit", Sql.at(now.minus(PATIENCE)))
                    .param("gone", code != null && code == GONE)
                    .query(String.class)
                    .optional()
                    .orElse("");
            if (state.equals("STOPPED")) {
                LOG.warn("webhook {} failed for days and was stopped; see /webhook", due.subscription());
            }
        });
    }

    /** Twice as long after each try, a fifth more or less, so that many do not come back at once. */
    static Duration pause(int attempts) {
        long usual = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.clamp(attempts - 1, 0, 20));
        long fifth = usual / 5;
        return Duration.ofMillis(usual - fifth + ThreadLocalRandom.current().nextLong(2 * fifth + 1));
    }
}
