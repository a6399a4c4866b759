package id.lumbung.linkage.kernel;

/**
 * The similarity of Jaro, with Winkler's bonus for a common beginning: 0 for nothing in common, 1 for the same text.
 *
 * <p>M. A. Jaro, Advances in record-linkage methodology as applied to matching the 1985 census of Tampa, Florida, JASA 84
 * (1989); W. E. Winkler, String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record linkage
 * (1990). As in the papers the bonus counts for up to four characters at 0.1 each; unlike in Winkler's later program it is
 * given to every similarity and long texts get nothing more.
 *
 * <p>Which characters are taken is kept in two numbers, so texts of up to 64 characters need no memory. Jaro's rule for
 * giving characters away depends on the text it starts from; here it starts from the shorter one, and between texts of one
 * length from the one that comes first in the alphabet, so that the answer does not depend on the order.
 */
public final class JaroWinkler {
    private static final int WORD = 64;
    private static final int LONGEST_PREFIX = 4;
    private static final double BONUS = 0.1;

    private JaroWinkler() {}

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
        double jaro = jaro(a, fromA, lengthA, b, fromB, lengthB);
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
        if (takenA == 0) {
            return 0;
        }
        int common = Long.bitCount(takenA);
        int turned = 0;
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
