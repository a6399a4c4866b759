package id.lumbung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A package with more types than a reader keeps in mind is split by capability before it grows further. */
class PackageSizeTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final long MOST_TYPES = 30;

    @Test
    void no_package_has_more_types_than_thirty() throws IOException {
        assertThat(typesByPackage())
                .hasSizeGreaterThan(20)
                .allSatisfy((folder, types) -> assertThat(types).as(folder).isLessThanOrEqualTo(MOST_TYPES));
    }

    private static Map<String, Long> typesByPackage() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(
                            file -> SOURCES.relativize(file.getParent()).toString(), Collectors.counting()));
        }
    }
}
