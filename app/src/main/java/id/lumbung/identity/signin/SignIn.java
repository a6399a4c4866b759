package id.lumbung.identity.signin;

import id.lumbung.identity.Accounts;
import id.lumbung.identity.RateLimiter;
import id.lumbung.identity.password.Passwords;
import id.lumbung.platform.Sql;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Name and password, weighed. Unknown name, wrong password and disabled account look and take the same. */
@Component
class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final RateLimiter.Limit BURST = new RateLimiter.Limit("sign-in", 60, 1000);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final RateLimiter rateLimiter;

    SignIn(
            JdbcClient database,
            TransactionTemplate transaction,
            Passwords passwords,
            SignInAttempts attempts,
            RateLimiter rateLimiter) {
        this.database = database;
        this.transaction = transaction;
        this.passwords = passwords;
        this.attempts = attempts;
        this.rateLimiter = rateLimiter;
    }

    sealed interface Outcome {
        record Welcome(UUID account) implements Outcome {}

        record Wrong() implements Outcome {}

        record TooMany(Duration delay) implements Outcome {}
    }

    private record Candidate(
            UUID account, boolean active, @Nullable String hash) {}

    Outcome attempt(String signInName, String password, String address, byte @Nullable [] device) {
        String name = Accounts.normalised(signInName);
        if (!rateLimiter.tryAcquire(BURST, address)) {
            return new Outcome.TooMany(Duration.ofMinutes(1));
        }
        Duration delay = attempts.delay(address, name, device);
        if (delay.isPositive()) {
            return new Outcome.TooMany(delay);
        }
        Candidate candidate = find(name).orElse(null);
        // Whether there is such an account must not show in the time this takes.
        boolean matches = passwords.matches(password, candidate == null ? null : candidate.hash());
        boolean welcome = matches && candidate != null && candidate.active();
        if (!welcome) {
            attempts.record(address, name, device, false);
        }
        if (candidate == null || !welcome) {
            LOG.info("a sign-in failed");
            return new Outcome.Wrong();
        }
        return new Outcome.Welcome(candidate.account());
    }

    private Optional<Candidate> find(String name) {
        return transaction.execute(status -> database.sql("""
                        select id, state, password_hash
                          from identity.account
                         where sign_in_name = :name
                        """)
                .param("name", name)
                .query((row, number) -> new Candidate(
                        Sql.uuid(row, "id"), row.getString("state").equals("ACTIVE"), row.getString("password_hash")))
                .optional());
    }
}
