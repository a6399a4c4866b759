package id.lumbung.identity;

import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The history of accounts; an entry belongs to the transaction of what was done. */
@Component
public class AccountEvents {
    private static final String INSERT = """
            insert into identity.account_event (id, account, at, actor, kind, detail)
            values (:id, :account, :at, :actor, :kind, :detail)
            """;

    private final JdbcClient database;
    private final CurrentActor currentActor;
    private final Clock clock;

    AccountEvents(JdbcClient database, CurrentActor currentActor, Clock clock) {
        this.database = database;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** What was done. */
    public enum Kind {
        CREATED,
        CHANGED,
        INVITED,
        RESET_LINK,
        PASSWORD_SET,
        MUST_CHANGE,
        DISABLED,
        ENABLED,
        GRANTED,
        REVOKED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        SECOND_FACTOR_SET,
        SECOND_FACTOR_REMOVED,
        RECOVERY_CODES_MADE,
        RECOVERY_CODE_USED,
        OUTSIDE_LINKED,
        OUTSIDE_UNLINKED,
        SESSIONS_ENDED
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID account, Kind kind, @Nullable String detail) {
        database.sql(INSERT)
                .param("id", Ids.next())
                .param("account", account)
                .param("at", Sql.at(clock.instant()))
                .param("actor", currentActor.find().map(Actor::account).orElse(null))
                .param("kind", kind.name())
                .param("detail", detail)
                .update();
    }
}
