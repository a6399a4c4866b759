package id.lumbung.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the demo, as weighted lists, with the key by which the register compares them. */
final class Words {
    private static final Path LISTS = Path.of("app/src/main/resources/demo");
    private static final Set<String> TITLES = Set.of("hj", "h", "bu", "pak", "cak", "ud");
    private static final Map<String, String> SHORT_FORMS = Map.of("moch", "muhammad", "moh", "muhammad");

    /**
     * One of a list.
     *
     * @param group such as {@code female-last}
     */
    record Word(String group, String value, String key, int weight) {}

    /**
     * One pattern of a business's name.
     *
     * @param pattern with {@code {nick}}, {@code {surname}}, {@code {place}}
     */
    record Kind(
            String activity, String kbli, String sector, boolean itinerant, String pattern, String key, int weight) {}

    private Words() {}

    static List<Word> names() throws IOException {
        try (Stream<String> lines = Files.lines(LISTS.resolve("names.csv"))) {
            return lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .map(parts -> new Word(parts[0], parts[1], key(parts[1]), Integer.parseInt(parts[2])))
                    .toList();
        }
    }

    static List<Kind> kinds() throws IOException {
        List<Kind> kinds = new ArrayList<>();
        for (String line : Files.readAllLines(LISTS.resolve("businesses.csv")).stream()
                .skip(1)
                .toList()) {
            String[] parts = line.split(",", -1);
            String[] patterns = parts[4].split("[|]");
            for (String pattern : patterns) {
                kinds.add(new Kind(
                        parts[1],
                        parts[2],
                        parts[3].split("[|]")[0],
                        parts[5].equals("1"),
                        pattern,
                        keyOfPattern(pattern),
                        Math.max(1, Integer.parseInt(parts[9]) * 3 / patterns.length)));
            }
        }
        return kinds;
    }

    private static String keyOfPattern(String pattern) {
        return key(pattern.replaceAll("[{](\\w+)[}]", "x$1x")).replaceAll("x(nick|surname|place)x", "{$1}");
    }

    /** As the register's NameKey does it, for the words of these lists. */
    static String key(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", " ")
                        .strip()
                        .split(" "))
                .filter(word -> !TITLES.contains(word))
                .map(word -> SHORT_FORMS.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }
}
