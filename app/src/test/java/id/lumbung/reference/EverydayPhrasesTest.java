package id.lumbung.reference;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.lumbung.reference.kbli.EverydayWords;
import id.lumbung.reference.kbli.KbliIndex;
import id.lumbung.reference.kbli.KbliStartList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What people say at the counter, and the code an officer would choose; the starting list only. */
class EverydayPhrasesTest {

    private record Phrase(String words, String code) {}

    private static final KbliIndex INDEX = new KbliIndex(KbliStartList.load().entries(), EverydayWords.load());

    @Test
    void nine_of_ten_phrases_find_their_code_among_the_first_five() throws IOException {
        List<String> missed = new ArrayList<>();
        List<Phrase> phrases = phrases();
        for (Phrase phrase : phrases) {
            if (INDEX.search(phrase.words(), "2020", 5).stream()
                    .noneMatch(hit -> hit.entry().code().equals(phrase.code()))) {
                missed.add(phrase.words() + " (" + phrase.code() + ")");
            }
        }

        assertThat(phrases).hasSizeGreaterThanOrEqualTo(60);
        assertThat(missed).as("missed of " + phrases.size()).hasSizeLessThanOrEqualTo(phrases.size() / 10);
    }

    @Test
    void most_phrases_find_their_code_at_once() throws IOException {
        List<Phrase> phrases = phrases();
        long first = phrases.stream()
                .filter(phrase -> INDEX.search(phrase.words(), "2020", 1).stream()
                        .anyMatch(hit -> hit.entry().code().equals(phrase.code())))
                .count();

        assertThat((double) first / phrases.size()).isGreaterThan(0.75);
    }

    @Test
    void words_that_say_nothing_find_nothing_rather_than_anything() {
        assertThat(INDEX.search("usaha milik sendiri", "2020", 5)).isEmpty();
        assertThat(INDEX.search("", "2020", 5)).isEmpty();
        assertThat(INDEX.search("bakso", "1999", 5)).isEmpty();
    }

    @Test
    void what_an_official_description_excludes_does_not_lead_there() {
        String description =
                "Kelompok ini mencakup pembuatan tempe. Kelompok ini tidak mencakup pembuatan tahu, lihat 10392.";

        assertThat(KbliIndex.whatItIs(description)).contains("tempe").doesNotContain("tahu");
    }

    private static List<Phrase> phrases() throws IOException {
        List<Phrase> phrases = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(
                        EverydayPhrasesTest.class.getResourceAsStream("/reference/everyday_phrases.csv"));
                CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                        .ofNamedCsvRecord(new String(stream.readAllBytes(), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : reader) {
                phrases.add(new Phrase(row.getField("phrase"), row.getField("kbli_2020")));
            }
        }
        return phrases;
    }
}
