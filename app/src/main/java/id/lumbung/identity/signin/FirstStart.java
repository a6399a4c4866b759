package id.lumbung.identity.signin;

import id.lumbung.platform.Home;
import id.lumbung.platform.Sight;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * While there is no administrator, each start makes one link with which the first can make an account, and leaves it in a
 * file of the home folder that only the owner of the process may read. At a terminal it is shown as well. Otherwise what is
 * printed reaches a journal, which more people read and which is copied to other places: there it says where the file is.
 */
@Component
public class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
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

    static final String FILE = "first-administrator.link";

    private final JdbcClient database;
    private final OneTimeLinks links;
    private final TransactionTemplate transaction;
    private final Home home;
    private final Clock clock;

    FirstStart(JdbcClient database, OneTimeLinks links, TransactionTemplate transaction, Home home, Clock clock) {
        this.database = database;
        this.links = links;
        this.transaction = transaction;
        this.home = home;
        this.clock = clock;
    }

    /** After whatever else happens at the start, the demo's people among it. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print() {
        print(Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
    }

    void print(boolean terminal) {
        Path file = home.resolve(FILE);
        // of two processes that start at once the later link counts, so it must be the one in the file
        Optional<String> link = home.alone(() -> {
            Optional<String> made = linkIfNeeded();
            made.ifPresent(text -> write(file, text));
            return made;
        });
        if (link.isEmpty()) {
            forget();
            return;
        }
        System.out.printf(
                "%n  Lumbung belum mempunyai administrator. Buka tautan ini satu kali, dalam 24 jam, untuk membuat akunnya:"
                        + "%n  Lumbung has no administrator yet. Open this link once, within 24 hours, to make the account:"
                        + "%n%n  %s%n%n",
                terminal ? link.get() : file + "  (isi berkas ini / in this file)");
    }

    private void write(Path file, String link) {
        try {
            home.writePrivately(file, link + System.lineSeparator());
        } catch (IOException problem) {
            throw new UncheckedIOException("the link for the first administrator cannot be written", problem);
        }
    }

    /** The link is used up, or nobody needs one. */
    void forget() {
        try {
            Files.deleteIfExists(home.resolve(FILE));
        } catch (IOException problem) {
            LOG.warn("{} cannot be deleted; the link in it is of no use any more", FILE);
        }
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
