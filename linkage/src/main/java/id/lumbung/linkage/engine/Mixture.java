package id.lumbung.linkage.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Latent classes over comparison patterns, estimated without labels by expectation and maximisation. Beside the textbook's two classes
 * there are the ways in which records of different owners come to agree, and the other business of the same owner. Comparisons about
 * the owner share their parameters between "same owner, other business" and "same business".
 */
final class Mixture {

    /** What a class stands for. */
    enum Meaning {
        DIFFERENT,
        SAME_OWNER,
        SAME
    }

    /** With which other classes a class shares its parameters of a comparison. */
    enum Tie {
        /** with none */
        OWN,
        /** with the strangers whom this comparison did not bring together */
        STRANGERS,
        /** with the classes of one owner */
        OWNER,
        /** with the classes of one business */
        BUSINESS,
        /** they are those of strangers drawn at random, whatever the pairs say */
        DRAWN
    }

    /** A class and the stance (agrees 1, open 0, disagrees -1) of each comparison at the start. */
    record Kind(String name, Meaning meaning, double share, double[] stance, Tie[] ties) {}

    final List<Kind> kinds;
    final Comparison[] comparisons;
    final double[] share;
    /** {@code probability[k][c][level]}. */
    final double[][][] probability;

    private final double[][] strangers;

    /** What earlier runs learned, {@code [k][c]}; null where they say nothing. */
    private final double[][] @Nullable [] before;

    private final double[] shareBefore;

    /** Where the levels of a comparison begin. */
    private final int[] first;

    private double[] flat = new double[0];
    int iterations;

    Mixture(List<Kind> kinds, Comparison[] comparisons) {
        this.kinds = kinds;
        this.comparisons = comparisons;
        strangers = new double[comparisons.length][];
        before = new double[kinds.size()][comparisons.length][];
        shareBefore = new double[kinds.size()];
        first = new int[comparisons.length + 1];
        for (int c = 0; c < comparisons.length; c++) first[c + 1] = first[c] + comparisons[c].levels.length;
        share = new double[kinds.size()];
        probability = new double[kinds.size()][comparisons.length][];
    }

    /** What was learned before counts as so many pairs of each class. */
    private static final double PAIRS_BEFORE = 200;
    /** And as so many pairs for the shares of the classes. */
    private static final double SHARES_BEFORE = 500;

    double[] strangers(int c) {
        return strangers[c];
    }

    /** Takes what earlier runs learned for a start from which the pairs at hand lead away as they become many. */
    void remember(Learned learned) {
        place(learned);
        for (int k = 0; k < kinds.size(); k++) shareBefore[k] = learned.share()[k];
        for (int c = 0; c < comparisons.length; c++) {
            Learned.Table table = learned.table(comparisons[c]);
            if (table == null) continue;
            for (int k = 0; k < kinds.size(); k++) before[k][c] = table.byClass()[k];
            strangers[c] =
                    Arrays.stream(table.strangers()).map(p -> p * PAIRS_BEFORE).toArray();
        }
    }

    /** Takes what earlier runs learned as it is. Comparisons that they do not know say nothing. */
    void take(Learned learned, String[] sources) {
        place(learned);
        for (int k = 0; k < kinds.size(); k++) {
            share[k] = learned.share()[k];
            for (int c = 0; c < comparisons.length; c++) {
                Learned.Table table = learned.table(comparisons[c]);
                double[] own = new double[comparisons[c].levels.length];
                Arrays.fill(own, 1);
                if (table != null) {
                    own = table.byClass()[k].clone();
                } else if (comparisons[c].about == Comparison.About.SETTING) {
                    for (int x = 0; x < sources.length; x++) {
                        for (int y = x; y < sources.length; y++) {
                            double[] known = learned.lists().get(Learned.both(sources[x], sources[y]));
                            if (known != null) own[SourcesComparison.level(x, y, sources.length)] = known[k];
                        }
                    }
                }
                probability[k][c] = own;
            }
        }
        flatten();
    }

    private void place(Learned learned) {
        if (!learned.classes().equals(kinds.stream().map(Kind::name).toList()))
            throw new IllegalArgumentException("These weights were learned on lists of another layout");
    }

    /** Shares of the levels among strangers of one place, from pairs drawn at random; the draw is the same for the same lists. */
    private void drawStrangers(Model model, Workers workers) {
        int n = model.size();
        int[] place = model.place();
        int places = 0;
        for (int p : place) places = Math.max(places, p + 1);
        int[] start = new int[places + 1];
        for (int p : place) start[p + 1]++;
        double different = 0;
        for (int p = 0; p < places; p++) {
            different += start[p + 1] * (start[p + 1] - 1.0) / 2;
            start[p + 1] += start[p];
        }
        int[] fill = Arrays.copyOf(start, places + 1);
        int[] members = new int[n];
        for (int r = 0; r < n; r++) members[fill[place[r]]++] = r;
        if (n == 0) {
            for (int c = 0; c < comparisons.length; c++) addStrangers(c, new double[comparisons[c].levels.length]);
            return;
        }
        int draws = 200_000;
        int step = 10_000;
        int pieces = draws / step;
        double[][][] counts = new double[pieces][comparisons.length][];
        workers.forPieces(pieces, piece -> {
            Comparison.Scratch scratch = new Comparison.Scratch();
            for (int c = 0; c < comparisons.length; c++) counts[piece][c] = new double[comparisons[c].levels.length];
            long state = 0x9E3779B97F4A7C15L * (piece + 1);
            for (int i = 0; i < step; i++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                int a = (int) ((state >>> 33) % n);
                int p = place[a];
                int size = start[p + 1] - start[p];
                state = state * 6364136223846793005L + 1442695040888963407L;
                int b = members[start[p] + (int) ((state >>> 33) % size)];
                if (a == b) continue;
                for (int c = 0; c < comparisons.length; c++)
                    counts[piece][c][comparisons[c].level(Math.min(a, b), Math.max(a, b), scratch)]++;
            }
        });
        for (int c = 0; c < comparisons.length; c++) {
            double[] sum = new double[comparisons[c].levels.length];
            for (int piece = 0; piece < pieces; piece++)
                for (int l = 0; l < sum.length; l++) sum[l] += counts[piece][c][l];
            // of few records the same pairs are drawn again and again, and teach once
            for (int l = 0; l < sum.length; l++) sum[l] *= Math.min(1, different / draws);
            addStrangers(c, sum);
        }
    }

    private void addStrangers(int c, double[] drawn) {
        double[] known = strangers[c];
        if (known != null) for (int l = 0; l < drawn.length; l++) drawn[l] += known[l];
        strangers[c] = drawn;
    }

    void start(Model model, Pairs pairs, Workers workers) {
        drawStrangers(model, workers);
        int width = pairs.width;
        double[][] frequency = new double[width][];
        for (int c = 0; c < width; c++) frequency[c] = new double[comparisons[c].levels.length];
        for (int p = 0; p < pairs.patterns; p++)
            for (int c = 0; c < width; c++) frequency[c][pairs.levels[p * width + c]] += pairs.patternCount[p];
        double total = 0;
        for (Kind kind : kinds) total += kind.share;
        for (int k = 0; k < kinds.size(); k++) {
            share[k] = shareBefore[k] > 0 ? shareBefore[k] : kinds.get(k).share / total;
            for (int c = 0; c < width; c++) {
                if (before[k][c] != null) {
                    probability[k][c] = before[k][c].clone();
                    continue;
                }
                double[] p = new double[comparisons[c].levels.length];
                double sum = 0;
                double stance = kinds.get(k).stance[c];
                for (int l = 0; l < p.length; l++) {
                    if (!allowed(k, c, l) || comparisons[c].silent[l]) continue;
                    p[l] = (frequency[c][l] / Math.max(1, pairs.sampled) + 1e-4)
                            * Math.exp(4 * Math.max(-1, Math.min(1, stance)) * comparisons[c].agreement[l]);
                    sum += p[l];
                }
                for (int l = 0; l < p.length; l++)
                    p[l] = comparisons[c].silent[l] ? allowed(k, c, l) ? 1 : 0 : p[l] / sum;
                probability[k][c] = p;
            }
        }
    }

    /** A stance beyond 1 is a definition: the class holds only pairs that agree there (beyond -1: that do not). */
    private boolean allowed(int kind, int c, int level) {
        double stance = kinds.get(kind).stance[c];
        return stance > 1
                ? comparisons[c].agreement[level] >= 0.55
                : stance >= -1 || comparisons[c].agreement[level] < 0.55;
    }

    /** Runs until the shares move no more. */
    void estimate(Pairs pairs, int most, Workers workers) {
        int width = pairs.width;
        int k = kinds.size();
        boolean remembers = Arrays.stream(shareBefore).sum() > 0;
        int step = 8192;
        int[] learned = new int[pairs.patterns];
        int used = 0;
        for (int p = 0; p < pairs.patterns; p++) if (pairs.patternCount[p] > 0) learned[used++] = p;
        int last = used;
        int pieces = (last + step - 1) / step;
        for (iterations = 0; iterations < most; iterations++) {
            flatten();
            double[][] sums = new double[pieces][];
            workers.forPieces(pieces, piece -> {
                double[] sum = new double[flat.length];
                double[] posterior = new double[k];
                int to = Math.min(last, (piece + 1) * step);
                for (int l = piece * step; l < to; l++) {
                    int p = learned[l];
                    posterior(pairs, p, posterior);
                    int count = pairs.patternCount[p];
                    for (int i = 0; i < k; i++) posterior[i] *= count;
                    int at = p * width;
                    for (int c = 0; c < width; c++) {
                        int from = (first[c] + pairs.levels[at + c]) * k;
                        for (int i = 0; i < k; i++) sum[from + i] += posterior[i];
                    }
                }
                sums[piece] = sum;
            });
            double moved = 0;
            double[] weight = new double[k];
            double[][][] sum = new double[k][width][];
            double[] all = new double[flat.length];
            for (double[] one : sums) for (int f = 0; f < all.length; f++) all[f] += one[f];
            for (int i = 0; i < k; i++) {
                for (int c = 0; c < width; c++) {
                    double[] of = new double[comparisons[c].levels.length];
                    for (int l = 0; l < of.length; l++) of[l] = all[(first[c] + l) * k + i];
                    sum[i][c] = of;
                }
                for (double v : sum[i][0]) weight[i] += v;
            }
            addBefore(sum);
            tie(sum);
            for (int i = 0; i < k; i++) {
                double now = remembers
                        ? (weight[i] + SHARES_BEFORE * shareBefore[i]) / (pairs.sampled + SHARES_BEFORE)
                        : (weight[i] + 1) / (pairs.sampled + k);
                moved = Math.max(moved, Math.abs(now - share[i]) / share[i]);
                share[i] = now;
                for (int c = 0; c < width; c++) {
                    double[] of = sum[i][c];
                    double known = 0;
                    for (int l = 0; l < of.length; l++) if (!comparisons[c].silent[l]) known += of[l];
                    double smoothing = 0.5;
                    int open = 0;
                    for (int l = 0; l < of.length; l++) if (allowed(i, c, l) && !comparisons[c].silent[l]) open++;
                    for (int l = 0; l < of.length; l++)
                        probability[i][c][l] = comparisons[c].silent[l]
                                ? allowed(i, c, l) ? 1 : 0
                                : allowed(i, c, l) ? (of[l] + smoothing) / (known + smoothing * open) : 0;
                }
            }
            if (moved < 1e-3) break;
        }
        flatten();
    }

    private void addBefore(double[][][] sum) {
        for (int i = 0; i < sum.length; i++) {
            for (int c = 0; c < comparisons.length; c++) {
                double[] known = before[i][c];
                if (known == null) continue;
                for (int l = 0; l < known.length; l++)
                    if (!comparisons[c].silent[l]) sum[i][c][l] += PAIRS_BEFORE * known[l];
            }
        }
    }

    /**
     * What is about the owner is the same for the owner's other business; what is not what made strangers a pair is as among strangers
     * drawn at random; and an owner's other business is as unlike this one as a stranger's.
     */
    private void tie(double[][][] sum) {
        for (int c = 0; c < comparisons.length; c++) {
            double[][] pool = new double[Tie.values().length][comparisons[c].levels.length];
            for (int i = 0; i < kinds.size(); i++) {
                double[] into = pool[kinds.get(i).ties[c].ordinal()];
                for (int l = 0; l < into.length; l++) into[l] += sum[i][c][l];
            }
            pool[Tie.DRAWN.ordinal()] = strangers[c];
            for (int i = 0; i < kinds.size(); i++) {
                Tie tie = kinds.get(i).ties[c];
                if (tie != Tie.OWN) sum[i][c] = pool[tie.ordinal()];
            }
        }
    }

    void posterior(byte[] levels, double[] into) {
        posterior(levels, 0, into);
    }

    void posterior(Pairs pairs, int p, double[] into) {
        posterior(pairs.levels, p * pairs.width, into);
    }

    /** Products, not sums of logarithms: ten factors of at least 1e-9 are far from the end of a double. */
    private void posterior(byte[] levels, int at, double[] into) {
        int k = into.length;
        double[] own = flat;
        System.arraycopy(share, 0, into, 0, k);
        for (int c = 0; c < comparisons.length; c++) {
            int from = (first[c] + levels[at + c]) * k;
            for (int i = 0; i < k; i++) into[i] *= own[from + i];
        }
        double sum = 0;
        for (int i = 0; i < k; i++) sum += into[i];
        if (sum > 0) for (int i = 0; i < k; i++) into[i] /= sum;
    }

    /** Probability of the same business and of the same owner. */
    float[] answers(double[] posterior) {
        double b = 0;
        double o = 0;
        for (int i = 0; i < posterior.length; i++) {
            if (kinds.get(i).meaning == Meaning.SAME) b += posterior[i];
            else if (kinds.get(i).meaning == Meaning.SAME_OWNER) o += posterior[i];
        }
        return new float[] {(float) b, (float) Math.min(1, b + o)};
    }

    /** The parameters with those of all classes for one level beside each other, as the processor likes them. */
    private void flatten() {
        int k = kinds.size();
        double[] own = new double[first[comparisons.length] * k];
        for (int c = 0; c < comparisons.length; c++)
            for (int l = 0; l < comparisons[c].levels.length; l++)
                for (int i = 0; i < k; i++) own[(first[c] + l) * k + i] = probability[i][c][l];
        flat = own;
    }

    /** Probability of the wanted meanings for every pattern. */
    float[][] probabilities(Pairs pairs, Workers workers) {
        float[] business = new float[pairs.patterns];
        float[] owner = new float[pairs.patterns];
        workers.forRange(pairs.patterns, 8192, (lo, hi) -> {
            double[] posterior = new double[share.length];
            for (int p = lo; p < hi; p++) {
                posterior(pairs, p, posterior);
                float[] both = answers(posterior);
                business[p] = both[0];
                owner[p] = both[1];
            }
        });
        return new float[][] {business, owner};
    }
}
