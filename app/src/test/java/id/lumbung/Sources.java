package id.lumbung;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources of the application as text, for rules that a compiler cannot check. */
final class Sources {
    /** The folder {@code app} of the repository. */
    static final Path APP = Path.of(System.getProperty("lumbung.module.directory", ""))
            .toAbsolutePath()
            .normalize();

    private Sources() {}

    /** All files below a folder of {@code app} with this ending: path within that folder, and content. */
    static Map<String, String> read(String folder, String ending) {
        Path root = APP.resolve(folder);
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                found.put(root.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return found;
    }

    /** The string literals of a Java source, text blocks included, comments not. Escapes stay as they are written. */
    static List<String> literalsOf(String java) {
        List<String> literals = new ArrayList<>();
        int at = 0;
        while (at < java.length()) {
            if (java.startsWith("//", at)) {
                at = endOf(java, "\n", at);
            } else if (java.startsWith("/*", at)) {
                at = endOf(java, "*/", at + 2);
            } else if (java.startsWith("\"\"\"", at)) {
                int end = closing(java, "\"\"\"", at + 3);
                literals.add(java.substring(at + 3, end));
                at = end + 3;
            } else if (java.charAt(at) == '"') {
                int end = closing(java, "\"", at + 1);
                literals.add(java.substring(at + 1, end));
                at = end + 1;
            } else if (java.charAt(at) == '\'') {
                at = closing(java, "'", at + 1) + 1;
            } else {
                at++;
            }
        }
        return literals;
    }

    private static int endOf(String text, String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private static int closing(String text, String mark, int from) {
        int at = from;
        while (at < text.length() && !text.startsWith(mark, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, text.length());
    }
}
