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
    private static final double LIKE_EACH_OTHER = 0.8;
    private static final double FAR_BETTER = 1.5;
    private static final int WIDE = 3;

    private Separators() {}

    /** @param wrapped whether most rows lie in quotation marks as a whole, and have to be taken apart once more */
    record Found(char separator, boolean wrapped) {}

    static Found of(Content content, Charsets.Found charset) {
        String sample = sample(content, charset);
        Found best = new Found(',', false);
        double most = 0;
        for (char candidate : KNOWN) {
            double score = score(sample, new Found(candidate, false)).all();
            if (score > most) {
                most = score;
                best = new Found(candidate, false);
            }
        }
        for (char candidate : KNOWN) {
            Score score = score(sample, new Found(candidate, true));
            if (score.share() >= LIKE_EACH_OTHER && score.width() >= WIDE && score.all() > most * FAR_BETTER) {
                return new Found(candidate, true);
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

    private record Score(double share, int width) {
        /** A width beyond some point is no better. */
        double all() {
            return share * Math.min(width, 12);
        }
    }

    /** The usual width of rows, and what share of them has it. */
    private static Score score(String sample, Found found) {
        Map<Integer, Integer> widths = new HashMap<>();
        int rows = 0;
        Row row = new Row();
        try (Rows all = TextTable.rows(new StringReader(sample), found)) {
            while (rows < MOST_ROWS && all.next(row)) {
                widths.merge(row.size(), 1, Integer::sum);
                rows++;
            }
        } catch (Refused broken) {
            return new Score(0, 1);
        }
        Score best = new Score(0, 1);
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            Score score = new Score((double) width.getValue() / rows, width.getKey());
            if (width.getKey() > 1 && score.all() > best.all()) {
                best = score;
            }
        }
        return best;
    }
}
