package id.lumbung.intake.read;

import id.lumbung.platform.Refused;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Which sign keeps the fields apart: the one by which most of the first rows have the same number of fields. */
final class Separators {
    private static final char[] KNOWN = {',', ';', '\t', '|'};
    private static final int SAMPLE = 1 << 16;
    private static final int MOST_ROWS = 200;

    private Separators() {}

    static char of(Content content, Charsets.Found charset) {
        String sample = sample(content, charset);
        char best = ',';
        double most = 0;
        for (char candidate : KNOWN) {
            double score = score(sample, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static String sample(Content content, Charsets.Found charset) {
        char[] buffer = new char[SAMPLE];
        int filled = 0;
        try (Reader reader = TextTable.reader(content, charset)) {
            while (filled < SAMPLE) {
                int read = reader.read(buffer, filled, SAMPLE - filled);
                if (read < 0) {
                    break;
                }
                filled += read;
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return new String(buffer, 0, filled);
    }

    /** Share of the rows with the usual width, times that width up to a point where wider is no better. */
    private static double score(String sample, char separator) {
        Map<Integer, Integer> widths = new HashMap<>();
        int rows = 0;
        Row row = new Row();
        try (Rows all = TextTable.rows(new StringReader(sample), separator)) {
            while (rows < MOST_ROWS && all.next(row)) {
                widths.merge(row.size(), 1, Integer::sum);
                rows++;
            }
        } catch (Refused broken) {
            return 0;
        }
        double best = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            if (width.getKey() > 1) {
                best = Math.max(best, (double) width.getValue() / rows * Math.min(width.getKey(), 12));
            }
        }
        return best;
    }
}
