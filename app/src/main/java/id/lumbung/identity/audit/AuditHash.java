package id.lumbung.identity.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** The sums of the audit, done outside the database, which somebody may have changed. */
final class AuditHash {
    private static final String VERSION = "lumbung-audit-1";
    static final byte[] BEGINNING = sha256(VERSION.getBytes(StandardCharsets.UTF_8));

    private AuditHash() {}

    /** Of an entry: its parts, each with its length in front. */
    static byte[] ofEntry(@Nullable String... parts) {
        MessageDigest digest = digest();
        digest.update((VERSION + ",").getBytes(StandardCharsets.UTF_8));
        for (String part : parts) {
            if (part == null) {
                digest.update("-,".getBytes(StandardCharsets.UTF_8));
            } else {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
                digest.update((byte) ',');
            }
        }
        return digest.digest();
    }

    /** Of a link: the link before, its number, its entry, when it was made, the hash of the entry. */
    static byte[] ofLink(byte[] before, long seq, long entry, long sealedMicros, byte[] entryHash) {
        MessageDigest digest = digest();
        digest.update(before);
        digest.update(ByteBuffer.allocate(24)
                .putLong(seq)
                .putLong(entry)
                .putLong(sealedMicros)
                .array());
        digest.update(entryHash);
        return digest.digest();
    }

    private static byte[] sha256(byte[] content) {
        return digest().digest(content);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
