package id.lumbung.identity;

import id.lumbung.platform.Sight;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether a session is still good, and for whom. Asked in every request: who leaves the office is out at once. */
@Component
class LiveAccounts {
    private final JdbcClient database;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    LiveAccounts(JdbcClient database, Accounts accounts, PlatformTransactionManager transactions) {
        this.database = database;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    record Live(Actor actor, boolean mustChange) {}

    Optional<Live> find(SignedIn session) {
        Optional<Live> found = Sight.system(Accounts.WHICH_ROLES, () -> transaction.execute(status -> lookUp(session)));
        return found == null ? Optional.empty() : found;
    }

    private Optional<Live> lookUp(SignedIn session) {
        UUID account = session.account();
        return database.sql("""
                        select full_name, must_change
                          from identity.account
                         where id = :id
                           and session_epoch = :epoch
                           and state = 'ACTIVE'
                        """)
                .param("id", account)
                .param("epoch", session.epoch())
                .query((row, number) -> new Live(
                        new Actor(account, row.getString("full_name"), accounts.grantsInForce(account)),
                        row.getBoolean("must_change")))
                .optional();
    }
}
