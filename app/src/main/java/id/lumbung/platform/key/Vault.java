package id.lumbung.platform.key;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import id.lumbung.platform.Home;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Seals personal data at rest (AEAD with a rotating keyset) and makes keyed hashes of it for exact look-up. The context
 * is bound to the sealed bytes: what was sealed for one place cannot be moved to another.
 */
public final class Vault {
    static final String SEAL = "seal";
    static final String FINGERPRINT = "fingerprint";
    static final String SEAL_TEMPLATE = "AES256_GCM";
    static final String FINGERPRINT_TEMPLATE = "HMAC_SHA256_PRF";
    private static final int HASH = 32;

    private final Keyset<Aead> sealing;
    private final Keyset<PrfSet> hashing;

    public Vault(Home home) {
        this(home, MasterKeys.open(KeySettings.NONE, home));
    }

    /** The vault of a home, opened by its master key. */
    public Vault(Home home, MasterKey master) {
        register();
        this.sealing = new Keyset<>(
                home, master, SEAL, SEAL_TEMPLATE, keys -> keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
        this.hashing = new Keyset<>(
                home,
                master,
                FINGERPRINT,
                FINGERPRINT_TEMPLATE,
                keys -> keys.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    }

    static void register() {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException("the vault has no cryptography", problem);
        }
    }

    /** Encrypts; {@code context} must be given again to open, such as {@code "registry.person.nik:<id>"}. */
    public byte[] seal(byte[] plain, String context) {
        try {
            return sealing.now().primitive().encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException("cannot seal", problem);
        }
    }

    /** Opens what any key of the keyset has sealed, the one in use or an earlier one. */
    public byte[] open(byte[] sealed, String context) {
        try {
            Keyset.Loaded<Aead> now = sealing.now();
            Keyset.Loaded<Aead> keys = knows(now, sealed) ? now : sealing.anew();
            return keys.primitive().decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IOException problem) {
            throw new IllegalStateException("cannot open what was sealed for this place", problem);
        }
    }

    /** Whether the key that sealed this is in the keyset; another process may have taken a new one into use. */
    private static boolean knows(Keyset.Loaded<Aead> keys, byte[] sealed) {
        if (sealed.length < 5) {
            return true;
        }
        int key = ByteBuffer.wrap(sealed, 1, 4).getInt();
        return keys.names().contains(key);
    }

    public byte[] sealText(String plain, String context) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    public String openText(byte[] sealed, String context) {
        return new String(open(sealed, context), StandardCharsets.UTF_8);
    }

    /**
     * A keyed hash (HMAC-SHA-256, 32 bytes) of a value of a kind: equal values are found, none can be guessed offline. For
     * writing; to look up, use {@link #fingerprints}.
     */
    public byte[] fingerprint(String kind, String value) {
        try {
            return hashing.now().primitive().computePrimary(hashed(kind, value), HASH);
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException("cannot make a fingerprint", problem);
        }
    }

    /** As {@link #seal} and {@link #fingerprint} with the keys of this moment, for many values in a row of a short work. */
    public Bulk bulk() {
        return new Bulk(sealing.now().primitive(), hashing.now().primitive());
    }

    /** The keys in use when it was made: a look at the keysets for each of a million values would take longer than sealing. */
    public static final class Bulk {
        private final Aead sealing;
        private final PrfSet hashing;

        private Bulk(Aead sealing, PrfSet hashing) {
            this.sealing = sealing;
            this.hashing = hashing;
        }

        public byte[] sealText(String plain, String context) {
            try {
                return sealing.encrypt(
                        plain.getBytes(StandardCharsets.UTF_8), context.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException problem) {
                throw new IllegalStateException("cannot seal", problem);
            }
        }

        public byte[] fingerprint(String kind, String value) {
            try {
                return hashing.computePrimary(hashed(kind, value), HASH);
            } catch (GeneralSecurityException problem) {
                throw new IllegalStateException("cannot make a fingerprint", problem);
            }
        }
    }

    /**
     * The keyed hashes under every key of the keyset, the oldest key first: what a look-up must compare with, since a value
     * may have been hashed before the last rotation.
     */
    public List<byte[]> fingerprints(String kind, String value) {
        Keyset.Loaded<PrfSet> now = hashing.now();
        try {
            List<byte[]> all = new ArrayList<>();
            for (int i = 0; i < now.keys().size(); i++) {
                Prf prf = now.primitive().getPrfs().get(now.keys().getAt(i).getId());
                if (prf != null) {
                    all.add(prf.compute(hashed(kind, value), HASH));
                }
            }
            return all;
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException("cannot make a fingerprint", problem);
        }
    }

    /** What sealed bytes begin with when the key in use has sealed them. */
    byte[] sealPrefix() {
        return ByteBuffer.allocate(5).put((byte) 1).putInt(sealKey()).array();
    }

    public boolean sealedByKeyInUse(byte[] sealed) {
        return sealed.length > 5 && Arrays.equals(Arrays.copyOf(sealed, 5), sealPrefix());
    }

    int sealKey() {
        return primary(sealing.now().keys());
    }

    int fingerprintKey() {
        return primary(hashing.now().keys());
    }

    /** Names of the keys that open what is sealed; names are no secret. */
    public List<Integer> sealKeyNames() {
        return sealing.now().names();
    }

    /** Names of the keys under which look-ups are made. */
    public List<Integer> fingerprintKeyNames() {
        return hashing.now().names();
    }

    private static int primary(KeysetHandle keys) {
        return keys.getPrimary().getId();
    }

    private static byte[] hashed(String kind, String value) {
        return (kind + "\u0000" + value).getBytes(StandardCharsets.UTF_8);
    }
}
