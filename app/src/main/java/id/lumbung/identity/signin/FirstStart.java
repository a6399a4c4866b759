package id.lumbung.identity.signin;

import id.lumbung.platform.Sight;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * While there is no administrator, each start makes one link with which the first can make an account, and prints it on
 * the console: who can read that is who runs this Lumbung. Not in the log, which is copied to other places.
 */
@Component
public class FirstStart {
    private static final String ADMINISTRATOR_EXISTS = """
            select exists (select 1
                             from identity.role_grant g
                             join identity.account a on a.id = g.account
                            where g.role = 'ADMINISTRATOR'
                              and g.revoked_at is null
                              and g.valid_from <= :today
                              and (g.valid_to is null or g.valid_to >= :today)
                              and a.state = 'ACTIVE')
            """;

    private final JdbcClient database;
    private final OneTimeLinks links;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstStart(JdbcClient database, OneTimeLinks links, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.links = links;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** After whatever else happens at the start, the demo's people among it. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print() {
        linkIfNeeded()
                .ifPresent(link -> System.out.printf(
                        "%n  Lumbung belum mempunyai administrator. Buka tautan ini satu kali, dalam 24 jam, untuk membuat akunnya:"
                                + "%n  Lumbung has no administrator yet. Open this link once, within 24 hours, to make the account:"
                                + "%n%n  %s%n%n",
                        link));
    }

    Optional<String> linkIfNeeded() {
        return transaction.execute(status -> administratorExists()
                ? Optional.<String>empty()
                : Optional.of(links.make(OneTimeLinks.Purpose.SETUP, null)));
    }

    @Transactional(readOnly = true)
    public boolean administratorExists() {
        return Sight.system(
                "is there an administrator",
                () -> database.sql(ADMINISTRATOR_EXISTS)
                        .param("today", LocalDate.now(clock))
                        .query(Boolean.class)
                        .single());
    }
}
