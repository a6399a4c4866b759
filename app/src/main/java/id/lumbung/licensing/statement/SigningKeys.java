package id.lumbung.licensing.statement;

import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.platform.key.OwnKeys;
import id.lumbung.platform.key.Vault;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys that sign statements. One is in use; a retired one signs nothing more, but its public half is kept for good,
 * since the sheets it signed are still on walls.
 */
@Component
class SigningKeys implements OwnKeys {
    private static final String WHY = "signing keys belong to the whole regency";
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private final JdbcClient database;
    private final Vault vault;
    private final LumbungSettings settings;
    private final Clock clock;
    private final Map<String, PrivateKey> opened = new ConcurrentHashMap<>();

    /** A public key under its name. */
    record PublicKey(String kid, ECPublicKey key) {}

    /** The private key in use under its name. */
    record InUse(String kid, PrivateKey key) {}

    private record SealedKey(String kid, byte[] privateKey) {}

    SigningKeys(JdbcClient database, Vault vault, LumbungSettings settings, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void makeTheFirst() {
        inUse();
    }

    /** The key in use, made when there is none yet. */
    @Transactional
    public InUse inUse() {
        return Sight.system(WHY, () -> {
            Optional<SealedKey> found = sealedInUse();
            if (found.isEmpty()) {
                lock();
                found = sealedInUse();
            }
            return found.map(this::open).orElseGet(() -> make(null));
        });
    }

    /** Retires the key in use and makes a new one. */
    @Transactional
    public String rotate(@Nullable UUID by) {
        return Sight.system(WHY, () -> {
            lock();
            database.sql("""
                            update licensing.signing_key
                               set retired_at = :now, retired_by = :by
                             where region_code = :region
                               and retired_at is null
                            """)
                    .param("now", Sql.at(clock.instant()))
                    .param("by", by)
                    .param("region", settings.regency())
                    .update();
            return make(by).kid();
        });
    }

    @Override
    @Transactional
    public String renew() {
        return "licences are signed by the new key " + rotate(null);
    }

    /** All keys ever made, the newest first. */
    @Transactional(readOnly = true)
    public List<SigningKey> all() {
        return Sight.system(
                WHY,
                () -> database.sql("""
                        select kid, made_at, retired_at
                          from licensing.signing_key
                         order by made_at desc, kid
                         limit 200
                        """)
                        .query((row, index) -> new SigningKey(
                                row.getString("kid"),
                                Sql.instant(row, "made_at"),
                                Sql.instantOrNull(row, "retired_at")))
                        .list());
    }

    /** The public halves of all keys ever made. */
    @Transactional(readOnly = true)
    public List<PublicKey> publicKeys() {
        return Sight.system(
                WHY,
                () -> database.sql("select kid, public_key from licensing.signing_key order by made_at, kid")
                        .query((row, index) ->
                                new PublicKey(row.getString("kid"), Signatures.publicKey(row.getBytes("public_key"))))
                        .list());
    }

    private Optional<SealedKey> sealedInUse() {
        return database.sql("""
                        select kid, private_key
                          from licensing.signing_key
                         where region_code = :region
                           and retired_at is null
                        """)
                .param("region", settings.regency())
                .query((row, index) -> new SealedKey(row.getString("kid"), row.getBytes("private_key")))
                .optional();
    }

    private InUse open(SealedKey sealed) {
        PrivateKey key = opened.computeIfAbsent(
                sealed.kid(), kid -> Signatures.privateKey(vault.open(sealed.privateKey(), contextOf(kid))));
        return new InUse(sealed.kid(), key);
    }

    private InUse make(@Nullable UUID by) {
        KeyPair pair = Signatures.newPair();
        String kid = nameOf(pair);
        database.sql("""
                        insert into licensing.signing_key (kid, region_code, public_key, private_key, made_at, made_by)
                        values (:kid, :region, :public, :private, :now, :by)
                        """)
                .param("kid", kid)
                .param("region", settings.regency())
                .param("public", pair.getPublic().getEncoded())
                .param("private", vault.seal(pair.getPrivate().getEncoded(), contextOf(kid)))
                .param("now", Sql.at(clock.instant()))
                .param("by", by)
                .update();
        return new InUse(kid, pair.getPrivate());
    }

    /** Two first starts at the same moment make one key. */
    private void lock() {
        database.sql("select pg_advisory_xact_lock(hashtext('licensing.signing_key'))")
                .query((row, index) -> 1)
                .single();
    }

    private static String contextOf(String kid) {
        return "licensing.signing_key:" + kid;
    }

    /** Three letters of the hash of the public key: short, since every sheet carries it. */
    private static String nameOf(KeyPair pair) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
            return "" + BASE32.charAt(hash[0] & 31) + BASE32.charAt(hash[1] & 31) + BASE32.charAt(hash[2] & 31);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
