package id.lumbung.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a back-up is made of. It is written last, so a folder without it is none.
 *
 * @param kind how the database was taken
 * @param restorePoint name of the moment in the log at which the tables were summed; null for a portable back-up
 * @param tables what each table held at the moment of the back-up
 * @param sequences last values by name, portable back-ups only
 * @param histories tables in which Flyway remembers what it did, in the order in which the modules were migrated
 */
record Manifest(
        int format,
        String id,
        Kind kind,
        String madeAt,
        String lumbung,
        String postgres,
        @Nullable String restorePoint,
        List<TableSum> tables,
        Map<String, Long> sequences,
        List<String> histories,
        int documents,
        List<FileSum> files) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    enum Kind {
        /** The files of the embedded server with the log that makes them whole; opens with the same major version only. */
        PHYSICAL,
        /** Rows table by table with the migrations that make the tables; goes into any server. */
        PORTABLE
    }

    /**
     * @param sum the sum of the first 60 bits of the SHA-256 of each row as text: the same rows in any order
     */
    record TableSum(String table, long rows, String sum) {}

    record FileSum(String path, long bytes, String sha256) {}

    static Manifest read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            throw new IllegalStateException(folder + " is not a whole back-up: it has no " + NAME + ".");
        }
        try {
            Manifest read = JSON.readValue(Files.readString(file), Manifest.class);
            if (read.format() != FORMAT) {
                throw new IllegalStateException(
                        folder + " was made by another version of Lumbung (format " + read.format() + ").");
            }
            return read;
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file, problem);
        }
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
