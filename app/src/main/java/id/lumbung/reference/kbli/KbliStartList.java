package id.lumbung.reference.kbli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The hand-written starting list: the codes micro enterprises use, in both versions, with everyday words and sectors.
 * Code and official title are facts of Peraturan BPS 2/2020 and 7/2025; the words are ours.
 */
public record KbliStartList(List<Line> lines) {

    private static final String RESOURCE = "/reference/kbli_start.csv";

    public record Line(String version, String code, String title, String words, Set<String> sectors) {

        KbliEntry entry() {
            return new KbliEntry(version, code, title, words, "");
        }
    }

    public static KbliStartList load() {
        List<Line> lines = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(KbliStartList.class.getResourceAsStream(RESOURCE), RESOURCE);
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : reader) {
                lines.add(new Line(
                        row.getField("version"),
                        row.getField("code"),
                        row.getField("title"),
                        row.getField("words"),
                        Set.of(row.getField("sectors").split(" "))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KbliStartList(List.copyOf(lines));
    }

    public List<KbliEntry> entries() {
        return lines.stream().map(Line::entry).toList();
    }
}
