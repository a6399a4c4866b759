package id.lumbung.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of records judged to be one. Pairs come in the order of their probability; two groups join when the evidence of all pairs
 * between them, those never compared counting against, is for it. So one strong pair does not chain two groups that disagree.
 */
public final class Clusters {

    private static final double UNSEEN = -1.5;
    /** Pairs below say nothing where groups join. */
    static final float LEAST = 0.02f;

    private Clusters() {}

    /**
     * What holds whatever the probabilities say.
     *
     * @param once lists of which a cluster may hold one record
     * @param source the list of each record
     * @param same pairs that are joined
     * @param different pairs that are never joined, not even by way of others
     */
    public record Constraints(boolean[] once, byte[] source, int[][] same, int[][] different) {

        public static Constraints none() {
            return new Constraints(new boolean[0], new byte[0], new int[0][], new int[0][]);
        }
    }

    /** What tells a record from others wherever it stands in whichever list of lists. */
    static long identity(String source, String id) {
        long h = 0xCBF29CE484222325L;
        for (int i = 0; i < source.length(); i++) h = (h ^ source.charAt(i)) * 0x100000001B3L;
        h = (h ^ '/') * 0x100000001B3L;
        for (int i = 0; i < id.length(); i++) h = (h ^ id.charAt(i)) * 0x100000001B3L;
        return h;
    }

    private static int identity(long a, long b) {
        long h = (a ^ b) * 0x9E3779B97F4A7C15L ^ a * b;
        h ^= h >>> 29;
        h *= 0xD6E8FEB86659FD93L;
        return (int) (h >>> 33);
    }

    /**
     * The number of the cluster of each record; clusters are numbered by their first record. Pairs of one probability come in the
     * order of {@code identity}, so that the groups are the same whatever the order of the records; and since nothing but pairs above
     * the threshold joins, a part that no such pair and no statement connects to the rest can be grouped alone.
     */
    public static int[] of(
            int size,
            int[] a,
            int[] b,
            float[] probability,
            double threshold,
            Constraints constraints,
            long[] identity) {
        int used = 0;
        int[] degree = new int[size + 1];
        for (int i = 0; i < a.length; i++) {
            if (probability[i] < LEAST) continue;
            used++;
            degree[a[i] + 1]++;
            degree[b[i] + 1]++;
        }
        for (int i = 0; i < size; i++) degree[i + 1] += degree[i];
        int[] start = degree;
        int[] fill = Arrays.copyOf(start, size + 1);
        int[] other = new int[used * 2];
        float[] weight = new float[used * 2];
        long[] order = new long[used];
        int strong = 0;
        double shift = Math.log(threshold / (1 - threshold));
        for (int i = 0; i < a.length; i++) {
            double p = probability[i];
            if (probability[i] < LEAST) continue;
            float w = (float) (Math.log(Math.min(p, 0.9999) / (1 - Math.min(p, 0.9999))) - shift);
            other[fill[a[i]]] = b[i];
            weight[fill[a[i]]++] = w;
            other[fill[b[i]]] = a[i];
            weight[fill[b[i]]++] = w;
            if (p >= threshold) order[strong++] = (long) Float.floatToIntBits(1 - (float) p) << 32 | i;
        }
        inOrder(order, strong, a, b, identity);
        int[] cluster = new int[size];
        int[] next = new int[size];
        int[] last = new int[size];
        int[] count = new int[size];
        for (int i = 0; i < size; i++) {
            cluster[i] = i;
            next[i] = -1;
            last[i] = i;
            count[i] = 1;
        }
        Map<Integer, List<Integer>> apart = new HashMap<>();
        for (int[] pair : constraints.different) {
            apart.computeIfAbsent(pair[0], r -> new ArrayList<>()).add(pair[1]);
            apart.computeIfAbsent(pair[1], r -> new ArrayList<>()).add(pair[0]);
        }
        for (int[] pair : constraints.same) {
            int x = cluster[pair[0]];
            int y = cluster[pair[1]];
            if (x != y && !forbidden(x, y, cluster, next, apart, constraints, true))
                join(Math.max(x, y), Math.min(x, y), cluster, next, last, count);
        }
        for (int o = 0; o < strong; o++) {
            int i = (int) order[o];
            int x = cluster[a[i]];
            int y = cluster[b[i]];
            if (x == y) continue;
            int small = count[x] < count[y] || count[x] == count[y] && x > y ? x : y;
            int large = small == x ? y : x;
            double sum = 0;
            long seen = 0;
            for (int m = small; m >= 0; m = next[m]) {
                for (int e = start[m]; e < start[m + 1]; e++) {
                    if (cluster[other[e]] == large) {
                        sum += weight[e];
                        seen++;
                    }
                }
            }
            sum += UNSEEN * ((long) count[x] * count[y] - seen);
            if (sum <= 0 || forbidden(small, large, cluster, next, apart, constraints, false)) continue;
            join(small, large, cluster, next, last, count);
        }
        int[] first = new int[size];
        Arrays.fill(first, -1);
        int[] out = new int[size];
        for (int i = 0; i < size; i++) {
            if (first[cluster[i]] < 0) first[cluster[i]] = i;
            out[i] = first[cluster[i]];
        }
        return out;
    }

    private static void inOrder(long[] order, int strong, int[] a, int[] b, long[] identity) {
        long[] drawn = new long[strong];
        for (int o = 0; o < strong; o++) {
            int i = (int) order[o];
            drawn[o] = (long) identity(identity[a[i]], identity[b[i]]) << 32 | o;
        }
        Arrays.sort(drawn);
        long[] ranked = new long[strong];
        for (int rank = 0; rank < strong; rank++) ranked[rank] = order[(int) drawn[rank]] & -1L << 32 | rank;
        Arrays.sort(ranked);
        for (int o = 0; o < strong; o++) drawn[o] = drawn[o] & (1L << 32) - 1;
        long[] before = Arrays.copyOf(order, strong);
        for (int o = 0; o < strong; o++) order[o] = before[(int) drawn[(int) ranked[o]]];
    }

    private static void join(int small, int large, int[] cluster, int[] next, int[] last, int[] count) {
        for (int m = small; m >= 0; m = next[m]) cluster[m] = large;
        next[last[large]] = small;
        last[large] = last[small];
        count[large] += count[small];
    }

    private static boolean forbidden(
            int x,
            int y,
            int[] cluster,
            int[] next,
            Map<Integer, List<Integer>> apart,
            Constraints constraints,
            boolean stated) {
        if (!apart.isEmpty())
            for (int m = x; m >= 0; m = next[m])
                for (int other : apart.getOrDefault(m, List.of())) if (cluster[other] == y) return true;
        if (stated) return false;
        for (int l = 0; l < constraints.once.length; l++) {
            if (!constraints.once[l]) continue;
            int seen = 0;
            for (int m = x; m >= 0; m = next[m]) if (constraints.source[m] == l) seen++;
            for (int m = y; m >= 0; m = next[m]) if (constraints.source[m] == l) seen++;
            if (seen > 1) return true;
        }
        return false;
    }
}
