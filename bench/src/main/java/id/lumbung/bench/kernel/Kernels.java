package id.lumbung.bench.kernel;

import id.lumbung.linkage.kernel.Edits;
import id.lumbung.linkage.kernel.JaroWinkler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code ./lumbung bench kernels}: millions of pairs a second on one thread, ours beside others, as a table. */
public final class Kernels {
    static final String DUCKDB_WORDS = "len(list_intersect(aw, bw)) / len(list_distinct(aw || bw))::double";

    private static final Map<String, String> TITLES = Map.of(
            "jaroWinkler", "Jaro-Winkler, first name prepared",
            "jaroWinklerAlone", "Jaro-Winkler, each pair alone",
            "edits", "Damerau-Levenshtein, first name prepared",
            "editsAlone", "Damerau-Levenshtein, each pair alone",
            "wordsInCommon", "words in common (Jaccard)",
            "mongeElkan", "Monge-Elkan");

    private Kernels() {}

    public static void main(String[] arguments) throws Exception {
        Path output = Files.createDirectories(Path.of("bench/target"));
        Options options = new OptionsBuilder()
                .include(KernelBenchmarks.class.getName())
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                .addProfiler(ProcessorTime.class)
                .verbosity(VerboseMode.SILENT)
                .resultFormat(ResultFormatType.JSON)
                .result(output.resolve("kernels.json").toString())
                .build();
        Collection<RunResult> results = new Runner(options).run();
        System.out.println(
                "Millions of pairs in a second of processor time, one thread, names of 4 to 30 letters; ± is the error JMH states.");
        System.out.println();
        print(results);
        System.out.println();
        agreement();
    }

    private static void print(Collection<RunResult> results) {
        Map<String, Map<String, RunResult>> table = new TreeMap<>();
        for (RunResult result : results) {
            String[] name = result.getPrimaryResult().getLabel().split("_");
            table.computeIfAbsent(name[0], kernel -> new TreeMap<>()).put(name[1], result);
        }
        System.out.println("| kernel | Lumbung | DuckDB | Commons Text | to DuckDB | to Commons |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (Map.Entry<String, Map<String, RunResult>> kernel : table.entrySet()) {
            // the others have one way of each
            Map<String, RunResult> others = table.get(kernel.getKey().replace("Alone", ""));
            RunResult ours = kernel.getValue().get("ours");
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %s |%n",
                    TITLES.get(kernel.getKey()),
                    millions(ours),
                    millions(others.get("duckdb")),
                    millions(others.get("commons")),
                    ratio(ours, others.get("duckdb")),
                    ratio(ours, others.get("commons")));
        }
    }

    private static String millions(@Nullable RunResult result) {
        return result == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.1f ± %.1f",
                        result.getPrimaryResult().getScore() / processors(result) / 1e6,
                        result.getPrimaryResult().getScoreError() / processors(result) / 1e6);
    }

    private static String ratio(RunResult ours, @Nullable RunResult other) {
        return other == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.1f",
                        ours.getPrimaryResult().getScore()
                                / processors(ours)
                                / (other.getPrimaryResult().getScore() / processors(other)));
    }

    /** What the machine gave the measurement; with other work beside it less than one. */
    private static double processors(RunResult result) {
        return result.getSecondaryResults().get(ProcessorTime.LABEL).getScore();
    }

    /** Whether what is measured gives the same: the share of pairs in which the value is the same to nine digits. */
    private static void agreement() throws Exception {
        NamePairs pairs = NamePairs.of(KernelBenchmarks.PAIRS, KernelBenchmarks.SEED);
        int count = pairs.left.length;
        double[] jaro = new double[count];
        double[] edits = new double[count];
        double[] commonsJaro = new double[count];
        double[] commonsEdits = new double[count];
        JaroWinklerSimilarity commons = new JaroWinklerSimilarity();
        DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance();
        for (int i = 0; i < count; i++) {
            jaro[i] = JaroWinkler.similarity(pairs.left[i], pairs.right[i]);
            edits[i] = Edits.between(pairs.left[i], pairs.right[i]);
            commonsJaro[i] = commons.apply(pairs.left[i], pairs.right[i]);
            commonsEdits[i] = distance.apply(pairs.left[i], pairs.right[i]);
        }
        try (DuckDbFunctions duckdb = DuckDbFunctions.of(pairs)) {
            agreement("Jaro-Winkler", jaro, duckdb.each("jaro_winkler_similarity(a, b)", count), commonsJaro);
            agreement("Damerau-Levenshtein", edits, duckdb.each("damerau_levenshtein(a, b)", count), commonsEdits);
        }
    }

    private static void agreement(String kernel, double[] ours, double[] duckdb, double[] commons) {
        System.out.printf(
                Locale.ROOT,
                "%s gives the same value as DuckDB for %.2f %%, as Commons Text for %.2f %% of %,d pairs.%n",
                kernel,
                100 * same(ours, duckdb),
                100 * same(ours, commons),
                ours.length);
    }

    private static double same(double[] one, double[] other) {
        int same = 0;
        for (int i = 0; i < one.length; i++) {
            same += Math.abs(one[i] - other[i]) < 1e-9 ? 1 : 0;
        }
        return (double) same / one.length;
    }
}
