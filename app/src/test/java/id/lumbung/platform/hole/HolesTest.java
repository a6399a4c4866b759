package id.lumbung.platform.hole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With made-up advisories: what concerns our versions is found, what does not is left alone. */
class HolesTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void the_components() throws IOException {
        Files.writeString(folder.resolve("sbom.json"), """
                {"components": [
                  {"purl": "pkg:maven/org.example/ledger@1.4.2?type=jar"},
                  {"purl": "pkg:maven/org.example/paper@2.0.0-RC1"},
                  {"name": "without a purl"}]}
                """);
        Files.writeString(folder.resolve("lock.json"), """
                {"packages": {"": {}, "node_modules/@scope/font": {"version": "5.3.0"}}}
                """);
    }

    @Test
    void a_version_inside_a_range_is_found_with_the_version_that_mends_it() throws IOException {
        int code = run(
                advisory("X-1", "Maven", "org.example:ledger", "{\"introduced\":\"1.0\"},{\"fixed\":\"1.4.10\"}"),
                advisory("X-2", "npm", "@scope/font", "{\"introduced\":\"0\"}"),
                advisory("X-3", "Maven", "org.example:paper", "{\"introduced\":\"0\"},{\"fixed\":\"2.0.0\"}"));

        assertThat(code).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Maven org.example:ledger 1.4.2: X-1, mended in 1.4.10")
                .contains("npm @scope/font 5.3.0: X-2, not mended")
                .contains("X-3, mended in 2.0.0")
                .contains("3 components, 3 advisories, the newest of 2026-11-01", "3 known holes");
    }

    @Test
    void other_versions_other_components_and_what_was_withdrawn_are_left_alone() throws IOException {
        int code = run(
                advisory("X-1", "Maven", "org.example:ledger", "{\"introduced\":\"1.5\"},{\"fixed\":\"1.6\"}"),
                advisory("X-2", "Maven", "org.example:ledger", "{\"introduced\":\"0\"},{\"fixed\":\"1.4.2\"}"),
                advisory("X-3", "Maven", "org.example:ledger", "{\"introduced\":\"0\"},{\"last_affected\":\"1.4.1\"}"),
                advisory("X-4", "Maven", "org.example:other", "{\"introduced\":\"0\"}"),
                advisory("X-5", "npm", "org.example:ledger", "{\"introduced\":\"0\"}"),
                advisory("X-6", "Maven", "org.example:ledger", "{\"introduced\":\"0\"}")
                        .replace("\"id\"", "\"withdrawn\":\"2026-01-01\",\"id\""));

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("no known hole");
        assertThat(code).isZero();
    }

    @Test
    void several_ranges_and_a_list_of_versions_count_too() throws IOException {
        assertThat(
                        run(
                                advisory(
                                        "X-1",
                                        "Maven",
                                        "org.example:ledger",
                                        "{\"introduced\":\"1.0\"},{\"fixed\":\"1.2\"},{\"introduced\":\"1.4.0\"},{\"fixed\":\"1.4.3\"}")))
                .isEqualTo(1);
        assertThat(run(advisory(
                        "X-2",
                        "Maven",
                        "org.example:ledger",
                        "{\"introduced\":\"1.0\"},{\"fixed\":\"1.2\"},{\"introduced\":\"1.5\"}")))
                .isZero();
        assertThat(run("""
                {"id":"X-3","modified":"2026-11-01","affected":[{"package":{"ecosystem":"Maven","name":"org.example:ledger"},
                 "versions":["1.4.2"]}]}
                """)).isEqualTo(1);
    }

    @Test
    void nothing_to_look_at_is_not_taken_for_nothing_found() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("no json")).isEqualTo(2);
        assertThat(run("{\"id\":\"" + "x".repeat(5_000_000) + "\"}")).isEqualTo(2);
        assertThat(HolesCommand.run(new String[] {"sbom.json"}, new PrintStream(said)))
                .isEqualTo(2);
    }

    @Test
    void versions_stand_in_their_order() {
        List<String> order = List.of(
                "0",
                "1-alpha1",
                "1-beta",
                "1.0-M2",
                "1.0-rc1",
                "1.0.0",
                "1.0.1",
                "1.2",
                "1.10",
                "1.10.0.Final-x",
                "2.0.0-RC1",
                "2.0",
                "10");
        for (int i = 0; i < order.size(); i++) {
            for (int j = 0; j < order.size(); j++) {
                assertThat(Integer.signum(new Version(order.get(i)).compareTo(new Version(order.get(j)))))
                        .as(order.get(i) + " and " + order.get(j))
                        .isEqualTo(Integer.signum(Integer.compare(i, j)));
            }
        }
        assertThat(new Version("1.0")).isEqualByComparingTo(new Version("1.0.0.Final"));
    }

    private static String advisory(String id, String ecosystem, String name, String events) {
        return """
                {"id":"%s","modified":"2026-11-01T00:00:00Z","summary":"made up",
                 "affected":[{"package":{"ecosystem":"%s","name":"%s"},"ranges":[{"type":"ECOSYSTEM","events":[%s]}]}]}
                """.formatted(id, ecosystem, name, events);
    }

    private int run(String... advisories) throws IOException {
        said.reset();
        Path zip = folder.resolve("all.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < advisories.length; i++) {
                out.putNextEntry(new ZipEntry(i + ".json"));
                out.write(advisories[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        return HolesCommand.run(
                new String[] {
                    folder.resolve("sbom.json").toString(),
                    folder.resolve("lock.json").toString(),
                    zip.toString()
                },
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
