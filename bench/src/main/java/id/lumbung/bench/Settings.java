package id.lumbung.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param parts which measurements, in their order
 * @param sizes numbers of enterprises, ascending
 * @param seconds how long each load lasts
 * @param keep folder of the homes, kept for the next time; null for one that is deleted at the end
 * @param run folder of the built application
 * @param javaOptions options of Java for the measured application
 */
record Settings(
        Set<String> parts,
        List<Integer> sizes,
        int seconds,
        @Nullable Path keep,
        Path output,
        String commit,
        Path run,
        List<String> javaOptions) {
    static final List<String> PARTS = List.of("start", "public", "licences", "large", "intake", "matching");
    /** Only when asked for; the test of upgrades does. */
    private static final String CASES = "cases";

    private static final List<Integer> SIZES = List.of(20_000, 100_000, 421_000, 2_000_000);

    Settings {
        sizes = List.copyOf(sizes);
        javaOptions = List.copyOf(javaOptions);
    }

    static Settings read(String[] arguments) {
        Set<String> parts = new LinkedHashSet<>();
        List<Integer> sizes = SIZES;
        int seconds = 10;
        Path keep = null;
        Path output = Path.of("bench/target");
        String commit = "unknown";
        Path run = Path.of("app/target/run");
        List<String> javaOptions = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (PARTS.contains(argument) || argument.equals(CASES)) {
                parts.add(argument);
                continue;
            }
            if (argument.equals("--")) {
                javaOptions.addAll(List.of(arguments).subList(i + 1, arguments.length));
                break;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("unknown, or without its value: " + argument);
            }
            String value = arguments[++i];
            switch (argument) {
                case "--sizes" -> sizes = numbers(value);
                case "--seconds" -> seconds = Integer.parseInt(value);
                case "--keep" -> keep = Path.of(value).toAbsolutePath();
                case "--output" -> output = Path.of(value);
                case "--commit" -> commit = value;
                case "--run" -> run = Path.of(value);
                default -> throw new IllegalArgumentException("unknown option: " + argument);
            }
        }
        return new Settings(
                parts.isEmpty() ? new LinkedHashSet<>(List.of("start", "public", "licences", "large")) : parts,
                sizes,
                seconds,
                keep,
                output,
                commit,
                run,
                javaOptions);
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(","))
                .map(number -> Integer.valueOf(number.strip()))
                .sorted()
                .toList();
    }

    boolean wants(String part) {
        return parts.contains(part);
    }
}
