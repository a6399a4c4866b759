package id.lumbung.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Candidate pairs, each once, with the pattern of their comparison levels. */
public final class Pairs {

    /**
     * What a rule would cost and what it gave.
     *
     * @param splitBlocks blocks over the limit that were split
     * @param refusedBlocks parts of them, or whole ones, that stayed too large and were not compared
     */
    public record Cost(
            String rule,
            long pairsBefore,
            long pairs,
            int blocks,
            int largest,
            int splitBlocks,
            int refusedBlocks,
            long refusedPairs) {

        private Cost with(long compared) {
            return new Cost(rule, pairsBefore, compared, blocks, largest, splitBlocks, refusedBlocks, refusedPairs);
        }
    }

    final Ints a;
    final Ints b;
    final Ints pattern;
    /** Level of comparison {@code c} in pattern {@code p}: {@code levels[p * width + c]}. */
    final byte[] levels;

    final int width;
    final int patterns;
    /** How often a pattern stands among the sampled pairs, of which the parameters are learned. */
    final int[] patternCount;

    final int sampled;
    final List<Cost> costs;
    private final long spilled;

    private Pairs(
            Ints a,
            Ints b,
            Ints pattern,
            byte[] levels,
            int width,
            int[] patternCount,
            List<Cost> costs,
            long spilled) {
        this.a = a;
        this.b = b;
        this.pattern = pattern;
        this.levels = levels;
        this.width = width;
        this.patterns = patternCount.length;
        this.patternCount = patternCount;
        sampled = Arrays.stream(patternCount).sum();
        this.costs = costs;
        this.spilled = spilled;
    }

    public int count() {
        return a.size();
    }

    public List<Cost> costs() {
        return costs;
    }

    /** Bytes that lie in a file. */
    public long spilled() {
        return spilled;
    }

    /** As many pairs tell the parameters to three digits. */
    private static final int SAMPLE = 500_000;

    /** Pairs that may come of one piece of work; a few more where a block is larger. */
    private static final int PIECE = 50_000;
    /** Pieces whose pairs are in memory before they are put away. */
    private static final int WAVE = 32;

    /** Blocks, counts, then compares. What a block over its rule's limit comes to stands in the costs before a pair is made. */
    static Pairs of(Model model, Workers workers) {
        int rules = model.rules().size();
        int[] keys = keys(model, workers);
        RuleBlocks[] blocks = new RuleBlocks[rules];
        workers.forPieces(rules, r -> blocks[r] = RuleBlocks.of(model.rules().get(r), r, keys, rules, model.size()));
        List<Piece> pieces = new ArrayList<>();
        for (int r = 0; r < rules; r++) blocks[r].cut(pieces);
        long[] also = model.alsoPairs();
        for (int from = 0; from < also.length; from += PIECE)
            pieces.add(new Piece(rules, from, Math.min(also.length, from + PIECE)));
        try (Ints.Spill spill = new Ints.Spill(workers.memory())) {
            Ints a = new Ints(spill);
            Ints b = new Ints(spill);
            Ints pattern = new Ints(spill);
            LongCodes codes = new LongCodes();
            long[] byRule = new long[rules + 1];
            for (int from = 0; from < pieces.size(); from += WAVE) {
                int first = from;
                Made[] made = new Made[Math.min(WAVE, pieces.size() - from)];
                workers.forPieces(made.length, i -> {
                    Piece piece = pieces.get(first + i);
                    Made own = new Made(model, keys, piece.rule);
                    if (piece.rule == rules) own.stated(piece);
                    else own.compare(blocks[piece.rule], piece);
                    made[i] = own;
                });
                for (Made own : made) {
                    int[] global = new int[own.codes.size()];
                    for (int i = 0; i < global.length; i++) global[i] = codes.code(own.codes.value(i));
                    for (int i = 0; i < own.used; i++) own.pattern[i] = global[own.pattern[i]];
                    a.add(own.a, own.used);
                    b.add(own.b, own.used);
                    pattern.add(own.pattern, own.used);
                    byRule[own.rule] += own.used;
                }
            }
            List<Cost> costs = new ArrayList<>();
            for (int r = 0; r < rules; r++) costs.add(blocks[r].cost.with(byRule[r]));
            if (also.length > 0) costs.add(new Cost("nearest by words", also.length, byRule[rules], 0, 0, 0, 0, 0));
            return new Pairs(
                    a,
                    b,
                    pattern,
                    levels(model, codes),
                    model.comparisons().size(),
                    sampled(pattern, codes.size()),
                    List.copyOf(costs),
                    spill.written());
        }
    }

    /** The keys of a record beside each other: whether two share an earlier rule is asked of every pair. */
    private static int[] keys(Model model, Workers workers) {
        int rules = model.rules().size();
        int[] keys = new int[Math.multiplyExact(model.size(), rules)];
        workers.forRange(model.size(), 8192, (lo, hi) -> {
            for (int r = 0; r < rules; r++) {
                Rule.Key key = model.rules().get(r).key();
                for (int i = lo; i < hi; i++) keys[i * rules + r] = Rule.key(key, i);
            }
        });
        return keys;
    }

    private static int[] sampled(Ints pattern, int patterns) {
        int step = Math.max(1, pattern.size() / SAMPLE);
        int[] sampled = new int[patterns];
        // a step at a time by subtraction: the sum could pass the largest int
        for (int i = 0; i < pattern.size(); ) {
            sampled[pattern.get(i)]++;
            if (pattern.size() - i <= step) break;
            i += step;
        }
        return sampled;
    }

    private static byte[] levels(Model model, LongCodes codes) {
        int width = model.comparisons().size();
        byte[] levels = new byte[Math.multiplyExact(codes.size(), width)];
        for (int p = 0; p < codes.size(); p++) {
            long code = codes.value(p);
            for (int c = width - 1; c >= 0; c--) {
                int of = model.comparisons().get(c).levels.length;
                levels[p * width + c] = (byte) (code % of);
                code /= of;
            }
        }
        return levels;
    }

    /** Blocks of a rule, from one to before another; of the pairs that are stated, pairs. */
    record Piece(int rule, int from, int to) {}

    /** The blocks of one rule. */
    private static final class RuleBlocks {

        private final Rule rule;
        private final int number;
        private final int[] keys;
        private final int rules;
        private long[] sorted = new long[0];
        /** The records of all blocks of two and more, and where each block ends. */
        private int[] ids = new int[1024];

        private int used;
        private int[] ends = new int[256];
        private int count;
        private long pairs;
        private int largest;
        private int split;
        private int refused;
        private long refusedPairs;
        private Cost cost = new Cost("", 0, 0, 0, 0, 0, 0, 0);

        private RuleBlocks(Rule rule, int number, int[] keys, int rules) {
            this.rule = rule;
            this.number = number;
            this.keys = keys;
            this.rules = rules;
        }

        static RuleBlocks of(Rule rule, int number, int[] keys, int rules, int n) {
            RuleBlocks blocks = new RuleBlocks(rule, number, keys, rules);
            blocks.find(n);
            return blocks;
        }

        private void find(int n) {
            int known = 0;
            for (int i = 0; i < n; i++) if (keys[i * rules + number] != 0) known++;
            sorted = new long[known];
            int at = 0;
            for (int i = 0; i < n; i++) {
                int key = keys[i * rules + number];
                if (key != 0) sorted[at++] = (long) key << 32 | i;
            }
            Arrays.sort(sorted);
            blocks(0, known, 0);
            sorted = new long[0];
            ids = Arrays.copyOf(ids, used);
            ends = Arrays.copyOf(ends, count);
            cost = new Cost(rule.name(), pairs, 0, count, largest, split, refused, refusedPairs);
        }

        private void blocks(int begin, int end, int level) {
            for (int from = begin, to; from < end; from = to) {
                to = from + 1;
                while (to < end && sorted[to] >>> 32 == sorted[from] >>> 32) to++;
                int size = to - from;
                if (size < 2) continue;
                if (sorted[from] >>> 32 == 0) refuse(from, to);
                else if (size <= rule.limit()) keep(from, to);
                else split(from, to, level);
            }
        }

        private void split(int from, int to, int level) {
            if (level == 0) split++;
            if (level == rule.finer().size()) {
                refuse(from, to);
                return;
            }
            int above = (int) (sorted[from] >>> 32);
            for (int i = from; i < to; i++) {
                int record = (int) sorted[i];
                int key = rule.finer(level, above, record);
                keys[record * rules + number] = key;
                sorted[i] = (long) key << 32 | record;
            }
            Arrays.sort(sorted, from, to);
            blocks(from, to, level + 1);
        }

        private void refuse(int from, int to) {
            refused++;
            refusedPairs += (long) (to - from) * (to - from - 1) / 2;
            for (int i = from; i < to; i++) keys[(int) sorted[i] * rules + number] = 0;
        }

        private void keep(int from, int to) {
            int size = to - from;
            if (used + size > ids.length) ids = Arrays.copyOf(ids, Math.max(used + size, used + (used >> 1)));
            for (int i = from; i < to; i++) ids[used++] = (int) sorted[i];
            if (count == ends.length) ends = Arrays.copyOf(ends, count + (count >> 1));
            ends[count++] = used;
            pairs += (long) size * (size - 1) / 2;
            largest = Math.max(largest, size);
        }

        void cut(List<Piece> into) {
            long weight = 0;
            int from = 0;
            for (int block = 0; block < count; block++) {
                long size = ends[block] - begin(block);
                weight += size * (size - 1) / 2;
                if (weight < PIECE && block < count - 1) continue;
                into.add(new Piece(number, from, block + 1));
                from = block + 1;
                weight = 0;
            }
        }

        int begin(int block) {
            return block == 0 ? 0 : ends[block - 1];
        }
    }

    /** The pairs of one piece of work. */
    private static final class Made {

        private final Model model;
        private final byte[] source;
        private final int[] keys;
        private final int rules;
        private final int rule;
        private final Comparison[] comparisons;
        private final Comparison.Scratch scratch = new Comparison.Scratch();
        private final LongCodes codes = new LongCodes();
        private int[] a = new int[4096];
        private int[] b = new int[4096];
        private int[] pattern = new int[4096];
        private int used;

        Made(Model model, int[] keys, int rule) {
            this.model = model;
            this.keys = keys;
            this.rule = rule;
            rules = model.rules().size();
            source = model.source();
            comparisons = model.comparisons().toArray(Comparison[]::new);
        }

        void compare(RuleBlocks blocks, Piece piece) {
            boolean within = model.withinLists();
            int[] ids = blocks.ids;
            for (int block = piece.from; block < piece.to; block++) {
                int end = blocks.ends[block];
                for (int i = blocks.begin(block); i < end; i++) {
                    int x = ids[i];
                    for (int j = i + 1; j < end; j++) {
                        int y = ids[j];
                        if (!within && source[x] == source[y] || seen(x, y)) continue;
                        add(x, y);
                    }
                }
            }
        }

        void stated(Piece piece) {
            for (int i = piece.from; i < piece.to; i++) {
                int x = (int) (model.alsoPairs()[i] >>> 32);
                int y = (int) model.alsoPairs()[i];
                if (!seen(x, y)) add(x, y);
            }
        }

        /** Whether an earlier rule has the pair. */
        private boolean seen(int x, int y) {
            int kx = x * rules;
            int ky = y * rules;
            for (int r = 0; r < rule; r++) if (keys[kx + r] == keys[ky + r] && keys[kx + r] != 0) return true;
            return false;
        }

        private void add(int x, int y) {
            if (used == a.length) {
                int size = used * 2;
                a = Arrays.copyOf(a, size);
                b = Arrays.copyOf(b, size);
                pattern = Arrays.copyOf(pattern, size);
            }
            long code = 0;
            for (Comparison comparison : comparisons)
                code = code * comparison.levels.length + comparison.level(x, y, scratch);
            a[used] = x;
            b[used] = y;
            pattern[used++] = codes.code(code);
        }
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
