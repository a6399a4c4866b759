package id.lumbung.linkage.kernel;

import java.util.Arrays;

/**
 * The similarity of Jaro, with Winkler's bonus for a common beginning: 0 for nothing in common, 1 for the same text.
 *
 * <p>M. A. Jaro, Advances in record-linkage methodology as applied to matching the 1985 census of Tampa, Florida, JASA 84
 * (1989); W. E. Winkler, String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record linkage
 * (1990). As in the papers the bonus counts for up to four characters at 0.1 each; unlike in Winkler's later program it is
 * given to every similarity and long texts get nothing more.
 *
 * <p>Jaro's rule for giving characters away depends on the text it starts from; here it starts from the shorter one, and
 * between texts of one length from the one that comes first in the alphabet, so that the answer does not depend on the order.
 *
 * <p>There are two ways to the same value. The static functions need no memory for texts of up to 64 characters: which
 * characters are taken is kept in two numbers. An instance prepares the first text once and compares it with many
 * ({@link #prepare}), as pairs come sorted by their first record; where a character stands in a text it knows as the bits of
 * one number, so that the free place nearest to the beginning is found without looking at the others. It holds scratch
 * memory: one for each thread.
 */
public final class JaroWinkler {
    private static final int WORD = 64;
    private static final int DIRECT = 128;
    private static final int LONGEST_PREFIX = 4;
    private static final double BONUS = 0.1;

    /** For each character below 128 the places where it stands in the prepared text. */
    private final long[] places = new long[DIRECT];

    /** The same for the other text, where that is the one to look into; all 0 between calls. */
    private final long[] others = new long[DIRECT];

    private char[] prepared = new char[0];
    private int from;
    private int length;
    private boolean direct;

    /** Sets the text the next calls compare with. The array is not copied and must stay as it is. */
    public void prepare(char[] text, int start, int count) {
        Arrays.fill(places, 0);
        prepared = text;
        from = start;
        length = count;
        direct = count > 0 && count <= WORD && note(text, start, count, places);
    }

    /** Notes where each character stands; false, and nothing noted, when one is not below 128. */
    private static boolean note(char[] text, int start, int count, long[] places) {
        int all = 0;
        for (int i = 0; i < count; i++) {
            all |= text[start + i];
        }
        if (all >= DIRECT) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            places[text[start + i]] |= 1L << i;
        }
        return true;
    }

    /** The similarity of the prepared text and this one. */
    public double to(char[] text) {
        return to(text, 0, text.length);
    }

    /** The similarity of the prepared text and this one. */
    public double to(char[] text, int start, int count) {
        if (!direct || count == 0 || count > WORD) {
            return similarity(prepared, from, length, text, start, count);
        }
        if (count < length || count == length && !comesAfter(text, start, prepared, from, length)) {
            return withBonus(
                    common(text, start, count, prepared, from, length, places),
                    prepared,
                    from,
                    length,
                    text,
                    start,
                    count);
        }
        if (!note(text, start, count, others)) {
            return similarity(prepared, from, length, text, start, count);
        }
        double jaro = common(prepared, from, length, text, start, count, others);
        for (int i = 0; i < count; i++) {
            others[text[start + i]] = 0;
        }
        return withBonus(jaro, prepared, from, length, text, start, count);
    }

    /** Jaro's similarity from a text that is not longer to one whose places are noted. */
    private static double common(char[] a, int fromA, int lengthA, char[] b, int fromB, int lengthB, long[] places) {
        int window = Math.max(0, lengthB / 2 - 1);
        long reach = (1L << (window + 1)) - 1;
        long takenA = 0;
        long takenB = 0;
        for (int i = 0; i < lengthA; i++) {
            char c = a[fromA + i];
            long free = (c < DIRECT ? places[c] : 0) & reach & ~takenB;
            takenB |= free & -free;
            takenA |= (free == 0 ? 0L : 1L) << i;
            reach = reach << 1 | (i < window ? 1 : 0);
        }
        return takenA == 0 ? 0 : jaro(a, fromA, lengthA, b, fromB, lengthB, takenA, takenB);
    }

    /** The similarity of two texts. */
    public static double similarity(String one, String other) {
        return similarity(one.toCharArray(), other.toCharArray());
    }

    /** The similarity of two texts. */
    public static double similarity(char[] one, char[] other) {
        return similarity(one, 0, one.length, other, 0, other.length);
    }

    /** The similarity of two pieces, each given by its place and length in an array. */
    public static double similarity(char[] a, int fromA, int lengthA, char[] b, int fromB, int lengthB) {
        return withBonus(jaro(a, fromA, lengthA, b, fromB, lengthB), a, fromA, lengthA, b, fromB, lengthB);
    }

    private static double withBonus(double jaro, char[] a, int fromA, int lengthA, char[] b, int fromB, int lengthB) {
        int longest = Math.min(LONGEST_PREFIX, Math.min(lengthA, lengthB));
        int prefix = 0;
        while (prefix < longest && a[fromA + prefix] == b[fromB + prefix]) {
            prefix++;
        }
        return jaro + prefix * BONUS * (1 - jaro);
    }

    /** Jaro's similarity without the bonus; two empty texts are the same. */
    public static double jaro(char[] a, int fromA, int lengthA, char[] b, int fromB, int lengthB) {
        if (lengthA > lengthB || lengthA == lengthB && comesAfter(a, fromA, b, fromB, lengthA)) {
            return ordered(b, fromB, lengthB, a, fromA, lengthA);
        }
        return ordered(a, fromA, lengthA, b, fromB, lengthB);
    }

    private static boolean comesAfter(char[] a, int fromA, char[] b, int fromB, int length) {
        for (int i = 0; i < length; i++) {
            int order = a[fromA + i] - b[fromB + i];
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }

    private static double ordered(char[] a, int fromA, int lengthA, char[] b, int fromB, int lengthB) {
        if (lengthA == 0) {
            return lengthB == 0 ? 1 : 0;
        }
        if (lengthB > WORD) {
            return JaroOfLongTexts.jaro(a, fromA, lengthA, b, fromB, lengthB);
        }
        int window = Math.max(0, lengthB / 2 - 1);
        long takenA = 0;
        long takenB = 0;
        for (int i = 0; i < lengthA; i++) {
            char c = a[fromA + i];
            int end = Math.min(lengthB, i + window + 1);
            for (int j = Math.max(0, i - window); j < end; j++) {
                if (b[fromB + j] == c && (takenB >>> j & 1) == 0) {
                    takenB |= 1L << j;
                    takenA |= 1L << i;
                    break;
                }
            }
        }
        return takenA == 0 ? 0 : jaro(a, fromA, lengthA, b, fromB, lengthB, takenA, takenB);
    }

    /** From the characters taken in both texts. */
    private static double jaro(
            char[] a, int fromA, int lengthA, char[] b, int fromB, int lengthB, long takenInA, long takenInB) {
        int common = Long.bitCount(takenInA);
        int turned = 0;
        long takenA = takenInA;
        long takenB = takenInB;
        while (takenA != 0) {
            char left = a[fromA + Long.numberOfTrailingZeros(takenA)];
            char right = b[fromB + Long.numberOfTrailingZeros(takenB)];
            turned += left != right ? 1 : 0;
            takenA &= takenA - 1;
            takenB &= takenB - 1;
        }
        return jaro(common, turned, lengthA, lengthB);
    }

    /** A half of the characters that stand at another place count as turned, rounded down. */
    static double jaro(int common, int outOfPlace, int lengthA, int lengthB) {
        double m = common;
        return (m / lengthA + m / lengthB + (m - outOfPlace / 2) / m) / 3;
    }
}
