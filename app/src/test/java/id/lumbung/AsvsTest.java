package id.lumbung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/security/asvs.md} answers every requirement of levels 1 and 2, and what it names exists. */
class AsvsTest {
    private static final Path REPOSITORY = Sources.APP.getParent();

    /** Sections of OWASP ASVS 5.0.0, and how many requirements of levels 1 and 2 stand first in each. */
    private static final String SECTIONS = """
            1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4
            5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
            8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3
            11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5
            14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2
            """;

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|\\n]+) \\| ([^|\\n]*) \\| ([^|\\n]*) \\|$");

    private static final Pattern NAMED = Pattern.compile("`([^`\\n]+)`");

    @Test
    void every_requirement_is_answered_once_in_its_order() throws IOException {
        List<String> asked = new ArrayList<>();
        for (String section : SECTIONS.strip().split("\\s+")) {
            String[] parts = section.split(":");
            for (int i = 1; i <= Integer.parseInt(parts[1]); i++) {
                asked.add(parts[0] + "." + i);
            }
        }
        List<String> answered = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        Matcher rows = ROW.matcher(text());
        while (rows.find()) {
            answered.add(rows.group(1));
            if (rows.group(3).isBlank() && rows.group(4).isBlank()) {
                empty.add(rows.group(1));
            }
        }

        assertThat(asked).hasSize(253);
        assertThat(answered).isEqualTo(asked);
        assertThat(empty).isEmpty();
    }

    @Test
    void every_test_setting_class_and_document_that_is_named_exists() throws IOException {
        Map<String, String> classes = new TreeMap<>();
        Sources.read("src/main/java", ".java").forEach((file, source) -> classes.put(nameOf(file), source));
        Sources.read("src/test/java", ".java").forEach((file, source) -> classes.put(nameOf(file), source));
        String settings = Files.readString(Sources.APP.resolve("src/main/resources/application.yaml"));
        String known = classes.get("SettingsFile");
        String command = Files.readString(REPOSITORY.resolve("lumbung"));
        List<String> missing = new ArrayList<>();
        int found = 0;

        Matcher named = NAMED.matcher(text());
        while (named.find()) {
            String name = named.group(1);
            found++;
            boolean exists;
            if (name.endsWith(".md") || name.startsWith("ops/")) {
                exists = Files.exists(REPOSITORY.resolve(name));
            } else if (name.matches("[A-Z]\\w+\\.[a-z_0-9]+")) {
                String[] parts = name.split("\\.");
                exists = classes.getOrDefault(parts[0], "").contains("void " + parts[1] + "(");
            } else if (name.matches("LUMBUNG_\\w+")) {
                exists = known.contains("\"" + name + "\"");
            } else if (name.startsWith("./lumbung ")) {
                exists = command.contains("\n    " + name.substring("./lumbung ".length()) + ")");
            } else if (!name.equals("SecureRandom") && name.matches("[A-Z]\\w+[a-z]\\w+")) {
                exists = classes.containsKey(name);
            } else if (name.matches("(server|spring)\\.[a-z.-]+")) {
                exists = isSet(settings, name);
            } else {
                exists = List.of(
                                "SecureRandom",
                                "__Host-",
                                "eval",
                                "autocomplete",
                                "/akun/saya",
                                "layout.jte",
                                "app/src/test/java/id/lumbung")
                        .contains(name);
            }
            if (!exists) {
                missing.add(name);
            }
        }

        assertThat(missing).isEmpty();
        assertThat(found).isGreaterThan(200);
    }

    /** Whether the levels of the name stand one below the other. */
    private static boolean isSet(String yaml, String name) {
        int from = 0;
        for (String level : name.split("\\.")) {
            Matcher line =
                    Pattern.compile("(?m)^ *" + Pattern.quote(level) + ":").matcher(yaml);
            if (!line.find(from)) {
                return false;
            }
            from = line.end();
        }
        return true;
    }

    private static String nameOf(String file) {
        return file.replaceAll("^.*/|\\.java$", "");
    }

    private static String text() throws IOException {
        return Files.readString(REPOSITORY.resolve("docs/security/asvs.md"));
    }
}
