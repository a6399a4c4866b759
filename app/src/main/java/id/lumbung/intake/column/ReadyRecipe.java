package id.lumbung.intake.column;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A recipe that comes with Lumbung, for lists whose layout many offices get: known by enough of its headings, in whatever
 * order. What it does not name is suggested as in any list, and a person may change all of it.
 */
public final class ReadyRecipe {
    /** In the order in which they are asked. */
    public static final List<ReadyRecipe> ALL = List.of(read("sidt"), read("nib"));

    private final String code;
    private final String name;
    private final int least;
    private final Set<String> needs;
    private final Map<String, Field> fields;

    private ReadyRecipe(String code, String name, int least, Set<String> needs, Map<String, Field> fields) {
        this.code = code;
        this.name = name;
        this.least = least;
        this.needs = Set.copyOf(needs);
        this.fields = Map.copyOf(fields);
    }

    /** The first that knows a list with these headings. */
    public static Optional<ReadyRecipe> find(List<String> headings) {
        return ALL.stream().filter(recipe -> recipe.knows(headings)).findFirst();
    }

    public static Optional<ReadyRecipe> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(recipe -> recipe.code.equals(wanted)
                        || recipe.name.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** Of the sentence that says what is known of it, and what is not. */
    public String messageKey() {
        return "intake.recipe.ready." + code;
    }

    public String name() {
        return name;
    }

    private boolean knows(List<String> headings) {
        Set<String> there = new HashSet<>();
        headings.forEach(heading -> there.add(Headings.plain(heading)));
        return there.containsAll(needs)
                && there.stream().filter(fields::containsKey).count() >= least;
    }

    /** For exactly these columns. */
    public Mapping mapping(List<String> headings, List<List<String>> sample) {
        List<MappedColumn> suggested = Suggestions.of(headings, sample).stream()
                .map(Suggestions.Suggestion::column)
                .toList();
        Set<Field> taken = new HashSet<>();
        MappedColumn[] columns = new MappedColumn[headings.size()];
        for (int i = 0; i < columns.length; i++) {
            Field field = fields.get(Headings.plain(headings.get(i)));
            if (field != null && (field == Field.KEPT || taken.add(field))) {
                columns[i] = new MappedColumn(headings.get(i), field);
            }
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] == null) {
                Field field = suggested.get(i).field();
                boolean free =
                        field.isMeasured() && suggested.get(i).year() != MappedColumn.NO_YEAR || taken.add(field);
                columns[i] = free ? suggested.get(i) : new MappedColumn(headings.get(i), Field.KEPT);
            }
        }
        return new Mapping(Arrays.asList(columns));
    }

    private static ReadyRecipe read(String code) {
        String file = "/intake/recipes/" + code + ".txt";
        Map<String, Field> fields = new HashMap<>();
        Map<String, String> said = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(ReadyRecipe.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(':');
                        String key = line.substring(0, colon);
                        String value = line.substring(colon + 1).strip();
                        if (key.toUpperCase(Locale.ROOT).equals(key)) {
                            for (String heading : value.split(",")) {
                                fields.put(Headings.plain(heading), Field.valueOf(key));
                            }
                        } else {
                            said.put(key, value);
                        }
                    });
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        Set<String> needs = new HashSet<>();
        for (String heading : said.getOrDefault("needs", "").split(",")) {
            needs.add(Headings.plain(heading));
        }
        return new ReadyRecipe(
                code,
                Objects.requireNonNull(said.get("name")),
                Integer.parseInt(Objects.requireNonNull(said.get("least"))),
                needs,
                fields);
    }
}
