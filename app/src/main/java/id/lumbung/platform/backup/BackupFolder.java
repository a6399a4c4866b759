package id.lumbung.platform.backup;

import id.lumbung.platform.backup.Manifest.FileSum;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A back-up that is being written under a draft name, and takes its own name when it is whole and on the disk. */
final class BackupFolder {
    private final Path draft;
    private final Path whole;
    private final List<FileSum> files = Collections.synchronizedList(new ArrayList<>());

    BackupFolder(Path parent, String id) {
        this.whole = parent.resolve(id);
        this.draft = parent.resolve(id + ".draft");
        try {
            Files.createDirectories(parent);
            Files.createDirectory(
                    draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException problem) {
            throw new UncheckedIOException("The folder " + draft + " cannot be made.", problem);
        }
    }

    /** A file of the back-up; its hash is kept when it is closed. */
    OutputStream create(String name) throws IOException {
        Path file = draft.resolve(name);
        Files.createDirectories(file.getParent());
        DigestOutputStream hashing = new DigestOutputStream(Files.newOutputStream(file), sha256());
        return new FilterOutputStream(hashing) {
            private long bytes;
            private boolean closed;

            @Override
            public void write(byte[] content, int from, int length) throws IOException {
                out.write(content, from, length);
                bytes += length;
            }

            @Override
            public void write(int one) throws IOException {
                out.write(one);
                bytes++;
            }

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    super.close();
                    files.add(new FileSum(name, bytes, hex(hashing.getMessageDigest())));
                }
            }
        };
    }

    void write(String name, byte[] content) throws IOException {
        try (OutputStream file = create(name)) {
            file.write(content, 0, content.length);
        }
    }

    /** Copies a file that may go away meanwhile; false when it has. */
    boolean copy(Path from, String name) throws IOException {
        try (InputStream source = Files.newInputStream(from);
                OutputStream file = create(name)) {
            source.transferTo(file);
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    List<FileSum> files() {
        return files.stream().sorted(Comparator.comparing(FileSum::path)).toList();
    }

    Path finish(Manifest manifest) throws IOException {
        Files.writeString(draft.resolve(Manifest.NAME), manifest.json());
        sync(draft);
        Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
        sync(whole);
        return whole;
    }

    void giveUp() {
        delete(draft);
    }

    /** Everything of the file system that holds the folder is on the disk when this returns. */
    static void sync(Path folder) throws IOException {
        Process sync = new ProcessBuilder("sync", "-f", folder.toString()).start();
        try {
            if (sync.waitFor() != 0) {
                throw new IOException("cannot bring " + folder + " to the disk");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            content.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What differs between the manifest of a back-up and the files that are there. */
    static List<String> problemsOf(Path folder, Manifest manifest) {
        Map<String, FileSum> expected = new TreeMap<>();
        manifest.files().forEach(file -> expected.put(file.path(), file));
        List<String> problems = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                FileSum sum = expected.remove(name);
                if (name.equals(Manifest.NAME)) {
                    continue;
                }
                if (sum == null) {
                    problems.add(name + " is not part of the back-up");
                } else if (Files.size(file) != sum.bytes() || !sum.sha256().equals(sha256Of(file))) {
                    problems.add(name + " is damaged");
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read the back-up " + folder, problem);
        }
        expected.keySet().forEach(name -> problems.add(name + " is missing"));
        return problems;
    }

    private static String sha256Of(Path file) throws IOException {
        try (InputStream source = Files.newInputStream(file);
                DigestOutputStream hashing = new DigestOutputStream(OutputStream.nullOutputStream(), sha256())) {
            source.transferTo(hashing);
            return hex(hashing.getMessageDigest());
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
