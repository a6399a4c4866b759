package id.lumbung.identity.signin;

import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.platform.key.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes guessing slow without letting anybody lock out somebody else. Failures count per device, or per address, and per
 * address and name. Where neither the device nor the address has ever been used by the owner of the name, failures count
 * per name wherever they came from, so that many guessers are as slow as one.
 */
@Component
class SignInAttempts {
    private static final int FREE_FOR_A_NAME = 5;
    private static final int FREE_FOR_A_NAME_ANYWHERE = 20;
    private static final int FREE_FOR_AN_ADDRESS = 50;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    private static final String FAILURES_ON_DEVICE = """
            select count(*) as failures, max(at) as latest
              from identity.sign_in_attempt a
             where name_hash in (:names)
               and device = :device
               and not succeeded
               and at > :since
               and not exists (select 1
                                 from identity.sign_in_attempt s
                                where s.name_hash in (:names)
                                  and s.device = a.device
                                  and s.succeeded
                                  and s.at >= a.at)
            """;
    private static final String FAILURES_FOR_NAME = """
            select count(*) as failures, max(at) as latest
              from identity.sign_in_attempt a
             where name_hash in (:names)
               and address = :address
               and device is null
               and not succeeded
               and at > :since
               and not exists (select 1
                                 from identity.sign_in_attempt s
                                where s.name_hash in (:names)
                                  and s.address = a.address
                                  and s.succeeded
                                  and s.at >= a.at)
            """;
    private static final String FAILURES_FOR_NAME_ANYWHERE = """
            select count(*) as failures, max(at) as latest
              from identity.sign_in_attempt
             where name_hash in (:names)
               and device is null
               and not succeeded
               and at > :since
               and not exists (select 1
                                 from identity.sign_in_attempt
                                where name_hash in (:names)
                                  and address = :address
                                  and succeeded
                                  and at > :kept)
            """;
    private static final String FAILURES_FROM_ADDRESS = """
            select count(*) as failures, max(at) as latest
              from identity.sign_in_attempt
             where address = :address
               and not succeeded
               and at > :since
            """;
    private static final String INSERT = """
            insert into identity.sign_in_attempt (id, at, address, name_hash, device, succeeded)
            values (:id, :at, :address, :name, :device, :succeeded)
            """;

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    SignInAttempts(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    private record Failures(long count, @Nullable Instant latest) {}

    /**
     * How long to wait before this name may be tried again.
     *
     * @param address from where it is tried
     * @param device on which the owner of the name has signed in before, or null
     */
    @Transactional(readOnly = true)
    Duration delay(String address, String signInName, byte @Nullable [] device) {
        List<byte[]> names = vault.fingerprints("sign-in", signInName);
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        if (device != null) {
            Failures here = database.sql(FAILURES_ON_DEVICE)
                    .param("names", names)
                    .param("device", device)
                    .param("since", Sql.at(yesterday))
                    .query(SignInAttempts::failures)
                    .single();
            return left(here, required(here.count() - FREE_FOR_A_NAME));
        }
        Failures forName = database.sql(FAILURES_FOR_NAME)
                .param("names", names)
                .param("address", address)
                .param("since", Sql.at(yesterday))
                .query(SignInAttempts::failures)
                .single();
        Failures anywhere = database.sql(FAILURES_FOR_NAME_ANYWHERE)
                .param("names", names)
                .param("address", address)
                .param("since", Sql.at(yesterday))
                .param("kept", Sql.at(clock.instant().minus(KEPT)))
                .query(SignInAttempts::failures)
                .single();
        Failures fromAddress = database.sql(FAILURES_FROM_ADDRESS)
                .param("address", address)
                .param("since", Sql.at(clock.instant().minus(LONGEST_DELAY)))
                .query(SignInAttempts::failures)
                .single();
        return java.util.stream.Stream.of(
                        left(forName, required(forName.count() - FREE_FOR_A_NAME)),
                        left(anywhere, required(anywhere.count() - FREE_FOR_A_NAME_ANYWHERE)),
                        left(fromAddress, required(Math.floorDiv(fromAddress.count() - FREE_FOR_AN_ADDRESS, 5))))
                .max(java.util.Comparator.naturalOrder())
                .orElseThrow();
    }

    @Transactional
    void record(String address, String signInName, byte @Nullable [] device, boolean succeeded) {
        database.sql(INSERT)
                .param("id", Ids.next())
                .param("at", Sql.at(clock.instant()))
                .param("address", address)
                .param("name", hash(signInName))
                .param("device", device, java.sql.Types.BINARY)
                .param("succeeded", succeeded)
                .update();
        if (succeeded) {
            database.sql("delete from identity.sign_in_attempt where at < :before")
                    .param("before", Sql.at(clock.instant().minus(KEPT)))
                    .update();
        }
    }

    /** Doubles with each failure beyond the free ones: 30 s, 1 min, 2 min … 15 min. */
    static Duration required(long failuresTooMany) {
        if (failuresTooMany < 0) {
            return Duration.ZERO;
        }
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(failuresTooMany, 10));
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private Duration left(Failures failures, Duration required) {
        if (required.isZero() || failures.latest() == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), failures.latest().plus(required));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private byte[] hash(String signInName) {
        return vault.fingerprint("sign-in", signInName);
    }

    private static Failures failures(ResultSet row, int number) throws SQLException {
        return new Failures(row.getLong("failures"), Sql.instantOrNull(row, "latest"));
    }
}
