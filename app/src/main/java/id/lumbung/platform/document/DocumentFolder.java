package id.lumbung.platform.document;

import id.lumbung.platform.Outage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Documents as files, two levels of folders deep. Each is written under a draft name, forced to the disk, and renamed; the
 * folders above are forced too, so that the name survives a loss of power. Drafts of a killed process are swept away.
 */
final class DocumentFolder implements DocumentPlace {
    private static final String DRAFT = ".new";
    private static final long LEAST_LEFT = 1 << 20;
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Path root;

    DocumentFolder(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root);
            sweep();
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot use the folder of documents", problem);
        }
    }

    @Override
    public boolean has(String id) {
        Path file = pathOf(id);
        if (!Files.exists(file)) {
            return false;
        }
        try {
            // whoever wrote it may have been killed, or may not have come, to the forcing of its name
            force(parent(file));
            return true;
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot use the folder of documents", problem);
        }
    }

    @Override
    public void write(String id, byte[] sealed) {
        Path file = pathOf(id);
        Path folder = parent(file);
        try {
            makeFolder(folder);
            Path draft = Files.createTempFile(folder, "draft", DRAFT);
            try {
                try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    ByteBuffer content = ByteBuffer.wrap(sealed);
                    while (content.hasRemaining()) {
                        channel.write(content);
                    }
                    channel.force(true);
                }
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            force(folder);
        } catch (IOException problem) {
            if (usable(root) < sealed.length + LEAST_LEFT) {
                throw new Outage.NoRoom(problem);
            }
            throw new UncheckedIOException("cannot keep a document", problem);
        }
    }

    /** The message of a full disk is in the language of the machine; the room that is left is not. */
    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public byte[] read(String id) {
        try {
            return Files.readAllBytes(pathOf(id));
        } catch (NoSuchFileException missing) {
            throw new UncheckedIOException("document " + id + " is missing", missing);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read document " + id, problem);
        }
    }

    @Override
    public void remove(String id) {
        Path file = pathOf(id);
        try {
            if (Files.deleteIfExists(file)) {
                force(parent(file));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot remove document " + id, problem);
        }
    }

    @Override
    public void probe() {
        try {
            Path probe = Files.createTempFile(Files.createDirectories(root), "probe", DRAFT);
            try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[] {1}));
                channel.force(false);
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("documents cannot be written", problem);
        }
    }

    @Override
    public List<String> after(String after, int most) {
        List<String> names = new ArrayList<>();
        for (Path first : children(root)) {
            if (isBefore(first, after, 0)) {
                continue;
            }
            for (Path second : children(first)) {
                if (first.endsWith(part(after, 0)) && isBefore(second, after, 2)) {
                    continue;
                }
                for (Path file : children(second)) {
                    String id = file.getFileName().toString();
                    if (DocumentStore.isId(id) && id.compareTo(after) > 0) {
                        names.add(id);
                        if (names.size() == most) {
                            return names;
                        }
                    }
                }
            }
        }
        return names;
    }

    private static boolean isBefore(Path folder, String after, int from) {
        return folder.getFileName().toString().compareTo(part(after, from)) < 0;
    }

    private static String part(String id, int from) {
        return id.length() < from + 2 ? "" : id.substring(from, from + 2);
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private Path pathOf(String id) {
        return root.resolve(id.substring(0, 2)).resolve(id.substring(2, 4)).resolve(id);
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent(), "a path below the root of documents");
    }

    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        force(parent(folder));
        force(root);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void sweep() throws IOException {
        Instant before = Instant.now().minus(FORGOTTEN);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path draft : all.filter(file -> file.getFileName().toString().endsWith(DRAFT))
                    .toList()) {
                if (Files.getLastModifiedTime(draft).toInstant().isBefore(before)) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }
}
