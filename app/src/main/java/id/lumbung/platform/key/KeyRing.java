package id.lumbung.platform.key;

import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import id.lumbung.platform.Home;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the keysets of a home. Keys stand in the order in which they were made: those before the one in use are old and
 * still open what they sealed, one after it is announced and not used yet. Every step may be taken again after a crash.
 */
public final class KeyRing {
    private final Home home;
    private final MasterKey master;

    /** The two keysets. */
    public enum Kind {
        SEAL(Vault.SEAL, Vault.SEAL_TEMPLATE),
        FINGERPRINT(Vault.FINGERPRINT, Vault.FINGERPRINT_TEMPLATE);

        private final String file;
        private final String template;

        Kind(String file, String template) {
            this.file = file;
            this.template = template;
        }
    }

    /** The names of the keys of a keyset; names are no secret. */
    public record Keys(int inUse, List<Integer> old, List<Integer> announced) {
        public Keys {
            old = List.copyOf(old);
            announced = List.copyOf(announced);
        }
    }

    public KeyRing(Home home, MasterKey master) {
        Vault.register();
        this.home = home;
        this.master = master;
    }

    public Keys keys(Kind kind) {
        return keysOf(read(kind));
    }

    /** Adds a key that opens and is asked for, and seals nothing yet; the one announced before when there is one. */
    public int announce(Kind kind) {
        return home.alone(() -> {
            KeysetHandle now = read(kind);
            List<Integer> announced = keysOf(now).announced();
            if (!announced.isEmpty()) {
                return announced.getLast();
            }
            KeysetHandle.Builder more = KeysetHandle.newBuilder(now);
            more.addEntry(
                    KeysetHandle.generateEntryFromParameters(parameters(kind)).withRandomId());
            KeysetHandle written = write(kind, more);
            return keysOf(written).announced().getLast();
        });
    }

    /** From now on this key seals. */
    public void use(Kind kind, int key) {
        home.alone(() -> {
            KeysetHandle now = read(kind);
            if (now.getPrimary().getId() == key) {
                return key;
            }
            KeysetHandle.Builder changed = KeysetHandle.newBuilder(now);
            for (int i = 0; i < now.size(); i++) {
                if (now.getAt(i).getId() == key) {
                    changed.getAt(i).makePrimary();
                    write(kind, changed);
                    return key;
                }
            }
            throw new IllegalStateException("the keyset " + kind.file + " has no such key");
        });
    }

    /** Takes out the keys that were in use before; what they sealed opens no more. Returns how many. */
    public int forgetOld(Kind kind) {
        return home.alone(() -> {
            KeysetHandle now = read(kind);
            int old = keysOf(now).old().size();
            if (old > 0) {
                KeysetHandle.Builder fewer = KeysetHandle.newBuilder(now);
                for (int i = 0; i < old; i++) {
                    fewer.deleteAt(0);
                }
                write(kind, fewer);
            }
            return old;
        });
    }

    /**
     * Closes both keysets with the newest master key. The master key of the home itself is made anew first; one from
     * elsewhere is changed where it lies, the new one first and the old one after it.
     */
    public void rewrap() {
        home.alone(() -> {
            MasterKeys.renewOwn(home, master);
            for (Kind kind : Kind.values()) {
                Keyset.write(home, master, kind.file, read(kind));
            }
            return true;
        });
    }

    /** Takes the earlier master keys out of the file in the home, when it is there and the newest opens everything. */
    public int forgetOldMasters() {
        return home.alone(() -> MasterKeys.forgetOld(home, master, newest -> {
            for (Kind kind : Kind.values()) {
                Keyset.read(home, newest, kind.file);
            }
        }));
    }

    private KeysetHandle read(Kind kind) {
        return Keyset.read(home, master, kind.file);
    }

    private KeysetHandle write(Kind kind, KeysetHandle.Builder changed) {
        try {
            KeysetHandle made = changed.build();
            Keyset.write(home, master, kind.file, made);
            return made;
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException("cannot change the keyset " + kind.file, problem);
        }
    }

    private static com.google.crypto.tink.Parameters parameters(Kind kind) {
        try {
            return KeyTemplates.get(kind.template).toParameters();
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static Keys keysOf(KeysetHandle keys) {
        int inUse = keys.getPrimary().getId();
        List<Integer> old = new ArrayList<>();
        List<Integer> announced = new ArrayList<>();
        boolean before = true;
        for (int i = 0; i < keys.size(); i++) {
            int id = keys.getAt(i).getId();
            if (id == inUse) {
                before = false;
            } else {
                (before ? old : announced).add(id);
            }
        }
        return new Keys(inUse, old, announced);
    }
}
