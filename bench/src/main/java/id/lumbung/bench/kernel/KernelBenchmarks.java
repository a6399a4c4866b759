package id.lumbung.bench.kernel;

import id.lumbung.linkage.kernel.Edits;
import id.lumbung.linkage.kernel.JaroWinkler;
import id.lumbung.linkage.kernel.TokenSets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Pairs a second on one thread. Each name is kernel_whose; {@link Kernels} makes the table of them. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmarks {
    static final int PAIRS = 1 << 16;
    static final long SEED = 3507;

    /** The pairs in the forms that the engine keeps. */
    @State(Scope.Benchmark)
    public static class Names {
        NamePairs pairs = NamePairs.of(0, SEED);
        char[][] left = {};
        char[][] right = {};
        int[][] leftWords = {};
        int[][] rightWords = {};
        char[][][] leftTexts = {};
        char[][][] rightTexts = {};
        final JaroWinkler jaroWinkler = new JaroWinkler();
        final Edits edits = new Edits();
        final JaroWinklerSimilarity commonsJaroWinkler = new JaroWinklerSimilarity();
        final DamerauLevenshteinDistance commonsEdits = new DamerauLevenshteinDistance();
        private final Map<String, Integer> codes = new HashMap<>();

        @Setup
        public void make() {
            pairs = NamePairs.of(PAIRS, SEED);
            left = characters(pairs.left);
            right = characters(pairs.right);
            leftWords = words(pairs.left);
            rightWords = words(pairs.right);
            leftTexts = texts(pairs.left);
            rightTexts = texts(pairs.right);
        }

        private static char[][] characters(String[] texts) {
            return Arrays.stream(texts).map(String::toCharArray).toArray(char[][]::new);
        }

        private int[][] words(String[] texts) {
            return Arrays.stream(texts)
                    .map(text -> Arrays.stream(text.split(" "))
                            .mapToInt(word -> codes.computeIfAbsent(word, unknown -> codes.size()))
                            .distinct()
                            .sorted()
                            .toArray())
                    .toArray(int[][]::new);
        }

        private static char[][][] texts(String[] texts) {
            return Arrays.stream(texts).map(text -> characters(text.split(" "))).toArray(char[][][]::new);
        }
    }

    /** The pairs in a table of DuckDB. */
    @State(Scope.Benchmark)
    public static class Table {
        private DuckDbFunctions functions;

        @Setup(Level.Trial)
        public void fill() throws SQLException {
            functions = DuckDbFunctions.of(NamePairs.of(PAIRS, SEED));
        }

        @TearDown(Level.Trial)
        public void close() throws SQLException {
            functions.close();
        }
    }

    /** The left name is prepared once for the run of pairs it begins. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double jaroWinkler_ours(Names names) {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            if (i % NamePairs.RUN == 0) {
                names.jaroWinkler.prepare(names.left[i], 0, names.left[i].length);
            }
            sum += names.jaroWinkler.to(names.right[i]);
        }
        return sum;
    }

    /** Without memory, each pair by itself. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double jaroWinklerAlone_ours(Names names) {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += JaroWinkler.similarity(names.left[i], names.right[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double jaroWinkler_commons(Names names) {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += names.commonsJaroWinkler.apply(names.pairs.left[i], names.pairs.right[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS * DuckDbFunctions.COPIES)
    public double jaroWinkler_duckdb(Table table) throws SQLException {
        return table.functions.sum("jaro_winkler_similarity(a, b)");
    }

    /** The left name is prepared once for the run of pairs it begins. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int edits_ours(Names names) {
        int sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            if (i % NamePairs.RUN == 0) {
                names.edits.prepare(names.left[i], 0, names.left[i].length);
            }
            sum += names.edits.to(names.right[i]);
        }
        return sum;
    }

    /** The left name is prepared anew for each pair. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int editsAlone_ours(Names names) {
        int sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            names.edits.prepare(names.left[i], 0, names.left[i].length);
            sum += names.edits.to(names.right[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int edits_commons(Names names) {
        int sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += names.commonsEdits.apply(names.pairs.left[i], names.pairs.right[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS * DuckDbFunctions.COPIES)
    public double edits_duckdb(Table table) throws SQLException {
        return table.functions.sum("damerau_levenshtein(a, b)");
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double wordsInCommon_ours(Names names) {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += TokenSets.jaccard(names.leftWords[i], names.rightWords[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS * DuckDbFunctions.COPIES)
    public double wordsInCommon_duckdb(Table table) throws SQLException {
        return table.functions.sum(Kernels.DUCKDB_WORDS);
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double mongeElkan_ours(Names names) {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += TokenSets.mongeElkan(names.leftTexts[i], names.rightTexts[i]);
        }
        return sum;
    }
}
