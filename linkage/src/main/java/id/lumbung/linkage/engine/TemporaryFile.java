package id.lumbung.linkage.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file without a name where the system knows such, and removed when it is closed where not. */
final class TemporaryFile {

    private TemporaryFile() {}

    static Path folder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Mapped parts stay readable after the channel is closed, until the last is no more used. */
    static FileChannel open() throws IOException {
        Path path = Files.createTempFile(folder(), "linkage-", ".pairs");
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            // the name goes at once, the content when nothing holds it any more, whatever ends the process
            Files.delete(path);
        } catch (IOException windows) {
            path.toFile().deleteOnExit();
        }
        return channel;
    }
}
