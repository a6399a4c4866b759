package id.lumbung.linkage.engine.generic;

import id.lumbung.linkage.engine.Texts;
import id.lumbung.linkage.engine.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Which records are among each other's nearest by the weight of the rarer words they share. */
final class Neighbours {

    private static final int NEAREST = 12;
    private static final int COMMON_WORD = 250;

    private final int n;
    private final byte[] source;
    private final boolean withinLists;
    /** The nearest record; -1 none. */
    final int[] first;
    /** How many times nearer it is than the next. */
    final float[] ahead;

    Neighbours(byte[] source, boolean withinLists) {
        n = source.length;
        this.source = source;
        this.withinLists = withinLists;
        first = new int[n];
        ahead = new float[n];
    }

    private int[][] tokens(List<Field> fields, Texts words, Texts tokens) {
        int[][] of = new int[n][];
        for (int r = 0; r < n; r++) {
            TreeSet<Integer> own = new TreeSet<>();
            for (Field field : fields) {
                if (field.kind == Field.Kind.NUMBER) continue;
                for (int word : field.words[field.code[r]]) {
                    String text = words.text(word);
                    if (text.length() < 2) continue;
                    own.add(tokens.code(text));
                }
            }
            of[r] = own.stream().mapToInt(Integer::intValue).toArray();
        }
        return of;
    }

    /** The pairs, {@code (long) smaller << 32 | larger}, sorted. */
    long[] pairs(List<Field> fields, Texts words, Workers workers) {
        Arrays.fill(first, -1);
        Texts tokens = new Texts();
        int[][] of = tokens(fields, words, tokens);
        int[] count = new int[tokens.size()];
        for (int[] own : of) for (int token : own) count[token]++;
        int[][] holders = new int[tokens.size()][];
        for (int t = 0; t < holders.length; t++) holders[t] = new int[count[t] > COMMON_WORD ? 0 : count[t]];
        int[] fill = new int[tokens.size()];
        for (int r = 0; r < n; r++)
            for (int token : of[r]) if (holders[token].length > 0) holders[token][fill[token]++] = r;
        int step = 512;
        int pieces = (n + step - 1) / step;
        long[][] found = new long[pieces][];
        workers.forPieces(pieces, piece -> {
            double[] weight = new double[n];
            int[] touched = new int[n];
            long[] pairs = new long[step * NEAREST];
            int used = 0;
            for (int r = piece * step; r < Math.min(n, (piece + 1) * step); r++) {
                int seen = 0;
                for (int token : of[r]) {
                    double w = Math.log((double) n / count[token]);
                    for (int other : holders[token]) {
                        if (other == r || !withinLists && source[other] == source[r]) continue;
                        if (weight[other] == 0) touched[seen++] = other;
                        weight[other] += w;
                    }
                }
                for (int k = 0; k < NEAREST && k < seen; k++) {
                    int best = -1;
                    for (int i = 0; i < seen; i++) {
                        int o = touched[i];
                        if (weight[o] > 0
                                && (best < 0 || weight[o] > weight[best] || weight[o] == weight[best] && o < best))
                            best = o;
                    }
                    if (best < 0) break;
                    if (k == 0) {
                        first[r] = best;
                        ahead[r] = (float) weight[best];
                    } else if (k == 1) {
                        ahead[r] = (float) (ahead[r] / weight[best]);
                    }
                    if (k == 0 && seen == 1) ahead[r] = Float.MAX_VALUE;
                    weight[best] = -1;
                    pairs[used++] = (long) Math.min(r, best) << 32 | Math.max(r, best);
                }
                for (int i = 0; i < seen; i++) weight[touched[i]] = 0;
            }
            found[piece] = Arrays.copyOf(pairs, used);
        });
        return Arrays.stream(found)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
    }
}
