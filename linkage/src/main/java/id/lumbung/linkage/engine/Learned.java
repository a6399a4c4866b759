package id.lumbung.linkage.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Weights learned elsewhere on the same kind of lists, for an index that begins with too few records to learn from. They come with
 * the engine, learned on generated lists of 58,551 records; about the two lists of a pair they say nothing.
 */
final class Learned {

    /** As many records tell what is rare. */
    private static final int RECORDS = 50_000;

    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, Double> activities = new TreeMap<>();

    private Learned(String text) {
        for (String line : text.split("\n")) {
            if (line.isBlank() || line.startsWith("#")) continue;
            int tab = line.lastIndexOf('\t');
            String key = line.substring(0, tab);
            String value = line.substring(tab + 1);
            if (key.startsWith("activity\tshare\t")) activities.put(key.substring(15), Double.parseDouble(value));
            else lines.put(key, value);
        }
    }

    static Learned builtIn() {
        try (InputStream in = Learned.class.getResourceAsStream("built-in-weights.tsv")) {
            if (in == null) throw new IllegalStateException("built-in-weights.tsv is missing");
            return new Learned(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** An index without a record. */
    static Index index(Workers workers) {
        UmkmModel umkm = UmkmModel.of(List.of(), workers);
        Learned learned = builtIn();
        umkm.assume(RECORDS, learned.activities);
        Mixture mixture = Stances.umkm(umkm.model());
        learned.into(mixture);
        return new Index(
                umkm,
                mixture,
                null,
                new Grouping(learned.number("threshold\tbusiness"), new int[0], null, Clusters.Constraints.none()),
                new Grouping(learned.number("threshold\towner"), new int[0], null, Clusters.Constraints.none()),
                workers);
    }

    private double number(String key) {
        String value = lines.get(key);
        if (value == null) throw new IllegalStateException("Learned weights say nothing of " + key);
        return Double.parseDouble(value);
    }

    private void into(Mixture mixture) {
        double[][][] probability = new double[mixture.kinds.size()][mixture.comparisons.length][];
        double[] share = new double[mixture.kinds.size()];
        for (int k = 0; k < share.length; k++) {
            String kind = mixture.kinds.get(k).name();
            share[k] = number("share\t" + kind);
            for (int c = 0; c < mixture.comparisons.length; c++) {
                Comparison comparison = mixture.comparisons[c];
                double[] of = new double[comparison.levels.length];
                for (int l = 0; l < of.length; l++)
                    of[l] = comparison.about == Comparison.About.SETTING
                            ? 1
                            : number("level\t" + kind + '\t' + comparison.name + '\t' + comparison.levels[l]);
                probability[k][c] = of;
            }
        }
        mixture.set(share, probability);
    }

    /** What a run has learned, as this class reads it. */
    static String of(Mixture mixture, double business, double owner, Map<String, Double> activityShares) {
        StringBuilder out = new StringBuilder("# what a run learned; read by the class Learned\n");
        out.append("threshold\tbusiness\t").append(business).append('\n');
        out.append("threshold\towner\t").append(owner).append('\n');
        new TreeMap<>(activityShares)
                .forEach((activity, share) ->
                        out.append(String.format(Locale.ROOT, "activity\tshare\t%s\t%.4f%n", activity, share)));
        for (int k = 0; k < mixture.kinds.size(); k++) {
            String kind = mixture.kinds.get(k).name();
            out.append(String.format(Locale.ROOT, "share\t%s\t%.6g%n", kind, mixture.share[k]));
            for (int c = 0; c < mixture.comparisons.length; c++) {
                Comparison comparison = mixture.comparisons[c];
                if (comparison.about == Comparison.About.SETTING) continue;
                for (int l = 0; l < comparison.levels.length; l++)
                    out.append(String.format(
                            Locale.ROOT,
                            "level\t%s\t%s\t%s\t%.4g%n",
                            kind,
                            comparison.name,
                            comparison.levels[l],
                            mixture.probability[k][c][l]));
            }
        }
        return out.toString();
    }
}
