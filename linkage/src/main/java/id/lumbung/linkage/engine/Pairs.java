package id.lumbung.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Candidate pairs, each once, with the pattern of their comparison levels. */
public final class Pairs {

    /** What a rule would cost and what it gave. */
    public record Cost(
            String rule, long pairsBefore, long pairs, int blocks, int largest, int refusedBlocks, long refusedPairs) {}

    final int count;
    final int[] a;
    final int[] b;
    final int[] pattern;
    /** Level of comparison {@code c} in pattern {@code p}: {@code levels[p * width + c]}. */
    final byte[] levels;

    final int width;
    final int patterns;
    /** How often a pattern stands among the sampled pairs, of which the parameters are learned. */
    final int[] patternCount;

    final int sampled;
    final List<Cost> costs;

    private Pairs(int[] a, int[] b, int[] pattern, byte[] levels, int width, int[] patternCount, List<Cost> costs) {
        this.count = a.length;
        this.a = a;
        this.b = b;
        this.pattern = pattern;
        this.levels = levels;
        this.width = width;
        this.patterns = patternCount.length;
        this.patternCount = patternCount;
        sampled = Arrays.stream(patternCount).sum();
        this.costs = costs;
    }

    public int count() {
        return count;
    }

    public List<Cost> costs() {
        return costs;
    }

    private record Block(int rule, int from, int to) {}

    private static final int IDS = 24;
    /** As many pairs tell the parameters to three digits. */
    private static final int SAMPLE = 500_000;

    private static final LongCodes NONE = new LongCodes();

    /** Blocks, counts, then compares. Blocks over the limit of their rule are refused and said so in the costs. */
    static Pairs of(Model model, Workers workers) {
        int n = model.size();
        int rules = model.rules().size();
        long[] keys = new long[n * rules];
        int[][] order = new int[rules][];
        List<List<Block>> blocks = new ArrayList<>();
        Cost[] costs = new Cost[rules + (model.alsoPairs().length > 0 ? 1 : 0)];
        for (int r = 0; r < rules; r++) blocks.add(new ArrayList<>());
        if (costs.length > rules) costs[rules] = new Cost("nearest by words", model.alsoPairs().length, 0, 0, 0, 0, 0);
        workers.forPieces(rules, r -> {
            long[] of = model.rules().get(r).keys();
            long[] sorted = new long[n];
            int used = 0;
            for (int i = 0; i < n; i++) {
                keys[i * rules + r] = of[i];
                if (of[i] != 0) sorted[used++] = of[i] & -1L << IDS | i;
            }
            Arrays.sort(sorted, 0, used);
            int[] ids = new int[used];
            for (int i = 0; i < used; i++) ids[i] = (int) (sorted[i] & (1L << IDS) - 1);
            order[r] = ids;
            long before = 0;
            int most = 0;
            int refused = 0;
            long refusedPairs = 0;
            int from = 0;
            while (from < used) {
                int to = from + 1;
                while (to < used && sorted[to] >>> IDS == sorted[from] >>> IDS) to++;
                long size = to - from;
                if (size > model.rules().get(r).limit()) {
                    refused++;
                    refusedPairs += size * (size - 1) / 2;
                    for (int i = from; i < to; i++) keys[ids[i] * rules + r] = 0;
                } else if (size > 1) {
                    before += size * (size - 1) / 2;
                    most = Math.max(most, (int) size);
                    blocks.get(r).add(new Block(r, from, to));
                }
                from = to;
            }
            costs[r] = new Cost(
                    model.rules().get(r).name(), before, 0, blocks.get(r).size(), most, refused, refusedPairs);
        });
        List<List<Block>> pieces = new ArrayList<>();
        List<Block> piece = new ArrayList<>();
        long weight = 0;
        for (List<Block> of : blocks) {
            for (Block block : of) {
                long size = block.to - block.from;
                piece.add(block);
                weight += size * (size - 1) / 2;
                if (weight >= 100_000) {
                    pieces.add(piece);
                    piece = new ArrayList<>();
                    weight = 0;
                }
            }
        }
        if (!piece.isEmpty()) pieces.add(piece);
        int also = model.alsoPairs().length;
        for (int from = 0; from < also; from += 50_000)
            pieces.add(List.of(new Block(rules, from, Math.min(also, from + 50_000))));
        Comparison[] comparisons = model.comparisons().toArray(Comparison[]::new);
        long[][] ab = new long[pieces.size()][];
        int[][] patterns = new int[pieces.size()][];
        LongCodes[] own = new LongCodes[pieces.size()];
        long[][] byRule = new long[pieces.size()][rules + 1];
        workers.forPieces(pieces.size(), p -> {
            Comparison.Scratch scratch = new Comparison.Scratch();
            long[] two = new long[4096];
            int[] of = new int[4096];
            LongCodes codes = new LongCodes();
            own[p] = codes;
            int used = 0;
            for (Block block : pieces.get(p)) {
                int rule = block.rule;
                if (rule == rules) {
                    for (int i = block.from; i < block.to; i++) {
                        int x = (int) (model.alsoPairs()[i] >>> 32);
                        int y = (int) model.alsoPairs()[i];
                        boolean seen = false;
                        for (int r = 0; r < rules && !seen; r++)
                            seen = keys[x * rules + r] == keys[y * rules + r] && keys[x * rules + r] != 0;
                        if (seen) continue;
                        if (used == two.length) {
                            two = Arrays.copyOf(two, used * 2);
                            of = Arrays.copyOf(of, used * 2);
                        }
                        long code = 0;
                        for (Comparison comparison : comparisons)
                            code = code * comparison.levels.length + comparison.level(x, y, scratch);
                        two[used] = (long) x << 32 | y;
                        of[used++] = codes.code(code);
                        byRule[p][rule]++;
                    }
                    continue;
                }
                int[] ids = order[rule];
                for (int i = block.from; i < block.to; i++) {
                    int x = ids[i];
                    for (int j = i + 1; j < block.to; j++) {
                        int y = ids[j];
                        int kx = x * rules;
                        int ky = y * rules;
                        if (keys[kx + rule] != keys[ky + rule]) continue;
                        if (!model.withinLists() && model.source()[x] == model.source()[y]) continue;
                        boolean seen = false;
                        for (int r = 0; r < rule; r++) {
                            if (keys[kx + r] == keys[ky + r] && keys[kx + r] != 0) {
                                seen = true;
                                break;
                            }
                        }
                        if (seen) continue;
                        if (used == two.length) {
                            two = Arrays.copyOf(two, used * 2);
                            of = Arrays.copyOf(of, used * 2);
                        }
                        long code = 0;
                        for (Comparison comparison : comparisons) {
                            code = code * comparison.levels.length + comparison.level(x, y, scratch);
                        }
                        two[used] = (long) x << 32 | y;
                        of[used++] = codes.code(code);
                        byRule[p][rule]++;
                    }
                }
            }
            ab[p] = Arrays.copyOf(two, used);
            patterns[p] = Arrays.copyOf(of, used);
        });
        int total = 0;
        int[] starts = new int[pieces.size() + 1];
        for (int p = 0; p < pieces.size(); p++) {
            total = Math.addExact(total, ab[p].length);
            starts[p + 1] = total;
            for (int r = 0; r < costs.length; r++) {
                Cost c = costs[r];
                costs[r] = new Cost(
                        c.rule,
                        c.pairsBefore,
                        c.pairs + byRule[p][r],
                        c.blocks,
                        c.largest,
                        c.refusedBlocks,
                        c.refusedPairs);
            }
        }
        int[] a = new int[total];
        int[] b = new int[total];
        int[] pattern = new int[total];
        LongCodes codes = new LongCodes();
        for (int p = 0; p < pieces.size(); p++) {
            int at = starts[p];
            long[] two = ab[p];
            int[] of = patterns[p];
            int[] global = new int[own[p].size];
            for (int i = 0; i < global.length; i++) global[i] = codes.code(own[p].values[i]);
            for (int i = 0; i < two.length; i++) {
                a[at + i] = (int) (two[i] >>> 32);
                b[at + i] = (int) two[i];
                pattern[at + i] = global[of[i]];
            }
            ab[p] = new long[0];
            patterns[p] = new int[0];
            own[p] = NONE;
        }
        int step = Math.max(1, total / SAMPLE);
        int[] sampled = new int[codes.size()];
        for (int i = 0; i < total; i += step) sampled[pattern[i]]++;
        int width = comparisons.length;
        byte[] levels = new byte[codes.size() * width];
        for (int p = 0; p < codes.size(); p++) {
            long code = codes.value(p);
            for (int c = width - 1; c >= 0; c--) {
                levels[p * width + c] = (byte) (code % comparisons[c].levels.length);
                code /= comparisons[c].levels.length;
            }
        }
        return new Pairs(a, b, pattern, levels, width, sampled, List.of(costs));
    }

    /** Numbers distinct longs in the order of their coming. */
    static final class LongCodes {
        private long[] values = new long[1 << 10];
        private int[] table = new int[1 << 12];
        private int size;

        int code(long value) {
            int mask = table.length - 1;
            int slot = slot(value, mask);
            while (table[slot] != 0) {
                int at = table[slot] - 1;
                if (values[at] == value) {
                    return at;
                }
                slot = slot + 1 & mask;
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size] = value;
            table[slot] = ++size;
            if (size * 2 > table.length) {
                int[] larger = new int[table.length * 2];
                for (int i = 0; i < size; i++) {
                    int s = slot(values[i], larger.length - 1);
                    while (larger[s] != 0) s = s + 1 & larger.length - 1;
                    larger[s] = i + 1;
                }
                table = larger;
            }
            return size - 1;
        }

        private static int slot(long value, int mask) {
            long h = value * 0x9E3779B97F4A7C15L;
            return (int) (h >>> 32 ^ h >>> 17) & mask;
        }

        int size() {
            return size;
        }

        long value(int code) {
            return values[code];
        }
    }
}
