package id.lumbung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at exists. */
class DocumentationTest {
    private static final Path REPOSITORY = Sources.APP.getParent();
    private static final Map<Path, String> DOCUMENTS = documents();
    /** A link; a picture has an exclamation mark in front. */
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    @Test
    void links_between_documents_lead_somewhere() {
        List<String> broken = new ArrayList<>();
        DOCUMENTS.forEach((file, text) -> {
            Matcher links = LINK.matcher(text);
            while (links.find()) {
                String target = links.group(1);
                if (!target.contains(":") && !Files.exists(file.resolveSibling(target))) {
                    broken.add(REPOSITORY.relativize(file) + " -> " + target);
                }
            }
        });

        assertThat(DOCUMENTS).hasSizeGreaterThan(15);
        assertThat(broken).isEmpty();
    }

    @Test
    void every_decision_is_in_the_index() {
        String index = document("docs/adr/README.md");

        assertThat(DOCUMENTS.keySet().stream()
                        .filter(file -> file.getParent().endsWith("adr"))
                        .map(file -> file.getFileName().toString())
                        .filter(name -> !name.equals("README.md")))
                .isNotEmpty()
                .allMatch(index::contains);
    }

    @Test
    void the_tests_that_hold_the_traps_exist() {
        Map<String, String> tests = Sources.read("src/test/java/id/lumbung", ".java");
        Map<String, String> byClass = new TreeMap<>();
        tests.forEach((file, source) -> byClass.put(file.replaceAll("^.*/|\\.java$", ""), source));
        Matcher named = Pattern.compile("`(\\w+(?:Test|Properties))\\.(\\w+)`").matcher(document("docs/traps.md"));
        List<String> missing = new ArrayList<>();
        int found = 0;
        while (named.find()) {
            found++;
            if (!byClass.getOrDefault(named.group(1), "").contains(" " + named.group(2) + "(")) {
                missing.add(named.group());
            }
        }

        assertThat(found).isGreaterThan(15);
        assertThat(missing).isEmpty();
    }

    @Test
    void the_types_of_the_glossary_exist() {
        Set<String> types = Sources.read("src/main/java/id/lumbung", ".java").keySet().stream()
                .map(file -> file.replaceAll("^.*/|\\.java$", ""))
                .collect(Collectors.toSet());
        List<String> unknown = document("docs/glossary.md")
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|")[2])
                .flatMap(cell -> Pattern.compile("`([A-Z][a-z]\\w*)(?:\\.\\w+)?`")
                        .matcher(cell)
                        .results())
                .map(match -> match.group(1))
                .filter(name -> !types.contains(name))
                .toList();

        assertThat(unknown).isEmpty();
    }

    private static String document(String path) {
        return DOCUMENTS.getOrDefault(REPOSITORY.resolve(path), "");
    }

    private static Map<Path, String> documents() {
        Map<Path, String> found = new TreeMap<>();
        try (Stream<Path> top = Files.list(REPOSITORY);
                Stream<Path> below = Files.walk(REPOSITORY.resolve("docs"))) {
            for (Path file : Stream.concat(top, below)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList()) {
                found.put(file, Files.readString(file));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return found;
    }
}
