package id.lumbung.identity.passkey;

import static id.lumbung.identity.IdentityProblem.TOO_MANY_PASSKEYS;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import id.lumbung.identity.AccountEvents;
import id.lumbung.identity.AccountEvents.Kind;
import id.lumbung.identity.WaysInWithdrawn;
import id.lumbung.identity.signin.StrongWay;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of people: kept, listed, found, removed. */
@Component
public class Passkeys implements StrongWay {
    static final int MOST = 10;
    private static final String INSERT = """
            insert into identity.passkey (id, account, credential_id, credential, sign_count, verifies_user, backup_allowed,
                                          backed_up, name, created_at)
            values (:id, :account, :credentialId, :credential, :signCount, :verifiesUser, :backupAllowed, :backedUp, :name,
                    :now)
            """;
    private static final String FIND = """
            select id, account, credential, sign_count, verifies_user, backup_allowed, backed_up
              from identity.passkey
             where credential_id = :credentialId
            """;
    private static final String OF_ACCOUNT = """
            select id, name, created_at, last_used_at, credential_id
              from identity.passkey
             where account = :account
             order by created_at, id
             limit 20
            """;
    private static final String USED = """
            update identity.passkey
               set sign_count = :signCount, backed_up = :backedUp, verifies_user = verifies_user or :verified,
                   last_used_at = :now
             where id = :id
            """;

    private final JdbcClient database;
    private final AccountEvents events;
    private final Clock clock;
    private final AttestedCredentialDataConverter converter =
            new AttestedCredentialDataConverter(new ObjectConverter());

    Passkeys(JdbcClient database, AccountEvents events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** One passkey, as its owner reads it. */
    public record Key(
            UUID id, String name, Instant since, @Nullable Instant lastUsed, byte[] credentialId) {}

    record Found(UUID id, UUID account, CredentialRecord credential) {}

    @Override
    @Transactional(readOnly = true)
    public boolean isSet(UUID account) {
        return database.sql("select exists (select 1 from identity.passkey where account = :account and verifies_user)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    public List<Key> of(UUID account) {
        return database.sql(OF_ACCOUNT)
                .param("account", account)
                .query((row, number) -> new Key(
                        Sql.uuid(row, "id"),
                        row.getString("name"),
                        Sql.instant(row, "created_at"),
                        Sql.instantOrNull(row, "last_used_at"),
                        row.getBytes("credential_id")))
                .list();
    }

    /** Keeps a key that has just been checked. */
    @Transactional
    public void add(UUID account, String name, RegistrationData registration) {
        if (of(account).size() >= MOST) {
            throw new Refused(TOO_MANY_PASSKEYS, "identity.passkey.too-many");
        }
        AuthenticatorData<?> data = java.util.Objects.requireNonNull(registration.getAttestationObject())
                .getAuthenticatorData();
        AttestedCredentialData credential = java.util.Objects.requireNonNull(data.getAttestedCredentialData());
        database.sql(INSERT)
                .param("id", Ids.next())
                .param("account", account)
                .param("credentialId", credential.getCredentialId())
                .param("credential", converter.convert(credential))
                .param("signCount", data.getSignCount())
                .param("verifiesUser", data.isFlagUV())
                .param("backupAllowed", data.isFlagBE())
                .param("backedUp", data.isFlagBS())
                .param("name", name)
                .param("now", Sql.at(clock.instant()))
                .update();
        events.add(account, Kind.PASSKEY_ADDED, null);
    }

    @Transactional(readOnly = true)
    public Optional<Found> find(byte[] credentialId) {
        return database.sql(FIND)
                .param("credentialId", credentialId)
                .query((row, number) -> new Found(
                        Sql.uuid(row, "id"),
                        Sql.uuid(row, "account"),
                        new CredentialRecordImpl(
                                new NoneAttestationStatement(),
                                row.getBoolean("verifies_user"),
                                row.getBoolean("backup_allowed"),
                                row.getBoolean("backed_up"),
                                row.getLong("sign_count"),
                                converter.convert(row.getBytes("credential")),
                                null,
                                null,
                                null,
                                null)))
                .optional();
    }

    @Transactional
    public void used(Found key, AuthenticatorData<?> data) {
        database.sql(USED)
                .param("id", key.id())
                .param("signCount", data.getSignCount())
                .param("backedUp", data.isFlagBS())
                .param("verified", data.isFlagUV())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    @Transactional
    public void remove(UUID account, UUID key) {
        int gone = database.sql("delete from identity.passkey where id = :id and account = :account")
                .param("id", key)
                .param("account", account)
                .update();
        if (gone == 1) {
            events.add(account, Kind.PASSKEY_REMOVED, null);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(WaysInWithdrawn event) {
        of(event.account()).forEach(key -> remove(event.account(), key.id()));
    }
}
