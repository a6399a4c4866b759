package id.lumbung.platform.backup;

import id.lumbung.platform.Home;
import id.lumbung.platform.key.MasterKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of an office as one sealed file: keysets and passwords, closed by the master key, which itself is not in it.
 */
final class Keys {
    static final String SEALED = "keys.sealed";
    static final String MASTER = "master.key";
    private static final String PURPOSE = "backup:keys";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Keys() {}

    static byte[] sealed(Home home, MasterKey master) throws IOException {
        Map<String, String> keys = new TreeMap<>();
        try (Stream<Path> files = Files.list(home.resolve("keys"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(MASTER) && !name.endsWith(".new")) {
                    keys.put(name, Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
                }
            }
        }
        return master.wrap(JSON.writeValueAsBytes(keys), PURPOSE);
    }

    static void unseal(byte[] sealed, MasterKey master, Home into) {
        Map<String, String> keys = JSON.readValue(master.unwrap(sealed, PURPOSE), new TypeReference<>() {});
        keys.forEach((name, content) -> {
            if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
                throw new IllegalStateException("a key of the back-up has an impossible name");
            }
            write(into.resolve("keys").resolve(name), Base64.getDecoder().decode(content));
        });
    }

    static void write(Path file, byte[] content) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, content);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot write " + file, problem);
        }
    }
}
