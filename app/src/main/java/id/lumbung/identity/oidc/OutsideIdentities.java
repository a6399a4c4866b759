package id.lumbung.identity.oidc;

import id.lumbung.identity.AccountEvents;
import id.lumbung.identity.AccountEvents.Kind;
import id.lumbung.identity.IdentityProblem;
import id.lumbung.identity.WaysInWithdrawn;
import id.lumbung.identity.signin.OtherDoor;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sql;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is who at the sign-in service. Only the owner of an account links it: nobody gets an account by signing in there. */
@Component
public class OutsideIdentities implements OtherDoor {
    private static final String INSERT = """
            insert into identity.outside_identity (id, account, issuer, subject, linked_at)
            values (:id, :account, :issuer, :subject, :now)
            """;
    private static final String USE = """
            update identity.outside_identity
               set last_used_at = :now
             where issuer = :issuer
               and subject = :subject
            returning account
            """;

    private final JdbcClient database;
    private final AccountEvents events;
    private final OidcSettings settings;
    private final Clock clock;

    OutsideIdentities(JdbcClient database, AccountEvents events, OidcSettings settings, Clock clock) {
        this.database = database;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<String> name() {
        return settings.issuer() == null || settings.issuer().isBlank()
                ? Optional.empty()
                : Optional.of(settings.name());
    }

    @Override
    public String path() {
        return OidcController.PATH;
    }

    @Override
    public String wayOut() {
        return OidcController.LEAVE;
    }

    @Transactional(readOnly = true)
    public boolean isLinked(UUID account) {
        return database.sql("""
                        select exists (select 1
                                         from identity.outside_identity
                                        where account = :account
                                          and issuer = :issuer)
                        """)
                .param("account", account)
                .param("issuer", settings.issuer())
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void link(UUID account, String issuer, String subject) {
        try {
            database.sql(INSERT)
                    .param("id", Ids.next())
                    .param("account", account)
                    .param("issuer", issuer)
                    .param("subject", subject)
                    .param("now", Sql.at(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused(IdentityProblem.OUTSIDE_IDENTITY_TAKEN, "identity.oidc.taken");
        }
        events.add(account, Kind.OUTSIDE_LINKED, null);
    }

    /** Whose account it is. */
    @Transactional
    public Optional<UUID> use(String issuer, String subject) {
        return database.sql(USE)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("now", Sql.at(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    @Transactional
    public void unlink(UUID account) {
        int gone = database.sql("delete from identity.outside_identity where account = :account")
                .param("account", account)
                .update();
        if (gone > 0) {
            events.add(account, Kind.OUTSIDE_UNLINKED, null);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(WaysInWithdrawn event) {
        unlink(event.account());
    }
}
