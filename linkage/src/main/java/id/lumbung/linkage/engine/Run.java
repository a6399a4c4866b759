package id.lumbung.linkage.engine;

import id.lumbung.linkage.Estimate;
import id.lumbung.linkage.Explanation;
import id.lumbung.linkage.engine.generic.GenericModel;
import id.lumbung.linkage.engine.umkm.UmkmModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run from lists to clusters, with what each step took. */
public final class Run {

    /** The two questions: same owner, same business. */
    public enum Question {
        BUSINESS,
        OWNER
    }

    /** What a run found for one question. */
    public record Answer(
            Question question,
            Scores probability,
            double threshold,
            int[] cluster,
            @Nullable Tuning tuning) {}

    private final @Nullable UmkmModel umkm;
    private final Model model;
    private final Pairs pairs;
    private final Mixture mixture;
    private final float[][] byPattern;
    private final Map<String, Double> seconds;
    private final Workers workers;
    private boolean indexed;

    private Run(
            @Nullable UmkmModel umkm,
            Model model,
            Pairs pairs,
            Mixture mixture,
            float[][] byPattern,
            Map<String, Double> seconds,
            Workers workers) {
        this.umkm = umkm;
        this.model = model;
        this.pairs = pairs;
        this.mixture = mixture;
        this.byPattern = byPattern;
        this.seconds = seconds;
        this.workers = workers;
    }

    /** Lists in Lumbung's layout are read by what their columns mean, others by what stands in them. */
    public static Run of(Supplier<List<RawList>> lists, Knowledge knowledge, Workers workers) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        UmkmModel[] umkm = new UmkmModel[1];
        Model model = model(lists, umkm, knowledge, seconds, workers);
        return of(umkm[0], model, knowledge, seconds, workers);
    }

    /** In a method of its own, so that nothing holds the texts any more when pairs are made. */
    private static Model model(
            Supplier<List<RawList>> supplier,
            @Nullable UmkmModel[] umkm,
            Knowledge knowledge,
            Map<String, Double> seconds,
            Workers workers) {
        long begun = System.nanoTime();
        List<RawList> lists = supplier.get();
        begun = lap(seconds, "read", begun);
        Model model;
        if (lists.stream().allMatch(UmkmModel::fits)) {
            UmkmModel made = UmkmModel.of(lists, knowledge.reference(), knowledge.learning(), workers);
            umkm[0] = made;
            model = made.model();
        } else {
            model = GenericModel.of(lists, lists.size() == 1, workers);
        }
        lap(seconds, "standardise", begun);
        return model;
    }

    private static Run of(
            @Nullable UmkmModel umkm, Model model, Knowledge knowledge, Map<String, Double> seconds, Workers workers) {
        long begun = System.nanoTime();
        Pairs pairs = Pairs.of(model, workers);
        begun = lap(seconds, "block and compare", begun);
        Mixture mixture = umkm != null
                ? knowledge.apply(Stances.umkm(model), model, pairs, workers)
                : Knowledge.NONE.apply(Stances.generic(model), model, pairs, workers);
        float[][] byPattern = mixture.probabilities(pairs, workers);
        lap(seconds, "estimate", begun);
        return new Run(umkm, model, pairs, mixture, byPattern, seconds, workers);
    }

    private static long lap(Map<String, Double> seconds, String step, long begun) {
        long now = System.nanoTime();
        seconds.merge(step, (now - begun) / 1e9, Double::sum);
        return now;
    }

    public Answer answer(Question question) {
        return answer(question, Clusters.Constraints.none(), new int[0], new boolean[0]);
    }

    private int[] cluster(Scores probability, double threshold, Clusters.Constraints constraints) {
        int used = 0;
        int[] a = new int[1 << 12];
        int[] b = new int[1 << 12];
        float[] p = new float[1 << 12];
        for (int i = 0; i < pairs.count(); i++) {
            float of = probability.of(i);
            if (of < Clusters.LEAST) continue;
            if (used == a.length) {
                int size = used + (used >> 1);
                a = Arrays.copyOf(a, size);
                b = Arrays.copyOf(b, size);
                p = Arrays.copyOf(p, size);
            }
            a[used] = pairs.a.get(i);
            b[used] = pairs.b.get(i);
            p[used++] = of;
        }
        return Clusters.of(
                model.size(),
                Arrays.copyOf(a, used),
                Arrays.copyOf(b, used),
                Arrays.copyOf(p, used),
                threshold,
                constraints,
                identities());
    }

    private long[] identities() {
        long[] identities = new long[model.size()];
        workers.forRange(identities.length, 1 << 15, (lo, hi) -> {
            for (int r = lo; r < hi; r++)
                identities[r] = Clusters.identity(model.sources()[model.source()[r]], model.ids()[r]);
        });
        return identities;
    }

    /** Fewer labels than this correct nothing: they only bind the pairs that they are about. */
    private static final int LABELS_TO_LEARN_FROM = 100;

    /** Pairs (their numbers) whose labels would teach most about a question. */
    public int[] worthAsking(Answer answer, int most) {
        return Tuning.worthAsking(answer.probability(), most);
    }

    /** The answer, with what labels of pairs (their numbers) teach; labels are of the question that is asked. */
    public Answer answer(Question question, Clusters.Constraints constraints, int[] labelled, boolean[] same) {
        long begun = System.nanoTime();
        float[] estimated = byPattern[question == Question.BUSINESS ? 0 : 1];
        float[] of = estimated;
        Tuning tuning = null;
        if (labelled.length >= LABELS_TO_LEARN_FROM) {
            Tuning fitted = Tuning.fit(mixture, pairs, estimated, labelled, same);
            tuning = fitted;
            float[] tuned = new float[estimated.length];
            workers.forRange(tuned.length, 8192, (lo, hi) -> {
                for (int p = lo; p < hi; p++) tuned[p] = fitted.apply(pairs, p, estimated[p]);
            });
            of = tuned;
        }
        Map<Integer, Float> said = new HashMap<>();
        for (int i = 0; i < labelled.length; i++) said.put(labelled[i], same[i] ? 1f : 0f);
        Scores probability = model.withinLists()
                ? Scores.ofPatterns(pairs, of, said)
                : Scores.ofPairs(pairs, Rivals.settle(model, pairs, of, said));
        double threshold = threshold(probability);
        int[] cluster = cluster(probability, threshold, constraints);
        lap(seconds, "cluster", begun);
        return new Answer(question, probability, threshold, cluster, tuning);
    }

    /** Blocking rules that the likely pairs of an answer suggest, for at most so many pairs. */
    public List<Suggestions.Suggestion> suggestions(Answer answer, long mostPairs) {
        return Suggestions.of(model, pairs, answer.probability(), mostPairs, workers);
    }

    /** For each cluster of more than one, the weakest link of its strongest tree; 0 where the tree does not reach all of it. */
    public Map<Integer, Double> weakest(Answer answer) {
        int[] cluster = answer.cluster();
        int[] size = new int[cluster.length];
        for (int c : cluster) size[c]++;
        List<Integer> inside = new ArrayList<>();
        for (int i = 0; i < pairs.count(); i++) if (cluster[pairs.a.get(i)] == cluster[pairs.b.get(i)]) inside.add(i);
        inside.sort((x, y) -> {
            int order = Float.compare(
                    answer.probability().of(y), answer.probability().of(x));
            return order != 0 ? order : Integer.compare(x, y);
        });
        int[] root = new int[cluster.length];
        for (int r = 0; r < root.length; r++) root[r] = r;
        int[] links = new int[cluster.length];
        Map<Integer, Double> weakest = new HashMap<>();
        for (int i : inside) {
            int x = find(root, pairs.a.get(i));
            int y = find(root, pairs.b.get(i));
            if (x == y) continue;
            root[Math.max(x, y)] = Math.min(x, y);
            int c = cluster[pairs.a.get(i)];
            links[c]++;
            weakest.put(c, (double) answer.probability().of(i));
        }
        for (int c = 0; c < size.length; c++) if (size[c] > 1 && links[c] < size[c] - 1) weakest.put(c, 0.0);
        return weakest;
    }

    private static int find(int[] root, int r) {
        while (root[r] != r) {
            root[r] = root[root[r]];
            r = root[r];
        }
        return r;
    }

    /** Where F1 is expected to be highest when the probabilities mean what they say. */
    static double threshold(Scores probability) {
        int bins = 1000;
        double[] sum = new double[bins + 1];
        long[] count = new long[bins + 1];
        double total = 0;
        for (int i = 0; i < probability.size(); i++) {
            float p = probability.of(i);
            int bin = Math.round(p * bins);
            sum[bin] += p;
            count[bin]++;
            total += p;
        }
        double found = 0;
        long said = 0;
        double best = -1;
        double at = 0.5;
        for (int bin = bins; bin > 0; bin--) {
            found += sum[bin];
            said += count[bin];
            double f = said + total == 0 ? 0 : 2 * found / (said + total);
            if (f > best) {
                best = f;
                at = (bin - 0.5) / bins;
            }
        }
        return Math.max(0.05, Math.min(0.95, at));
    }

    /** The lists as an index that lives on; only for lists in Lumbung's layout. */
    public Index index() {
        return index(
                answer(Question.BUSINESS),
                answer(Question.OWNER),
                Clusters.Constraints.none(),
                Clusters.Constraints.none(),
                null,
                null);
    }

    /**
     * The same with the answers that were given.
     *
     * @param businessNumbers the number of the business cluster of each record, null for those of the answer
     */
    public Index index(
            Answer business,
            Answer owner,
            Clusters.Constraints businessConstraints,
            Clusters.Constraints ownerConstraints,
            int @Nullable [] businessNumbers,
            int @Nullable [] ownerNumbers) {
        if (umkm == null)
            throw new IllegalStateException("Only lists in the layout of micro enterprises can be looked up");
        if (indexed) throw new IllegalStateException("The records of this run live in an index already");
        indexed = true;
        return new Index(
                umkm,
                mixture,
                business.tuning(),
                owner.tuning(),
                new Grouping(business.threshold(), business.cluster(), businessNumbers, businessConstraints),
                new Grouping(owner.threshold(), owner.cluster(), ownerNumbers, ownerConstraints),
                workers);
    }

    /** Where the expected F1 is highest on the lists that the weights of the engine were learned on. */
    private static final double BUSINESS_THRESHOLD = 0.46;

    private static final double OWNER_THRESHOLD = 0.48;

    /** An index without a record, with what is known before. */
    public static Index emptyIndex(Knowledge knowledge, Workers workers) {
        Learned learned = knowledge.learned();
        if (learned == null) throw new IllegalStateException("Without weights there is nothing to compare by");
        List<RawList> none = learned.sources().stream()
                .map(source -> new RawList(source, 0, List.of()))
                .toList();
        UmkmModel umkm = UmkmModel.of(none, knowledge.reference(), false, workers);
        Mixture mixture = Stances.umkm(umkm.model());
        mixture.take(learned, umkm.model().sources());
        return new Index(
                umkm,
                mixture,
                null,
                null,
                new Grouping(BUSINESS_THRESHOLD, new int[0], null, Clusters.Constraints.none()),
                new Grouping(OWNER_THRESHOLD, new int[0], null, Clusters.Constraints.none()),
                workers);
    }

    /** Why two records have the probability they have. */
    public Explanation explain(int a, int b, Question question) {
        return Weights.explanation(mixture, a, b, question);
    }

    /** One level of one comparison: how often among the same, how often among strangers, and what it weighs alone. */
    public record LevelWeight(String comparison, String level, double same, double strangers, double bits) {}

    /** The estimated weights, level by level. */
    public List<LevelWeight> weights() {
        List<LevelWeight> weights = new ArrayList<>();
        for (int c = 0; c < mixture.comparisons.length; c++) {
            Comparison comparison = mixture.comparisons[c];
            if (comparison.about == Comparison.About.SETTING) continue;
            for (int l = 0; l < comparison.levels.length; l++) {
                if (comparison.silent[l]) continue;
                double same = 0;
                double sameShare = 0;
                double other = 0;
                double otherShare = 0;
                for (int k = 0; k < mixture.share.length; k++) {
                    double p = mixture.probability[k][c][l] * mixture.share[k];
                    if (mixture.kinds.get(k).meaning() == Mixture.Meaning.SAME) {
                        same += p;
                        sameShare += mixture.share[k];
                    } else if (mixture.kinds.get(k).meaning() == Mixture.Meaning.DIFFERENT) {
                        other += p;
                        otherShare += mixture.share[k];
                    }
                }
                double m = same / Math.max(1e-12, sameShare);
                double u = other / Math.max(1e-12, otherShare);
                weights.add(new LevelWeight(
                        comparison.name,
                        comparison.levels[l],
                        m,
                        u,
                        Math.log(Math.max(1e-9, m) / Math.max(1e-9, u)) / Math.log(2)));
            }
        }
        return weights;
    }

    /** Precision and recall as the probabilities themselves state them. */
    public static Estimate estimate(Answer answer) {
        return Stated.of(answer.probability(), answer.threshold());
    }

    /** Whether the lists are in Lumbung's layout. */
    public boolean ofEnterprises() {
        return umkm != null;
    }

    /** What was learned, for other runs; only for lists in Lumbung's layout. */
    public Knowledge knowledge() {
        if (umkm == null)
            throw new IllegalStateException("Only lists in the layout of micro enterprises have weights to keep");
        return new Knowledge(Learned.of(mixture, model.sources(), pairs.sampled), umkm.reference(), false);
    }

    public Model model() {
        return model;
    }

    public Pairs pairs() {
        return pairs;
    }

    public int left(int pair) {
        return pairs.a.get(pair);
    }

    public int right(int pair) {
        return pairs.b.get(pair);
    }

    public Map<String, Double> seconds() {
        return seconds;
    }

    /** The classes and their shares, as a table of text. */
    public List<String> classes() {
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < mixture.kinds.size(); k++)
            lines.add(String.format(
                    java.util.Locale.ROOT, "%-28s %.5f", mixture.kinds.get(k).name(), mixture.share[k]));
        return lines;
    }
}
