package id.lumbung.platform.door;

import id.lumbung.platform.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where the server puts uploads while they are received. In the home folder, for the owner of the process only, and not in
 * the folder for temporary files of the machine: a process that is killed leaves it behind, and the next one that starts
 * takes it over and empties it. Processes that share a home take one each, whichever is free.
 */
@Component
final class ServerFolder implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, DisposableBean {
    private static final int MOST = 100;

    private final Path parent;
    private final Path folder;
    private final FileChannel lock;

    ServerFolder(Home home) throws IOException {
        this.parent = Files.createDirectories(home.resolve("server"));
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));
        for (int number = 1; ; number++) {
            FileChannel taken = take(number);
            if (taken != null) {
                this.lock = taken;
                this.folder = parent.resolve(String.valueOf(number));
                break;
            }
            if (number == MOST) {
                throw new IllegalStateException("more than " + MOST + " processes have the folder " + parent);
            }
        }
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder.resolve("root"));
    }

    private @Nullable FileChannel take(int number) throws IOException {
        FileChannel channel =
                FileChannel.open(parent.resolve(number + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // the next one
        }
        channel.close();
        return null;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setBaseDirectory(folder.toFile());
        // empty: everything is served from the program; without one the server would make another temporary folder
        factory.setDocumentRoot(folder.resolve("root").toFile());
    }

    @Override
    public void destroy() {
        try {
            FileSystemUtils.deleteRecursively(folder);
            lock.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
