package id.lumbung.platform.key;

import id.lumbung.platform.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds the master key that the settings name. */
public final class MasterKeys {
    private MasterKeys() {}

    /** The master key of a home; made there when no setting names one and the home has none. */
    public static MasterKey open(KeySettings settings, Home home) {
        long named = Stream.of(settings.masterKey(), settings.masterKeyFile(), settings.masterKeyUri())
                .filter(setting -> setting != null && !setting.isBlank())
                .count();
        if (named > 1) {
            throw new IllegalStateException("More than one master key is named; set only one of"
                    + " LUMBUNG_MASTER_KEY, LUMBUNG_MASTER_KEY_FILE and LUMBUNG_MASTER_KEY_URI.");
        }
        if (isSet(settings.masterKey())) {
            return new LocalMasterKey(String.valueOf(settings.masterKey()), "LUMBUNG_MASTER_KEY");
        }
        if (isSet(settings.masterKeyFile())) {
            return fromFile(Path.of(String.valueOf(settings.masterKeyFile())));
        }
        if (isSet(settings.masterKeyUri())) {
            return fromService(URI.create(String.valueOf(settings.masterKeyUri())));
        }
        Path own = ownFile(home);
        if (!Files.exists(own)) {
            if (home.hasWrappedKeys()) {
                throw new IllegalStateException("The keys of " + home.resolve("keys")
                        + " are closed by a master key that is not here; name it by LUMBUNG_MASTER_KEY_FILE.");
            }
            writeOwn(home, LocalMasterKey.generate() + "\n");
        }
        return fromFile(own);
    }

    /**
     * Reads keys from a file, the newest first; what follows {@code #} is not read. The file is read anew at each use, which
     * is seldom: a new key in it is known without a new start.
     */
    public static MasterKey fromFile(Path file) {
        return new FileMasterKey(file);
    }

    /** Puts a new key before those in the file of the home; a key that comes from elsewhere is left as it is. */
    static void renewOwn(Home home, MasterKey master) {
        if (master.place().equals(ownFile(home).toString())) {
            try {
                writeOwn(home, LocalMasterKey.generate() + "\n" + Files.readString(ownFile(home)));
            } catch (IOException problem) {
                throw new UncheckedIOException("cannot renew the master key", problem);
            }
        }
    }

    /** Leaves only the newest key in the file of the home, after {@code proof} has opened everything with it alone. */
    static int forgetOld(Home home, MasterKey master, Consumer<MasterKey> proof) {
        if (!master.place().equals(ownFile(home).toString())) {
            return 0;
        }
        try {
            List<String> keys = LocalMasterKey.words(Files.readString(ownFile(home)));
            proof.accept(new LocalMasterKey(keys.getFirst(), "the newest master key"));
            if (keys.size() > 1) {
                writeOwn(home, keys.getFirst() + "\n");
            }
            return keys.size() - 1;
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read the master key", problem);
        }
    }

    private record FileMasterKey(Path file) implements MasterKey {
        FileMasterKey {
            read(file);
        }

        private static LocalMasterKey read(Path file) {
            try {
                return new LocalMasterKey(Files.readString(file), file.toString());
            } catch (IOException problem) {
                throw new IllegalStateException("The master key cannot be read from " + file + ".", problem);
            }
        }

        @Override
        public byte[] wrap(byte[] secret, String purpose) {
            return read(file).wrap(secret, purpose);
        }

        @Override
        public byte[] unwrap(byte[] wrapped, String purpose) {
            return read(file).unwrap(wrapped, purpose);
        }

        @Override
        public String place() {
            return file.toString();
        }
    }

    static Path ownFile(Home home) {
        return home.resolve("keys").resolve("master.key");
    }

    static void writeOwn(Home home, String content) {
        try {
            home.writePrivately(ownFile(home), content);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot write the master key", problem);
        }
    }

    private static MasterKey fromService(URI address) {
        return ServiceLoader.load(MasterKey.Source.class).stream()
                .flatMap(source -> source.get().open(address).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Nothing on the class path opens master keys at " + address.getScheme() + ": addresses."));
    }

    private static boolean isSet(@org.jspecify.annotations.Nullable String setting) {
        return setting != null && !setting.isBlank();
    }
}
