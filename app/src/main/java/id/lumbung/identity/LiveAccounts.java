package id.lumbung.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a session is still good, and for whom. Asked in every request: who leaves the office is out at once. */
@Component
class LiveAccounts {
    private final JdbcClient database;
    private final Accounts accounts;

    LiveAccounts(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    record Live(Actor actor, boolean mustChange) {}

    @Transactional(readOnly = true)
    Optional<Live> find(SignedIn session) {
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
