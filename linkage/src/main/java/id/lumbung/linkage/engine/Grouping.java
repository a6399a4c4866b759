package id.lumbung.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The clusters of one question in an index that lives: a number by record, the members in a ring, and what was stated. */
final class Grouping {

    /** What regrouping a part did: the numbers that are no more, and a member of each cluster whose members changed. */
    record Change(Collection<Integer> retired, Collection<Integer> changed) {}

    final double threshold;
    private int[] number;
    private int[] next;
    private int fresh;
    private final Map<Integer, List<int[]>> same = new HashMap<>();
    private final Map<Integer, List<int[]>> different = new HashMap<>();
    private final BitSet once = new BitSet();
    private int statements;

    /** @param numbers the number of the cluster of each record; null for the number of its first record */
    Grouping(double threshold, int[] cluster, int @Nullable [] numbers, Clusters.Constraints constraints) {
        this.threshold = threshold;
        number = numbers == null ? cluster.clone() : numbers.clone();
        next = new int[cluster.length];
        int[] last = new int[cluster.length];
        for (int r = 0; r < cluster.length; r++) {
            int first = cluster[r];
            next[r] = first;
            if (first != r) next[last[first]] = r;
            last[first] = r;
            fresh = Math.max(fresh, number[r] + 1);
        }
        for (int[] pair : constraints.same()) state(pair[0], pair[1], true);
        for (int[] pair : constraints.different()) state(pair[0], pair[1], false);
        for (int l = 0; l < constraints.once().length; l++) if (constraints.once()[l]) once.set(l);
    }

    void once(int source) {
        once.set(source);
    }

    void state(int a, int b, boolean joined) {
        withdraw(a, b);
        Map<Integer, List<int[]>> into = joined ? same : different;
        into.computeIfAbsent(a, r -> new ArrayList<>()).add(new int[] {b, statements});
        into.computeIfAbsent(b, r -> new ArrayList<>()).add(new int[] {a, statements++});
    }

    private void withdraw(int a, int b) {
        for (Map<Integer, List<int[]>> of : List.of(same, different)) {
            of.getOrDefault(a, new ArrayList<>()).removeIf(pair -> pair[0] == b);
            of.getOrDefault(b, new ArrayList<>()).removeIf(pair -> pair[0] == a);
        }
    }

    /** Those that a person joined to this one, or kept apart from it. */
    List<int[]> said(int record, boolean joined) {
        return (joined ? same : different).getOrDefault(record, List.of());
    }

    int number(int record) {
        return number[record];
    }

    /** The cluster of a record, ascending. */
    int[] members(int record) {
        int[] found = new int[4];
        int used = 0;
        int r = record;
        do {
            if (used == found.length) found = Arrays.copyOf(found, used * 2);
            found[used++] = r;
            r = next[r];
        } while (r != record);
        found = Arrays.copyOf(found, used);
        Arrays.sort(found);
        return found;
    }

    /** A record that is new, alone with a number of its own. */
    void add(int record) {
        if (record >= number.length) {
            int size = record + 1 + Math.max(64, record / 8);
            number = Arrays.copyOf(number, size);
            next = Arrays.copyOf(next, size);
        }
        number[record] = -1;
        next[record] = record;
    }

    void remove(int record) {
        int r = record;
        while (next[r] != record) r = next[r];
        next[r] = next[record];
        next[record] = record;
        number[record] = -1;
        for (Map<Integer, List<int[]>> of : List.of(same, different)) {
            List<int[]> own = of.remove(record);
            if (own == null) continue;
            for (int[] pair : own) of.getOrDefault(pair[0], new ArrayList<>()).removeIf(other -> other[0] == record);
        }
    }

    /**
     * Groups a part anew.
     *
     * @param members ascending; with every record that a pair above the threshold or a statement connects to one of them
     * @param a the pairs within, by place among the members
     */
    Change regroup(
            int[] members,
            int[] a,
            int[] b,
            float[] probability,
            byte[] source,
            long[] identity,
            Collection<Integer> wereThere) {
        int size = members.length;
        Map<Integer, Integer> place = new HashMap<>();
        for (int i = 0; i < size; i++) place.put(members[i], i);
        boolean[] onceOf = new boolean[once.length()];
        for (int l = 0; l < onceOf.length; l++) onceOf[l] = once.get(l);
        int[] cluster = Clusters.of(
                size,
                a,
                b,
                probability,
                threshold,
                new Clusters.Constraints(
                        onceOf, source, stated(same, members, place), stated(different, members, place)),
                identity);
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < size; i++)
            groups.computeIfAbsent(cluster[i], c -> new ArrayList<>()).add(i);
        Map<Integer, Integer> before = new HashMap<>();
        Map<Integer, Integer> sizeBefore = new HashMap<>();
        for (int r : members) {
            if (number[r] < 0) continue;
            before.put(r, number[r]);
            sizeBefore.computeIfAbsent(number[r], n -> members(r).length);
        }
        Map<Integer, Integer> numbers = numbers(groups, members, before);
        TreeSet<Integer> retired = new TreeSet<>(before.values());
        retired.addAll(wereThere);
        TreeSet<Integer> changed = new TreeSet<>();
        groups.forEach((first, group) -> {
            int given = numbers.getOrDefault(first, -1);
            retired.remove(given);
            boolean like = sizeBefore.getOrDefault(given, 0) == group.size() && !wereThere.contains(given);
            for (int i = 0; i < group.size(); i++) {
                int r = members[group.get(i)];
                like &= before.getOrDefault(r, -1) == given;
                number[r] = given;
                next[r] = members[group.get((i + 1) % group.size())];
            }
            if (!like) changed.add(members[group.get(0)]);
        });
        return new Change(retired, changed);
    }

    /** A cluster takes the number that most of its records had, the smaller one when two have as many; each is given once. */
    private Map<Integer, Integer> numbers(
            Map<Integer, List<Integer>> groups, int[] members, Map<Integer, Integer> before) {
        record Claim(int records, int number, int cluster) {}
        List<Claim> claims = new ArrayList<>();
        groups.forEach((first, group) -> {
            Map<Integer, Integer> votes = new TreeMap<>();
            for (int i : group) {
                Integer had = before.get(members[i]);
                if (had != null) votes.merge(had, 1, Integer::sum);
            }
            votes.forEach((had, records) -> claims.add(new Claim(records, had, first)));
        });
        claims.sort((x, y) -> x.records != y.records
                ? Integer.compare(y.records, x.records)
                : x.number != y.number ? Integer.compare(x.number, y.number) : Integer.compare(x.cluster, y.cluster));
        Map<Integer, Integer> numbers = new HashMap<>();
        TreeSet<Integer> taken = new TreeSet<>();
        for (Claim claim : claims)
            if (!numbers.containsKey(claim.cluster) && taken.add(claim.number))
                numbers.put(claim.cluster, claim.number);
        for (int first : groups.keySet()) if (!numbers.containsKey(first)) numbers.put(first, fresh++);
        return numbers;
    }

    private static int[][] stated(Map<Integer, List<int[]>> of, int[] members, Map<Integer, Integer> place) {
        TreeMap<Integer, int[]> pairs = new TreeMap<>();
        for (int r : members) {
            for (int[] pair : of.getOrDefault(r, List.of())) {
                Integer x = place.get(r);
                Integer y = place.get(pair[0]);
                if (x != null && y != null) pairs.put(pair[1], new int[] {x, y});
            }
        }
        return pairs.values().toArray(int[][]::new);
    }
}
