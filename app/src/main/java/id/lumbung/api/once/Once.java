package id.lumbung.api.once;

import id.lumbung.api.problem.ApiProblem;
import id.lumbung.api.problem.ApiRefusal;
import id.lumbung.platform.Sql;
import id.lumbung.platform.key.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does the work of a request once: the work and the note that it was done stand in one transaction, so that a crash undoes
 * both or neither. A second request with the same key waits for the first and gets its answer. Only what succeeded is kept:
 * a refused request has changed nothing and may be mended and sent again with the same key.
 */
@Component
class Once {
    static final Duration KEPT = Duration.ofHours(24);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final String CLAIM = """
            insert into api.answer (owner, key, request_hash, created_at)
            values (:owner, :key, :hash, :now)
            on conflict on constraint answer_pk do nothing
            """;
    private static final String FORGET_OLD = """
            delete from api.answer
             where owner = :owner
               and key = :key
               and created_at <= :before
            """;
    private static final String KEEP = """
            update api.answer
               set status = :status, headers = :headers, body = :body
             where owner = :owner
               and key = :key
            """;
    private static final String FIND = """
            select request_hash, status, headers, body
              from api.answer
             where owner = :owner
               and key = :key
            """;

    /** Whose key, which, and a hash of what is asked. */
    record Asked(String owner, String key, byte[] hash) {}

    /** What is answered. */
    record Answer(int status, Map<String, String> headers, byte[] body, boolean replayed) {
        boolean succeeded() {
            return status < 300;
        }
    }

    private record Kept(byte[] hash, int status, @Nullable String headers, byte @Nullable [] body) {}

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    Once(JdbcClient database, PlatformTransactionManager transactions, Vault vault, JsonMapper json, Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    Answer answer(Asked asked, Supplier<Answer> work) {
        try {
            Answer answer = transaction.execute(status -> within(asked, work, status));
            if (answer == null) {
                throw new IllegalStateException("no answer");
            }
            return answer;
        } catch (CannotAcquireLockException | QueryTimeoutException busy) {
            throw new ApiRefusal(ApiProblem.KEY_IN_USE);
        }
    }

    private Answer within(Asked asked, Supplier<Answer> work, TransactionStatus status) {
        Instant now = clock.instant();
        waitAtMost("15s");
        ask(FORGET_OLD, asked).param("before", Sql.at(now.minus(KEPT))).update();
        int claimed = ask(CLAIM, asked)
                .param("hash", asked.hash())
                .param("now", Sql.at(now))
                .update();
        waitAtMost("0");
        if (claimed == 0) {
            return replay(asked);
        }
        Answer answer = work.get();
        if (!answer.succeeded()) {
            status.setRollbackOnly();
            return answer;
        }
        ask(KEEP, asked)
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(answer.headers()))
                .param("body", vault.seal(answer.body(), context(asked)))
                .update();
        return answer;
    }

    private void waitAtMost(String time) {
        database.sql("select set_config('lock_timeout', :time, true)")
                .param("time", time)
                .query(String.class)
                .single();
    }

    private Answer replay(Asked asked) {
        Optional<Kept> found = ask(FIND, asked)
                .query((row, number) -> new Kept(
                        row.getBytes("request_hash"),
                        row.getInt("status"),
                        row.getString("headers"),
                        row.getBytes("body")))
                .optional();
        Kept kept = found.orElseThrow(() -> new ApiRefusal(ApiProblem.KEY_IN_USE));
        if (!Arrays.equals(kept.hash(), asked.hash())) {
            throw new ApiRefusal(ApiProblem.KEY_USED_OTHERWISE, "Idempotency-Key");
        }
        String headers = kept.headers();
        byte[] body = kept.body();
        if (headers == null || body == null) {
            throw new IllegalStateException("an answer without a body was kept");
        }
        return new Answer(kept.status(), json.readValue(headers, HEADERS), vault.open(body, context(asked)), true);
    }

    private static String context(Asked asked) {
        return "api.answer:" + asked.owner() + ":" + asked.key();
    }

    private JdbcClient.StatementSpec ask(String sql, Asked asked) {
        return database.sql(sql).param("owner", asked.owner()).param("key", asked.key());
    }

    @Scheduled(initialDelayString = "PT7M", fixedDelayString = "PT1H")
    void forgetOld() {
        transaction.executeWithoutResult(status -> database.sql("delete from api.answer where created_at < :before")
                .param("before", Sql.at(clock.instant().minus(KEPT)))
                .update());
    }
}
