package id.lumbung.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Blocking rules that the data suggest. Of all ways to ask for one, two or three facts, those are taken that find most of the likely pairs that
 * the ones before them do not, for the fewest pairs to compare. What a rule costs is counted on a sample of the records first and on all
 * of them before it is suggested.
 */
public final class Suggestions {

    /**
     * @param facts what two records have to agree on
     * @param pairs that it would give, counted before any is made
     * @param says share of the records that say all the facts
     * @param finds share of the likely pairs that agree on them
     * @param findsNew those that no suggestion before finds
     */
    public record Suggestion(List<String> facts, long pairs, double says, double finds, double findsNew) {}

    private static final int SAMPLE = 20_000;
    private static final int LIKELY = 50_000;
    private static final int MOST_RULES = 12;
    private static final double LEAST_NEW = 0.002;
    /** Facts of a list beyond these are not asked for. */
    private static final int MOST_FACTS = 40;

    private final Model model;
    private final List<Fact> facts;
    private final int[] sample;

    /** For each likely pair the facts that it agrees on, as a set, and how likely it is. */
    private final long[] agreed;

    private final double[] weight;

    private Suggestions(Model model, Pairs pairs, Scores scores) {
        this.model = model;
        facts = model.facts().subList(0, Math.min(MOST_FACTS, model.facts().size()));
        sample = sample(model.size());
        int step = 1;
        int likely = 0;
        for (int i = 0; i < pairs.count(); i++) if (scores.of(i) >= 0.5) likely++;
        step = Math.max(1, likely / LIKELY);
        long[] sets = new long[likely / step + 1];
        double[] weights = new double[sets.length];
        int seen = 0;
        int used = 0;
        for (int i = 0; i < pairs.count(); i++) {
            float p = scores.of(i);
            if (p < 0.5 || seen++ % step != 0) continue;
            sets[used] = agreed(pairs.a.get(i), pairs.b.get(i));
            weights[used++] = p;
        }
        agreed = Arrays.copyOf(sets, used);
        weight = Arrays.copyOf(weights, used);
    }

    /** Records that stand far from each other, the same for the same lists. */
    private static int[] sample(int size) {
        if (size <= SAMPLE) {
            int[] all = new int[size];
            Arrays.setAll(all, r -> r);
            return all;
        }
        int[] some = new int[SAMPLE * 2];
        int used = 0;
        long most = (long) ((double) SAMPLE / size * (1L << 32));
        for (int r = 0; r < size && used < some.length; r++)
            if (((r + 1) * 0x9E3779B97F4A7C15L >>> 32) < most) some[used++] = r;
        return Arrays.copyOf(some, used);
    }

    private long agreed(int a, int b) {
        long set = 0;
        for (int f = 0; f < facts.size(); f++) {
            long one = facts.get(f).key().of(a);
            if (one != 0 && one == facts.get(f).key().of(b)) set |= 1L << f;
        }
        return set;
    }

    static List<Suggestion> of(Model model, Pairs pairs, Scores scores, long mostPairs, Workers workers) {
        return new Suggestions(model, pairs, scores).choose(mostPairs, workers);
    }

    private static final class Candidate {
        final long set;
        double cost;

        Candidate(long set) {
            this.set = set;
        }
    }

    private List<Suggestion> choose(long mostPairs, Workers workers) {
        List<Candidate> candidates = new ArrayList<>();
        for (int f = 0; f < facts.size(); f++) {
            candidates.add(new Candidate(1L << f));
            for (int g = 0; g < f; g++) candidates.add(new Candidate(1L << f | 1L << g));
        }
        count(candidates, workers);
        // what is too dear with two facts may do with three
        List<Candidate> narrower = new ArrayList<>();
        for (Candidate two : candidates) {
            if (Long.bitCount(two.set) != 2 || two.cost < mostPairs / 20.0 || finds(two.set, agreed) < 0.02) continue;
            for (int f = 0; f < facts.size(); f++) {
                long three = two.set | 1L << f;
                if (three != two.set && narrower.stream().noneMatch(other -> other.set == three))
                    narrower.add(new Candidate(three));
            }
        }
        narrower.sort((x, y) -> Double.compare(finds(y.set, agreed), finds(x.set, agreed)));
        narrower = narrower.subList(0, Math.min(60, narrower.size()));
        count(narrower, workers);
        candidates.addAll(narrower);
        List<Suggestion> chosen = new ArrayList<>();
        double all = Arrays.stream(weight).sum();
        double left = mostPairs;
        long[] open = agreed.clone();
        while (chosen.size() < MOST_RULES && all > 0) {
            Candidate best = null;
            double bestWorth = 0;
            for (Candidate candidate : candidates) {
                if (candidate.cost > left) continue;
                double gain = finds(candidate.set, open);
                double worth = gain / (candidate.cost + 0.01 * mostPairs);
                if (gain >= LEAST_NEW * all && worth > bestWorth) {
                    best = candidate;
                    bestWorth = worth;
                }
            }
            if (best == null) break;
            candidates.remove(best);
            long[] whole = cost(best.set, null);
            if (whole[0] > left) continue;
            chosen.add(new Suggestion(
                    names(best.set),
                    whole[0],
                    model.size() == 0 ? 0 : (double) whole[1] / model.size(),
                    finds(best.set, agreed) / all,
                    finds(best.set, open) / all));
            left -= whole[0];
            for (int i = 0; i < open.length; i++) if ((open[i] & best.set) == best.set) open[i] = 0;
        }
        return List.copyOf(chosen);
    }

    private List<String> names(long set) {
        List<String> names = new ArrayList<>();
        for (int f = 0; f < facts.size(); f++)
            if ((set & 1L << f) != 0) names.add(facts.get(f).name());
        return names;
    }

    /** Weight of the likely pairs among these that agree on the facts. */
    private double finds(long set, long[] among) {
        double found = 0;
        for (int i = 0; i < among.length; i++) if ((among[i] & set) == set) found += weight[i];
        return found;
    }

    private void count(List<Candidate> candidates, Workers workers) {
        double grown = sample.length == 0 ? 1 : (double) model.size() / sample.length;
        workers.forPieces(
                candidates.size(),
                i -> candidates.get(i).cost = cost(candidates.get(i).set, sample)[0] * grown * grown);
    }

    /** Pairs that agree on the facts, and records that say them; of all records when none are named. */
    private long[] cost(long set, int @Nullable [] records) {
        int size = records == null ? model.size() : records.length;
        long[] keys = new long[size];
        int used = 0;
        for (int i = 0; i < size; i++) {
            int r = records == null ? i : records[i];
            long key = key(set, r);
            // the list in the lowest bits: pairs within one are not counted where it holds a thing once
            if (key != 0) keys[used++] = key << 8 | model.source()[r] & 0xFF;
        }
        Arrays.sort(keys, 0, used);
        long pairs = 0;
        for (int from = 0, to; from < used; from = to) {
            to = from;
            long within = 0;
            while (to < used && keys[to] >>> 8 == keys[from] >>> 8) {
                int list = to;
                while (list < used && keys[list] == keys[to]) list++;
                long own = list - to;
                within += own * (own - 1) / 2;
                to = list;
            }
            long block = to - from;
            pairs += block * (block - 1) / 2 - (model.withinLists() ? 0 : within);
        }
        return new long[] {pairs, used};
    }

    private long key(long set, int record) {
        long key = 1;
        for (int f = 0; f < facts.size(); f++) {
            if ((set & 1L << f) == 0) continue;
            long own = facts.get(f).key().of(record);
            if (own == 0) return 0;
            key = (key * 0x9E3779B97F4A7C15L ^ own) * 0xD6E8FEB86659FD93L;
            key ^= key >>> 29;
        }
        return key == 0 ? 1 : key;
    }
}
