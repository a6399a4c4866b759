package id.lumbung.linkage.command;

import id.lumbung.linkage.engine.Clusters;
import id.lumbung.linkage.engine.Index;
import id.lumbung.linkage.engine.Knowledge;
import id.lumbung.linkage.engine.Pairs;
import id.lumbung.linkage.engine.RawList;
import id.lumbung.linkage.engine.Run;
import id.lumbung.linkage.engine.Run.Answer;
import id.lumbung.linkage.engine.Run.Question;
import id.lumbung.linkage.engine.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code bench linkage --data DIR}: links the lists of a folder and compares with its {@code truth.csv}. */
public final class LinkBench {

    private LinkBench() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = null;
        Path weights = null;
        String learning = "blended";
        int threads = Runtime.getRuntime().availableProcessors();
        int runs = 1;
        long memory = 0;
        int labels = 0;
        int lookups = 0;
        int adds = 0;
        long grow = 0;
        Path out = null;
        Path figures = null;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--data" -> folder = Path.of(arguments[i + 1]);
                case "--weights" -> weights = Path.of(arguments[i + 1]);
                case "--learning" -> learning = arguments[i + 1];
                case "--memory" -> memory = Long.parseLong(arguments[i + 1]) << 20;
                case "--threads" -> threads = Integer.parseInt(arguments[i + 1]);
                case "--labels" -> labels = Integer.parseInt(arguments[i + 1]);
                case "--lookups" -> lookups = Integer.parseInt(arguments[i + 1]);
                case "--grow" -> grow = Long.parseLong(arguments[i + 1]);
                case "--out" -> out = Path.of(arguments[i + 1]);
                case "--adds" -> adds = Integer.parseInt(arguments[i + 1]);
                case "--runs" -> runs = Integer.parseInt(arguments[i + 1]);
                case "--figures" -> figures = Path.of(arguments[i + 1]);
                default -> {
                    System.err.println("Not understood: " + arguments[i]);
                    System.exit(2);
                }
            }
        }
        if (folder == null || !Files.isDirectory(folder)) {
            System.err.println(
                    "./lumbung bench linkage --data DIR [--threads N] [--memory MB] [--runs N] [--labels N] [--lookups N] [--adds N] [--grow N --out DIR]");
            System.exit(2);
            return;
        }
        if (grow > 0 && out != null) {
            grow(folder, grow, out);
            return;
        }
        Knowledge knowledge = new Known(weights, learning).read();
        Map<String, Double> found = new TreeMap<>();
        double[] totals = new double[runs];
        double[] cleaned = new double[runs];
        for (int r = 0; r < runs; r++) {
            try (Workers workers = new Workers(threads, memory)) {
                long begun = System.nanoTime();
                Path from = folder;
                Run run = Run.of(() -> Folder.lists(from, workers), knowledge, workers);
                double read = run.seconds().getOrDefault("read", 0.0);
                Answer business = run.answer(Question.BUSINESS);
                totals[r] = (System.nanoTime() - begun) / 1e9;
                cleaned[r] = totals[r] - read - run.seconds().getOrDefault("standardise", 0.0);
                if (r < runs - 1) continue;
                Answer owner = run.answer(Question.OWNER);
                print(folder, run, business, owner, read, labels, found);
                if (lookups > 0) lookUp(folder, run, lookups);
            }
        }
        long peak = peakMegabytes();
        if (adds > 0) IndexBench.measure(folder, threads, adds, found);
        Arrays.sort(totals);
        Arrays.sort(cleaned);
        System.out.printf(
                Locale.ROOT,
                "%nFrom CSV to clusters %.2f s, of which from cleaned data %.2f s (median of %d, %d threads); peak memory %d MB%n",
                totals[runs / 2],
                cleaned[runs / 2],
                runs,
                threads,
                peak);
        if (figures != null) {
            found.put("seconds", totals[runs / 2]);
            found.put("seconds from cleaned data", cleaned[runs / 2]);
            found.put("megabytes", (double) peak);
            List<String> lines = new ArrayList<>();
            found.forEach((name, value) -> lines.add(name + '\t' + value));
            Files.write(figures, lines);
        }
    }

    private static void grow(Path folder, long records, Path out) throws IOException {
        RawList truth = Grow.truth(folder);
        if (truth == null) throw new IllegalArgumentException("Lists grow with their truth.csv");
        try (Workers workers = new Workers(1)) {
            System.out.printf(
                    Locale.ROOT,
                    "%,d records in %s%n",
                    Grow.write(Folder.lists(folder, workers), truth, records, out),
                    out);
        }
    }

    private static void print(
            Path folder, Run run, Answer business, Answer owner, double read, int asked, Map<String, Double> found)
            throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%-22s %12s %12s %8s %8s %8s%n",
                "rule",
                "alone",
                "new pairs",
                "largest",
                "split",
                "refused");
        for (Pairs.Cost cost : run.pairs().costs())
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %,12d %,12d %8d %8d %8d%n",
                    cost.rule(),
                    cost.pairsBefore(),
                    cost.pairs(),
                    cost.largest(),
                    cost.splitBlocks(),
                    cost.refusedBlocks());
        System.out.printf(
                Locale.ROOT,
                "%,d records, %,d candidate pairs%n%n",
                run.model().size(),
                run.pairs().count());
        found.put("records", (double) run.model().size());
        found.put("pairs", (double) run.pairs().count());
        for (String line : run.classes()) System.out.println(line);
        System.out.printf(Locale.ROOT, "%nread %.2f s, %s%n%n", read, run.seconds());
        Truth truth = Folder.truth(folder, run.model());
        if (truth == null) return;
        System.out.printf(
                Locale.ROOT,
                "%-9s %9s %6s %6s %6s | %8s %6s %6s %6s | %6s %8s %9s %8s %6s%n",
                "question",
                "threshold",
                "P",
                "R",
                "F1",
                "clusters",
                "P",
                "R",
                "F1",
                "bestF1",
                "at",
                "R@P=.95",
                "blocking",
                "ECE");
        List<Answer> answers = new ArrayList<>(List.of(business, owner));
        if (asked > 0) {
            // a clerk who is never wrong looks at the pairs that the engine would ask about
            int[] pairs = run.worthAsking(business, asked);
            boolean[] same = new boolean[pairs.length];
            for (int i = 0; i < same.length; i++)
                same[i] = truth.business()[run.left(pairs[i])] == truth.business()[run.right(pairs[i])];
            answers.add(run.answer(Question.BUSINESS, Clusters.Constraints.none(), pairs, same));
        }
        for (Answer answer : answers) {
            int[] labels = answer.question() == Question.BUSINESS ? truth.business() : truth.owner();
            if (labels == null) continue;
            Evaluation e = Evaluation.of(run, answer, labels);
            String of = answer.question().name().toLowerCase(Locale.ROOT) + ' ';
            found.put(of + "F1", e.f1());
            found.put(of + "F1 of clusters", e.clusterF1());
            found.put(of + "best F1", e.bestF1());
            found.put(of + "recall at 95 % precision", e.recallAt95());
            found.put(of + "blocking recall", e.blockingRecall());
            System.out.printf(
                    Locale.ROOT,
                    "%-9s %9.3f %6.4f %6.4f %6.4f | %8s %6.4f %6.4f %6.4f | %6.4f %8.4f %9.4f %8.4f %6.4f%n",
                    answer.question().name().toLowerCase(Locale.ROOT),
                    answer.threshold(),
                    e.precision(),
                    e.recall(),
                    e.f1(),
                    "",
                    e.clusterPrecision(),
                    e.clusterRecall(),
                    e.clusterF1(),
                    e.bestF1(),
                    e.bestThreshold(),
                    e.recallAt95(),
                    e.blockingRecall(),
                    e.calibrationError());
        }
    }

    /** Single records of the smallest list against the index of all, the first thousand to warm up. */
    private static void lookUp(Path folder, Run run, int count) {
        List<RawList> lists;
        try (Workers workers = new Workers(1)) {
            lists = new ArrayList<>(Folder.lists(folder, workers));
        }
        lists.sort(Comparator.comparingInt(RawList::rows));
        RawList list = lists.get(0);
        Index index = run.index();
        int warm = Math.min(1000, count);
        long[] nanos = new long[count];
        for (int i = -warm; i < count; i++) {
            int row = (int) ((i + warm) * 7919L % list.rows());
            long begun = System.nanoTime();
            index.find(
                    list.source(),
                    column -> {
                        RawList.Column of = list.column(column);
                        return of == null ? "" : of.text(row);
                    },
                    0.05,
                    20);
            if (i >= 0) nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%n%,d records against the index of %,d: median %.3f ms, 99 %% within %.3f ms, slowest %.3f ms%n",
                count,
                run.model().size(),
                nanos[count / 2] / 1e6,
                nanos[(int) (count * 0.99)] / 1e6,
                nanos[count - 1] / 1e6);
    }

    /** The most that the process ever held in memory, as Linux counts it; -1 elsewhere. */
    private static long peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return -1;
        for (String line : Files.readAllLines(status))
            if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
        return -1;
    }
}
