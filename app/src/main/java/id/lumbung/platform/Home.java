package id.lumbung.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which Lumbung keeps its database, keys and documents. With the embedded database it is for one process
 * at a time; with an external one, processes on several machines may share the folder, since keys and documents are made
 * whole or not at all and never changed.
 */
public final class Home implements AutoCloseable {
    private final Path root;
    private final @Nullable FileChannel channel;

    /** Takes the folder for this process, making it if need be. */
    public Home(Path root) {
        this(root, false);
    }

    /** Takes the folder, together with other processes that take it as shared. */
    public Home(Path root, boolean shared) {
        try {
            this.root = Files.createDirectories(root.toAbsolutePath().normalize());
            Path keys = Files.createDirectories(this.root.resolve("keys"));
            Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
            this.channel = FileChannel.open(
                    this.root.resolve("lumbung.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (tryLock(channel, shared) == null) {
                channel.close();
                throw new IllegalStateException("Lumbung is already running with the folder " + this.root
                        + "; stop it or choose another --home.");
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot use the folder " + root, problem);
        }
    }

    private Home(Path root, @Nullable FileChannel channel) {
        this.root = root.toAbsolutePath().normalize();
        this.channel = channel;
    }

    /** The folder for a command beside the process that holds it; the folder must be there. */
    public static Home beside(Path root) {
        if (!Files.isDirectory(root.resolve("keys"))) {
            throw new IllegalStateException(root + " is not the home folder of a Lumbung.");
        }
        return new Home(root, null);
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** A random secret of 32 bytes, made at first use and kept, readable by the owner of the process only. */
    public String secret(String name) {
        Path file = resolve("keys").resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                writePrivately(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read or make the secret " + name, problem);
        }
    }

    /** Writes a file that only the owner of the process may read; whole or not at all. */
    public void writePrivately(Path file, String content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, content);
        try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Runs while no other process on this folder does the same: two first starts at once make one set of keys. */
    @SuppressWarnings("try") // the lock is held, not used
    public <T> T alone(Supplier<T> work) {
        try (FileChannel door = FileChannel.open(
                        resolve("keys").resolve("making.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = door.lock()) {
            return work.get();
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot lock the keys in " + root, problem);
        }
    }

    /** Whether there are keys that only a master key opens. */
    public boolean hasWrappedKeys() {
        return Files.exists(resolve("keys").resolve("seal.keyset"));
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
