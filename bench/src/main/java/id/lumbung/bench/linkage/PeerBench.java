package id.lumbung.bench.linkage;

import id.lumbung.linkage.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./lumbung bench linkage-peer --data DIR}: the lists of a folder by the textbook, on DuckDB; with
 * {@code --beside FILE} in one table with the figures that the engine's own bench wrote there.
 */
public final class PeerBench {
    private static final List<String> OF_A_LEVEL =
            List.of("F1", "F1 of clusters", "best F1", "recall at 95 % precision", "blocking recall");

    private PeerBench() {}

    public static void main(String[] arguments) throws Exception {
        Path data = null;
        Path beside = null;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--data" -> data = Path.of(arguments[i + 1]);
                case "--beside" -> beside = Path.of(arguments[i + 1]);
                default -> System.err.println("Not understood: " + arguments[i]);
            }
        }
        if (data == null || !Files.isDirectory(data)) {
            System.err.println("./lumbung bench linkage-peer --data DIR [--beside FILE]");
            System.exit(2);
            return;
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Level level : Level.values()) {
            add(DuckDbPeer.run(data, level), figures);
        }
        table(beside == null ? null : read(beside), figures);
    }

    private static void add(DuckDbPeer.Result result, Map<String, Double> figures) throws IOException {
        if (result.level() == Level.BUSINESS) {
            figures.put("records", (double) result.records());
            figures.put("pairs", (double) result.pairs());
            figures.put("seconds", result.total());
            figures.put("seconds from cleaned data", result.fromCleaned());
            figures.put("megabytes", peakMegabytes());
            StringBuilder steps = new StringBuilder();
            result.seconds()
                    .forEach((step, took) -> steps.append(steps.isEmpty() ? "" : ", ")
                            .append(String.format(Locale.ROOT, "%s %.2f s", step, took)));
            System.out.println("DuckDB: " + steps);
        }
        PeerEvaluation found = result.evaluation();
        String level = result.level().name().toLowerCase(Locale.ROOT) + " ";
        figures.put(level + "F1", found.f1());
        figures.put(level + "F1 of clusters", found.clusterF1());
        figures.put(level + "best F1", found.bestF1());
        figures.put(level + "recall at 95 % precision", found.recallAt95());
        figures.put(level + "blocking recall", found.blockingRecall());
    }

    /** The most that the process ever held in memory, as Linux counts it; 0 elsewhere. */
    private static double peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
                }
            }
        }
        return 0;
    }

    private static Map<String, Double> read(Path file) throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int tab = line.indexOf('\t');
            figures.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
        }
        return figures;
    }

    private static void table(@Nullable Map<String, Double> ours, Map<String, Double> peer) {
        System.out.println();
        System.out.println("| | Lumbung | DuckDB, by the textbook |");
        System.out.println("| --- | ---: | ---: |");
        row("records", "records", "%,.0f", ours, peer);
        row("candidate pairs", "pairs", "%,.0f", ours, peer);
        row("seconds from CSV to clusters", "seconds", "%.1f", ours, peer);
        row("of which from cleaned data", "seconds from cleaned data", "%.1f", ours, peer);
        row("peak memory, MB", "megabytes", "%,.0f", ours, peer);
        for (Level level : Level.values()) {
            String name = level.name().toLowerCase(Locale.ROOT);
            for (String figure : OF_A_LEVEL) {
                row("same " + name + ": " + figure, name + " " + figure, "%.3f", ours, peer);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%nF1 of pairs at each one's own threshold (DuckDB: %.2f); best F1: at the threshold that the truth chooses.%n",
                DuckDbPeer.THRESHOLD);
    }

    private static void row(
            String title, String figure, String format, @Nullable Map<String, Double> ours, Map<String, Double> peer) {
        Double our = ours == null ? null : ours.get(figure);
        Double other = peer.get(figure);
        System.out.printf(
                "| %s | %s | %s |%n",
                title,
                our == null ? "" : String.format(Locale.ROOT, format, our),
                other == null ? "" : String.format(Locale.ROOT, format, other));
    }
}
