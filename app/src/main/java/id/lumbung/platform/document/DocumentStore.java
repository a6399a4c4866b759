package id.lumbung.platform.document;

import id.lumbung.platform.Home;
import id.lumbung.platform.key.Vault;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Documents outside the web root, encrypted, named by a keyed hash of their content: the same content is kept once, and a
 * name says nothing to somebody who guesses. A document is kept for good when {@link #put} returns. What is read is what
 * was put: the encryption is authenticated and bound to the name.
 */
public final class DocumentStore {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final DocumentPlace place;
    private final Vault vault;
    private final Runnable beforeTaking;

    /** Documents in the home folder. */
    public DocumentStore(Home home, Vault vault) {
        this(new DocumentFolder(home.resolve("documents")), vault);
    }

    /** Documents where the settings say. */
    public DocumentStore(DocumentSettings settings, Home home, Vault vault) {
        this(settings, home, vault, () -> {});
    }

    /** As {@link #DocumentStore(DocumentSettings, Home, Vault)}, with a guard. */
    public DocumentStore(DocumentSettings settings, Home home, Vault vault, Runnable beforeTaking) {
        this(placeOf(settings, settings.isS3(), home), vault, beforeTaking);
    }

    public DocumentStore(DocumentPlace place, Vault vault) {
        this(place, vault, () -> {});
    }

    /** @param beforeTaking keeps a removal of the same content away until what names it is written */
    public DocumentStore(DocumentPlace place, Vault vault, Runnable beforeTaking) {
        this.place = place;
        this.vault = vault;
        this.beforeTaking = beforeTaking;
    }

    /** The client of S3 is made only when it is asked for. */
    static DocumentPlace placeOf(DocumentSettings settings, boolean s3, Home home) {
        DocumentSettings.S3 store = settings.s3();
        if (!s3) {
            return new DocumentFolder(home.resolve("documents"));
        }
        if (store == null) {
            throw new IllegalStateException("LUMBUNG_DOCUMENTS_S3_ENDPOINT is missing.");
        }
        return S3Place.open(store);
    }

    /** Keeps the content; returns its identifier, 64 hexadecimal digits. */
    public String put(byte[] content) {
        beforeTaking.run();
        String hash = sha256(content);
        for (byte[] name : vault.fingerprints("document", hash)) {
            String known = HexFormat.of().formatHex(name);
            if (place.has(known)) {
                return known;
            }
        }
        String id = HexFormat.of().formatHex(vault.fingerprint("document", hash));
        place.write(id, vault.seal(content, context(id)));
        return id;
    }

    /** The content, exactly as it was put. */
    public byte[] get(String id) {
        return vault.open(sealed(id), context(id));
    }

    /** Whether it is there. */
    public boolean has(String id) {
        return place.has(checked(id));
    }

    /** Takes the bytes away for good; {@link DocumentRemoval} sees to it that nobody names them any more. */
    void remove(String id) {
        place.remove(checked(id));
    }

    /** Returns when a document could be kept now; otherwise throws. */
    public void probe() {
        place.probe();
    }

    /** The document as it lies there, for back-ups. */
    public byte[] sealed(String id) {
        return place.read(checked(id));
    }

    /** Puts a document of a back-up in its place. */
    public void keepSealed(String id, byte[] sealed) {
        place.write(checked(id), sealed);
    }

    /** Names every document after {@code after}, in order; the empty string begins. */
    public void each(String after, Consumer<String> name) {
        place.each(after, name);
    }

    /** Names at most so many documents after {@code after}, in order. */
    public List<String> after(String after, int most) {
        return place.after(after, most);
    }

    /** Seals a document with the key in use, if an earlier one has sealed it; says whether that was so. */
    public boolean reseal(String id) {
        byte[] before = sealed(id);
        if (vault.sealedByKeyInUse(before)) {
            return false;
        }
        place.write(id, vault.seal(vault.open(before, context(id)), context(id)));
        return true;
    }

    /** Whether these bytes are the document of that name, untouched. */
    boolean opens(String id, byte[] sealed) {
        try {
            vault.open(sealed, context(id));
            return true;
        } catch (IllegalStateException closed) {
            return false;
        }
    }

    private static String context(String id) {
        return "document:" + id;
    }

    static boolean isId(String name) {
        return ID.matcher(name).matches();
    }

    private static String checked(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("not a document identifier");
        }
        return id;
    }

    /** SHA-256 of the content, hexadecimal. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
