package id.lumbung.platform.key;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import id.lumbung.platform.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Tink keyset in the home folder, wrapped by the master key. The file is looked at on each use and read anew when it was
 * replaced, so that every process on the home has a rotated keyset at its next use.
 */
final class Keyset<P> {
    private static final Logger LOG = LoggerFactory.getLogger(Keyset.class);
    private static final String HEAD = "lumbung keyset 1\n";

    /** Makes of a keyset what is worked with. */
    interface Making<P> {
        P of(KeysetHandle keys) throws GeneralSecurityException;
    }

    /** What tells one version of the file from another. */
    private record Stamp(Object file, long changed, long size) {}

    record Loaded<P>(KeysetHandle keys, P primitive) {
        List<Integer> names() {
            return IntStream.range(0, keys.size())
                    .mapToObj(i -> keys.getAt(i).getId())
                    .toList();
        }
    }

    private record Held<P>(Stamp stamp, Loaded<P> loaded) {}

    private final Home home;
    private final MasterKey master;
    private final String name;
    private final Making<P> making;
    private volatile Held<P> held;

    Keyset(Home home, MasterKey master, String name, String template, Making<P> making) {
        this.home = home;
        this.master = master;
        this.name = name;
        this.making = making;
        try {
            wrapPlain(home, master, name);
            if (!Files.exists(file(home, name))) {
                write(home, master, name, KeysetHandle.generateNew(KeyTemplates.get(template)));
            }
            this.held = read();
        } catch (GeneralSecurityException | IOException problem) {
            throw new IllegalStateException("cannot open the keyset " + name, problem);
        }
    }

    /** The keyset as it is now. */
    Loaded<P> now() {
        Held<P> before = held;
        try {
            if (stamp().equals(before.stamp())) {
                return before.loaded();
            }
            Held<P> newer = read();
            held = newer;
            return newer.loaded();
        } catch (IOException | GeneralSecurityException | RuntimeException problem) {
            // what was sealed so far still opens; the office goes on
            LOG.error("the keyset {} was replaced and cannot be read; the one read before stays in use", name, problem);
            return before.loaded();
        }
    }

    /** Reads the file whatever its stamp says: a shared file system may tell of a change late. */
    Loaded<P> anew() throws IOException, GeneralSecurityException {
        Held<P> newer = read();
        held = newer;
        return newer.loaded();
    }

    private Held<P> read() throws IOException, GeneralSecurityException {
        Stamp stamp = stamp();
        KeysetHandle keys = read(home, master, name);
        return new Held<>(stamp, new Loaded<>(keys, making.of(keys)));
    }

    private Stamp stamp() throws IOException {
        BasicFileAttributes file = Files.readAttributes(file(home, name), BasicFileAttributes.class);
        return new Stamp(String.valueOf(file.fileKey()), file.lastModifiedTime().toMillis(), file.size());
    }

    static Path file(Home home, String name) {
        return home.resolve("keys").resolve(name + ".keyset");
    }

    static KeysetHandle read(Home home, MasterKey master, String name) {
        try {
            String text = Files.readString(file(home, name));
            if (!text.startsWith(HEAD)) {
                throw new IllegalStateException("not a keyset of Lumbung: " + file(home, name));
            }
            byte[] wrapped =
                    Base64.getDecoder().decode(text.substring(HEAD.length()).strip());
            return parse(new String(master.unwrap(wrapped, "keyset:" + name), StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read the keyset " + name, problem);
        }
    }

    static void write(Home home, MasterKey master, String name, KeysetHandle keys) {
        try {
            byte[] plain = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get())
                    .getBytes(StandardCharsets.UTF_8);
            home.writePrivately(
                    file(home, name),
                    HEAD + Base64.getEncoder().encodeToString(master.wrap(plain, "keyset:" + name)) + "\n");
        } catch (GeneralSecurityException | IOException problem) {
            throw new IllegalStateException("cannot write the keyset " + name, problem);
        }
    }

    /** Homes made before there was a master key hold the keyset in clear: wraps it, then removes the clear one. */
    private static void wrapPlain(Home home, MasterKey master, String name) throws IOException {
        Path plain = home.resolve("keys").resolve(name + ".keyset.json");
        if (!Files.exists(plain)) {
            return;
        }
        if (!Files.exists(file(home, name))) {
            write(home, master, name, parse(Files.readString(plain)));
        }
        read(home, master, name);
        Files.delete(plain);
        LOG.info("the keyset {} is now closed by the master key in {}", name, master.place());
    }

    private static KeysetHandle parse(String json) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException("a keyset cannot be read", problem);
        }
    }
}
