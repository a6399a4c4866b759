package id.lumbung.linkage.kernel;

/**
 * How alike two sets of words are. A set is an array of codes in rising order, each code once, as a dictionary gives them to
 * words; merging two of them needs no memory.
 */
public final class TokenSets {
    private TokenSets() {}

    /** How many codes stand in both. */
    public static int common(int[] one, int[] other) {
        int i = 0;
        int j = 0;
        int common = 0;
        while (i < one.length && j < other.length) {
            int left = one[i];
            int right = other[j];
            common += left == right ? 1 : 0;
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return common;
    }

    /**
     * The share of the words of both that stand in both (P. Jaccard, 1901). Two empty sets are the same; compare them only
     * when that is meant.
     */
    public static double jaccard(int[] one, int[] other) {
        int common = common(one, other);
        int all = one.length + other.length - common;
        return all == 0 ? 1 : (double) common / all;
    }

    /** The share of the words of the smaller set that stand in the larger: 1 when one is part of the other. */
    public static double containment(int[] one, int[] other) {
        int smaller = Math.min(one.length, other.length);
        if (smaller == 0) {
            return one.length == other.length ? 1 : 0;
        }
        return (double) common(one, other) / smaller;
    }

    /**
     * Jaccard's share with a weight for every code, so that a rare word in common says more than Jaya or Berkah.
     *
     * @param weights the weight of each code, none negative
     */
    public static double weightedJaccard(int[] one, int[] other, double[] weights) {
        int i = 0;
        int j = 0;
        double common = 0;
        double all = 0;
        while (i < one.length || j < other.length) {
            int left = i < one.length ? one[i] : Integer.MAX_VALUE;
            int right = j < other.length ? other[j] : Integer.MAX_VALUE;
            double weight = weights[Math.min(left, right)];
            all += weight;
            common += left == right ? weight : 0;
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return all == 0 ? 1 : common / all;
    }

    /**
     * The mean, over the words of one text, of the best similarity with a word of the other (A. E. Monge and C. P. Elkan, The
     * field matching problem, KDD 1996), by Jaro-Winkler. Theirs depends on which text comes first; here the shorter text in
     * words is asked, and of two as long both, and the smaller answer counts. Two texts without words are the same.
     */
    public static double mongeElkan(char[][] one, char[][] other) {
        if (one.length == 0 || other.length == 0) {
            return one.length == other.length ? 1 : 0;
        }
        if (one.length != other.length) {
            return one.length < other.length ? towards(one, other) : towards(other, one);
        }
        return Math.min(towards(one, other), towards(other, one));
    }

    private static double towards(char[][] words, char[][] in) {
        double sum = 0;
        for (char[] word : words) {
            double best = 0;
            for (char[] candidate : in) {
                best = Math.max(best, JaroWinkler.similarity(word, candidate));
            }
            sum += best;
        }
        return sum / words.length;
    }
}
