package id.lumbung.bench.linkage;

import id.lumbung.linkage.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** {@code ./lumbung bench linkage-peer --data DIR}: the lists of a folder by the textbook, on DuckDB. */
public final class PeerBench {
    private PeerBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2 || !arguments[0].equals("--data") || !Files.isDirectory(Path.of(arguments[1]))) {
            System.err.println("./lumbung bench linkage-peer --data DIR");
            System.exit(2);
        }
        System.out.printf(
                Locale.ROOT,
                "%-9s %9s %6s %6s %6s | %6s %6s %6s | %6s %8s %9s %8s%n",
                "question",
                "threshold",
                "P",
                "R",
                "F1",
                "P",
                "R",
                "F1",
                "bestF1",
                "at",
                "R@P=.95",
                "blocking");
        for (Level level : Level.values()) {
            print(DuckDbPeer.run(Path.of(arguments[1]), level));
        }
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                System.out.println("peak memory " + Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB");
            }
        }
    }

    private static void print(DuckDbPeer.Result result) {
        PeerEvaluation e = result.evaluation();
        System.out.printf(
                Locale.ROOT,
                "%-9s %9.3f %6.4f %6.4f %6.4f | %6.4f %6.4f %6.4f | %6.4f %8.4f %9.4f %8.4f%n",
                result.level().name().toLowerCase(Locale.ROOT),
                DuckDbPeer.THRESHOLD,
                e.precision(),
                e.recall(),
                e.f1(),
                e.clusterPrecision(),
                e.clusterRecall(),
                e.clusterF1(),
                e.bestF1(),
                e.bestThreshold(),
                e.recallAt95(),
                e.blockingRecall());
        System.out.printf(
                Locale.ROOT,
                "          %,d records, %,d candidate pairs; from CSV to clusters %.2f s, of which from cleaned data %.2f s%n",
                result.records(),
                result.pairs(),
                result.total(),
                result.fromCleaned());
        result.seconds().forEach((step, took) -> System.out.printf(Locale.ROOT, "          %-21s %7.2f s%n", step, took));
    }
}
