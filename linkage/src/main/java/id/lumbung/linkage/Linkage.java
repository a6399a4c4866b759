package id.lumbung.linkage;

import id.lumbung.linkage.engine.Clusters;
import id.lumbung.linkage.engine.Index;
import id.lumbung.linkage.engine.Model;
import id.lumbung.linkage.engine.Pairs;
import id.lumbung.linkage.engine.RawList;
import id.lumbung.linkage.engine.Run;
import id.lumbung.linkage.engine.Run.Answer;
import id.lumbung.linkage.engine.Run.Question;
import id.lumbung.linkage.engine.Suggestions;
import id.lumbung.linkage.engine.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lists, linked. {@code Linkage.of(lists, settings)} reads, blocks, compares and estimates without labels; what was found is asked
 * afterwards, for the same business and for the same owner. The same lists give the same answers to the bit, on any number of threads.
 */
public final class Linkage {

    private final Run run;
    private final Model model;
    private final LinkageSettings settings;
    private final Map<RecordRef, Integer> places = new HashMap<>();
    private final Map<Level, Answer> answers = new HashMap<>();

    private Linkage(Run run, LinkageSettings settings) {
        this.run = run;
        this.settings = settings;
        model = run.model();
        for (int r = 0; r < model.size(); r++) places.put(ref(r), r);
    }

    /** Links one list with itself, or many with each other and themselves. */
    public static Linkage of(List<RecordList> lists, LinkageSettings settings) {
        if (lists.isEmpty()) throw new IllegalArgumentException("At least one list is needed");
        List<RawList> raw = new ArrayList<>();
        for (RecordList list : lists) raw.add(list.raw);
        try (Workers workers = new Workers(settings.threads(), settings.memory())) {
            return new Linkage(Run.of(() -> raw, settings.knowledge(), workers), settings);
        }
    }

    private RecordRef ref(int r) {
        return new RecordRef(model.sources()[model.source()[r]], model.ids()[r]);
    }

    private synchronized Answer answer(Level level) {
        return answers.computeIfAbsent(level, asked -> {
            Map<Long, Boolean> judged = new HashMap<>();
            boolean business = asked == Level.BUSINESS;
            for (int[] pair : pairs(business ? settings.different() : settings.differentOwner()))
                judged.put(key(pair[0], pair[1]), false);
            for (int[] pair : pairs(business ? settings.same() : settings.sameOwner()))
                judged.put(key(pair[0], pair[1]), true);
            List<Integer> labelled = new ArrayList<>();
            if (!judged.isEmpty())
                for (int i = 0; i < run.pairs().count(); i++)
                    if (judged.containsKey(key(run.left(i), run.right(i)))) labelled.add(i);
            int[] pairs = labelled.stream().mapToInt(Integer::intValue).toArray();
            boolean[] same = new boolean[pairs.length];
            for (int i = 0; i < same.length; i++)
                same[i] = judged.getOrDefault(key(run.left(pairs[i]), run.right(pairs[i])), false);
            return run.answer(business ? Question.BUSINESS : Question.OWNER, constraints(asked), pairs, same);
        });
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    /**
     * Pairs that a person should look at first: their judgements, given back with
     * {@link LinkageSettings#withJudgements}, teach most about the same business. From 100 on they correct the weights.
     */
    public List<PairScore> worthAsking(int most) {
        return worthAsking(Level.BUSINESS, most);
    }

    /** The same for either question; about owners they are given back with {@link LinkageSettings#withOwnerJudgements}. */
    public List<PairScore> worthAsking(Level level, int most) {
        Answer answer = answer(level);
        List<PairScore> found = new ArrayList<>();
        for (int i : run.worthAsking(answer, most)) {
            double p = answer.probability().of(i);
            found.add(new PairScore(ref(run.left(i)), ref(run.right(i)), p, settings.zone(p)));
        }
        return found;
    }

    /**
     * One business has one owner, and of different owners are different businesses; that two are different businesses says nothing about
     * their owner, and that they are of one owner nothing about the business.
     */
    private Clusters.Constraints constraints(Level level) {
        boolean[] once = new boolean[model.sources().length];
        for (int l = 0; l < once.length; l++) once[l] = settings.oncePerSource().contains(model.sources()[l]);
        List<LinkageSettings.Judgement> joined = new ArrayList<>(settings.same());
        List<LinkageSettings.Judgement> apart = new ArrayList<>(settings.differentOwner());
        if (level == Level.OWNER) joined.addAll(settings.sameOwner());
        else apart.addAll(settings.different());
        return new Clusters.Constraints(once, model.source(), pairs(joined), pairs(apart));
    }

    private int[][] pairs(List<LinkageSettings.Judgement> judgements) {
        List<int[]> pairs = new ArrayList<>();
        for (LinkageSettings.Judgement one : judgements) {
            Integer a = places.get(one.a());
            Integer b = places.get(one.b());
            if (a != null && b != null) pairs.add(new int[] {a, b});
        }
        return pairs.toArray(int[][]::new);
    }

    /** Every compared pair whose probability is above {@code above}, in the order of the lists. */
    public List<PairScore> pairs(Level level, double above) {
        Answer answer = answer(level);
        List<PairScore> found = new ArrayList<>();
        for (int i = 0; i < answer.probability().size(); i++) {
            double p = answer.probability().of(i);
            if (p > above) found.add(new PairScore(ref(run.left(i)), ref(run.right(i)), p, settings.zone(p)));
        }
        return found;
    }

    /** The clusters, numbered by their first record; records that are alone are clusters of one. */
    public List<Cluster> clusters(Level level) {
        return clusters(level, Map.of());
    }

    /**
     * The clusters with numbers that outlive runs: a cluster takes the number that most of its records had (the smaller one when two
     * have as many), each number is given once, and new clusters get numbers above all that were.
     */
    public List<Cluster> clusters(Level level, Map<RecordRef, Integer> before) {
        Answer answer = answer(level);
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int r = 0; r < model.size(); r++)
            members.computeIfAbsent(answer.cluster()[r], c -> new ArrayList<>()).add(r);
        Map<Integer, Double> weakest = run.weakest(answer);
        Map<Integer, Integer> numbers = numbers(members, before);
        List<Cluster> clusters = new ArrayList<>();
        members.forEach((cluster, records) -> clusters.add(new Cluster(
                numbers.getOrDefault(cluster, cluster),
                records.stream().map(this::ref).toList(),
                weakest.getOrDefault(cluster, 1.0))));
        return clusters;
    }

    private Map<Integer, Integer> numbers(Map<Integer, List<Integer>> members, Map<RecordRef, Integer> before) {
        Map<Integer, Integer> numbers = new HashMap<>();
        if (before.isEmpty()) return numbers;
        record Claim(int records, int number, int cluster) {}
        List<Claim> claims = new ArrayList<>();
        int next = 0;
        for (int number : before.values()) next = Math.max(next, number + 1);
        for (Map.Entry<Integer, List<Integer>> entry : members.entrySet()) {
            Map<Integer, Integer> votes = new TreeMap<>();
            for (int r : entry.getValue()) {
                Integer number = before.get(ref(r));
                if (number != null) votes.merge(number, 1, Integer::sum);
            }
            votes.forEach((number, records) -> claims.add(new Claim(records, number, entry.getKey())));
        }
        claims.sort((x, y) -> x.records != y.records
                ? Integer.compare(y.records, x.records)
                : x.number != y.number ? Integer.compare(x.number, y.number) : Integer.compare(x.cluster, y.cluster));
        Map<Integer, Integer> taken = new HashMap<>();
        for (Claim claim : claims) {
            if (numbers.containsKey(claim.cluster) || taken.containsKey(claim.number)) continue;
            numbers.put(claim.cluster, claim.number);
            taken.put(claim.number, claim.cluster);
        }
        for (int cluster : members.keySet()) if (!numbers.containsKey(cluster)) numbers.put(cluster, next++);
        return numbers;
    }

    /** Why two records have the probability they have, whether or not they were a candidate pair. */
    public Explanation explain(RecordRef a, RecordRef b, Level level) {
        Integer x = places.get(a);
        Integer y = places.get(b);
        if (x == null || y == null) throw new IllegalArgumentException("No such record: " + (x == null ? a : b));
        return run.explain(x, y, level == Level.BUSINESS ? Question.BUSINESS : Question.OWNER);
    }

    /** Precision and recall as the probabilities themselves state them. */
    public Estimate estimate(Level level) {
        return Run.estimate(answer(level));
    }

    /** What the blocking rules cost. */
    public List<BlockingCost> blocking() {
        List<BlockingCost> costs = new ArrayList<>();
        for (Pairs.Cost cost : run.pairs().costs())
            costs.add(new BlockingCost(
                    cost.rule(),
                    cost.pairsBefore(),
                    cost.pairs(),
                    cost.largest(),
                    cost.splitBlocks(),
                    cost.refusedBlocks(),
                    cost.refusedPairs()));
        return costs;
    }

    /** What was learned here, for other lists; only from lists in Lumbung's layout. */
    public LinkageWeights weights() {
        return new LinkageWeights(run.knowledge());
    }

    /**
     * Blocking rules that the data suggest, the most worthwhile first: what agrees in the likely pairs and costs few others. For lists of
     * any layout.
     *
     * @param mostPairs that they may cost together
     */
    public List<SuggestedRule> suggestRules(Level level, long mostPairs) {
        List<SuggestedRule> rules = new ArrayList<>();
        for (Suggestions.Suggestion one : run.suggestions(answer(level), mostPairs))
            rules.add(new SuggestedRule(one.facts(), one.pairs(), one.says(), one.finds(), one.findsNew()));
        return rules;
    }

    /** The records as an index that lives on, its clusters numbered by their first record. The records move there: one index a linkage. */
    public LinkageIndex index() {
        return index(Map.of(), Map.of());
    }

    /** The records as an index that lives on, its clusters numbered as {@link #clusters(Level, Map)} does with the numbers of before. */
    public LinkageIndex index(Map<RecordRef, Integer> businessesBefore, Map<RecordRef, Integer> ownersBefore) {
        Index index = run.index(
                answer(Level.BUSINESS),
                answer(Level.OWNER),
                constraints(Level.BUSINESS),
                constraints(Level.OWNER),
                numbers(Level.BUSINESS, businessesBefore),
                numbers(Level.OWNER, ownersBefore));
        for (int[] pair : pairs(settings.different())) index.judged(pair[0], pair[1], Question.BUSINESS, false);
        for (int[] pair : pairs(settings.same())) index.judged(pair[0], pair[1], Question.BUSINESS, true);
        for (int[] pair : pairs(settings.differentOwner())) index.judged(pair[0], pair[1], Question.OWNER, false);
        for (int[] pair : pairs(settings.sameOwner())) index.judged(pair[0], pair[1], Question.OWNER, true);
        return new LinkageIndex(index);
    }

    private int @Nullable [] numbers(Level level, Map<RecordRef, Integer> before) {
        if (before.isEmpty()) return null;
        int[] cluster = answer(level).cluster();
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int r = 0; r < cluster.length; r++)
            members.computeIfAbsent(cluster[r], c -> new ArrayList<>()).add(r);
        Map<Integer, Integer> numbers = numbers(members, before);
        int[] given = new int[cluster.length];
        for (int r = 0; r < given.length; r++) given[r] = numbers.getOrDefault(cluster[r], cluster[r]);
        return given;
    }
}
