package id.lumbung.reference.kbli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The words people use at the counter, in Indonesian and Javanese, and what the official titles call the same thing.
 * Read from {@code reference/everyday_words.txt}: {@code word, word => official words @10-33}, where {@code @10-33}
 * means "an activity of these divisions is more likely" and {@code -} drops a word that says nothing.
 */
public final class EverydayWords {

    private static final String RESOURCE = "/reference/everyday_words.txt";
    private static final int LONGEST_PHRASE = 3;

    /** One word or phrase of the query, what it may also mean, and the divisions it speaks for. */
    public record Meaning(List<String> said, Set<String> alsoCalled, Set<Integer> divisions) {}

    private record Rule(Set<String> alsoCalled, Set<Integer> divisions, boolean dropped) {}

    private final Map<String, Rule> rules;

    private EverydayWords(Map<String, Rule> rules) {
        this.rules = rules;
    }

    public static EverydayWords load() {
        try (InputStream stream = Objects.requireNonNull(EverydayWords.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static EverydayWords none() {
        return new EverydayWords(Map.of());
    }

    public static EverydayWords parse(List<String> lines) {
        Map<String, Rule> rules = new HashMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] sides = line.split("=>", 2);
            if (sides.length != 2) {
                throw new IllegalStateException("everyday words: no => in: " + line);
            }
            Rule rule = rule(sides[1].strip());
            for (String word : sides[0].split(",")) {
                rules.merge(String.join(" ", tokens(word)), rule, EverydayWords::both);
            }
        }
        return new EverydayWords(rules);
    }

    private static Rule rule(String right) {
        Set<String> words = new LinkedHashSet<>();
        Set<Integer> divisions = new TreeSet<>();
        boolean dropped = right.equals("-");
        for (String part : right.split("\\s+")) {
            if (part.startsWith("@")) {
                String[] range = part.substring(1).split("-");
                int last = Integer.parseInt(range[range.length - 1]);
                for (int division = Integer.parseInt(range[0]); division <= last; division++) {
                    divisions.add(division);
                }
            } else if (!part.isEmpty() && !dropped) {
                words.addAll(tokens(part));
            }
        }
        return new Rule(words, divisions, dropped);
    }

    private static Rule both(Rule one, Rule other) {
        Set<String> words = new LinkedHashSet<>(one.alsoCalled);
        words.addAll(other.alsoCalled);
        Set<Integer> divisions = new TreeSet<>(one.divisions);
        divisions.addAll(other.divisions);
        return new Rule(words, divisions, one.dropped || other.dropped);
    }

    /** Reads a query: the longest known phrase first, unknown words as they are. */
    public List<Meaning> read(String query) {
        List<String> tokens = tokens(query);
        List<Meaning> meanings = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int taken = 1;
            Rule rule = null;
            for (int length = Math.min(LONGEST_PHRASE, tokens.size() - at); length >= 1 && rule == null; length--) {
                rule = rules.get(String.join(" ", tokens.subList(at, at + length)));
                taken = rule == null ? 1 : length;
            }
            List<String> said = List.copyOf(tokens.subList(at, at + taken));
            if (rule == null) {
                meanings.add(new Meaning(said, Set.of(), Set.of()));
            } else if (!rule.dropped) {
                meanings.add(new Meaning(said, rule.alsoCalled, rule.divisions));
            }
            at += taken;
        }
        return Collections.unmodifiableList(meanings);
    }

    public static List<String> tokens(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    @Override
    public String toString() {
        return rules.keySet().stream().sorted().collect(Collectors.joining(", ", "EverydayWords[", "]"));
    }
}
