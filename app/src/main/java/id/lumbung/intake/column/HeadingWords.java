package id.lumbung.intake.column;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which headings mean what, of {@code intake/headings.txt}: headings as offices write them, of questionnaires and of
 * exports. The whole heading must be known, or its beginning when it goes on with words that add nothing.
 */
final class HeadingWords {
    private static final HeadingWords KNOWN = read();

    private final Map<String, Field> fields;

    private HeadingWords(Map<String, Field> fields) {
        this.fields = Map.copyOf(fields);
    }

    static Optional<Field> find(String heading) {
        String words = Headings.withoutYear(heading);
        Field field = KNOWN.fields.get(words);
        while (field == null) {
            int space = words.lastIndexOf(' ');
            if (space < 0 || !addsNothing(words.substring(space + 1))) {
                return Optional.empty();
            }
            words = words.substring(0, space);
            field = KNOWN.fields.get(words);
        }
        return Optional.of(field);
    }

    private static boolean addsNothing(String word) {
        return switch (word) {
            case "rp",
                    "rupiah",
                    "tahun",
                    "thn",
                    "th",
                    "per",
                    "orang",
                    "org",
                    "jiwa",
                    "lengkap",
                    "wajib",
                    "isi",
                    "diisi" -> true;
            default -> word.length() == 1;
        };
    }

    private static HeadingWords read() {
        Map<String, Field> fields = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(
                        HeadingWords.class.getResourceAsStream("/intake/headings.txt"), "intake/headings.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(':');
                        Field field = Field.valueOf(line.substring(0, colon).strip());
                        for (String heading : line.substring(colon + 1).split(",")) {
                            Field before = fields.put(Headings.plain(heading), field);
                            if (before != null) {
                                throw new IllegalStateException(
                                        "heading " + heading.strip() + " means " + before + " and " + field);
                            }
                        }
                    });
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return new HeadingWords(fields);
    }
}
