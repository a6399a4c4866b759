package id.lumbung.platform.key;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * AES-256-GCM keys held by this process: the first wraps, all unwrap. Wrapped bytes begin with eight bytes that say which
 * key it was, so that a wrong key is told apart from damage.
 */
public final class LocalMasterKey implements MasterKey {
    private static final int NAME = 8;

    private final Map<ByteBuffer, byte[]> keys = new LinkedHashMap<>();
    private final String place;

    /** Keys as 43 base64url characters (32 bytes), the newest first, apart by white space or commas. */
    public LocalMasterKey(String text, String place) {
        this.place = place;
        for (String one : words(text)) {
            byte[] key = decoded(one);
            keys.put(ByteBuffer.wrap(nameOf(key)), key);
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException("There is no master key in " + place + ".");
        }
    }

    static List<String> words(String text) {
        return Arrays.stream(text.replaceAll("(?m)#.*$", "").split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String generate() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] decoded(String word) {
        try {
            byte[] key = Base64.getUrlDecoder().decode(word.replace('+', '-').replace('/', '_'));
            if (key.length == 32) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, without the word itself
        }
        throw new IllegalStateException("A master key in " + place
                + " is not 32 bytes in base64; make one with: head -c 32 /dev/urandom | base64");
    }

    @Override
    public byte[] wrap(byte[] secret, String purpose) {
        Map.Entry<ByteBuffer, byte[]> newest = keys.entrySet().iterator().next();
        try {
            byte[] sealed = new AesGcmJce(newest.getValue()).encrypt(secret, purpose.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NAME + sealed.length)
                    .put(newest.getKey().array())
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException("cannot wrap with the master key", problem);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String purpose) {
        byte[] key = wrapped.length < NAME ? null : keys.get(ByteBuffer.wrap(Arrays.copyOf(wrapped, NAME)));
        if (key == null) {
            throw new IllegalStateException("The master key in " + place
                    + " is not the one that closed this; give the one that belongs to it.");
        }
        try {
            return new AesGcmJce(key)
                    .decrypt(
                            Arrays.copyOfRange(wrapped, NAME, wrapped.length),
                            purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException("what the master key closed is damaged", problem);
        }
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public String toString() {
        return "LocalMasterKey[" + place + "]";
    }

    private static byte[] nameOf(byte[] key) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update("lumbung master key".getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(hash.digest(key), NAME);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
