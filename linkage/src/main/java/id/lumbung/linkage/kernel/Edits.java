package id.lumbung.linkage.kernel;

import java.util.Arrays;

/**
 * How many edits turn one text into another: a character put in, left out, replaced, or two neighbours turned round (the
 * restricted Damerau-Levenshtein distance, "optimal string alignment": no turned pair is edited again).
 *
 * <p>Bit-parallel after H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit distances, Nordic Journal
 * of Computing 10 (2003): a column of the table is a few operations on 64-bit words when the first text has at most 64
 * characters. Longer texts use the plain table.
 *
 * <p>The first text is prepared once and compared with many ({@link #prepare}), as pairs come sorted by their first record.
 * Holds scratch memory: one for each thread.
 */
public final class Edits {
    private static final int WORD = 64;
    private static final int DIRECT = 128;

    /** For each character below 128 the places where it stands in the prepared text. */
    private final long[] places = new long[DIRECT];

    private char[] prepared = new char[0];
    private int from;
    private int length;
    private int[] rows = new int[0];

    /** How many edits lie between two texts; for many comparisons with one text prepare it instead. */
    public static int between(CharSequence one, CharSequence other) {
        Edits edits = new Edits();
        char[] a = one.toString().toCharArray();
        char[] b = other.toString().toCharArray();
        edits.prepare(a, 0, a.length);
        return edits.to(b, 0, b.length);
    }

    /** Sets the text the next calls compare with. The array is not copied and must stay as it is. */
    public void prepare(char[] text, int start, int count) {
        Arrays.fill(places, 0);
        prepared = text;
        from = start;
        length = count;
        for (int i = 0; i < Math.min(count, WORD); i++) {
            if (text[start + i] < DIRECT) {
                places[text[start + i]] |= 1L << i;
            }
        }
    }

    /** How many edits lie between the prepared text and this one. */
    public int to(char[] text) {
        return to(text, 0, text.length);
    }

    /** How many edits lie between the prepared text and this one. */
    public int to(char[] text, int start, int count) {
        if (length == 0 || count == 0) {
            return Math.max(length, count);
        }
        return length <= WORD ? bitParallel(text, start, count) : plain(text, start, count);
    }

    /** 1 for the same text, 0 when every character differs: the edits as a share of the longer text. */
    public double similarity(char[] text, int start, int count) {
        int longer = Math.max(length, count);
        return longer == 0 ? 1 : 1 - (double) to(text, start, count) / longer;
    }

    private int bitParallel(char[] text, int start, int count) {
        long last = 1L << (length - 1);
        long verticalPlus = -1L;
        long verticalMinus = 0;
        long diagonal = 0;
        long before = 0;
        int edits = length;
        for (int j = start; j < start + count; j++) {
            long here = placesOf(text[j]);
            long turned = ((~diagonal & here) << 1) & before;
            diagonal = (((here & verticalPlus) + verticalPlus) ^ verticalPlus) | here | verticalMinus | turned;
            long horizontalPlus = verticalMinus | ~(diagonal | verticalPlus);
            long horizontalMinus = diagonal & verticalPlus;
            edits += (horizontalPlus & last) != 0 ? 1 : 0;
            edits -= (horizontalMinus & last) != 0 ? 1 : 0;
            horizontalPlus = horizontalPlus << 1 | 1;
            verticalPlus = horizontalMinus << 1 | ~(diagonal | horizontalPlus);
            verticalMinus = horizontalPlus & diagonal;
            before = here;
        }
        return edits;
    }

    private long placesOf(char c) {
        if (c < DIRECT) {
            return places[c];
        }
        long found = 0;
        for (int i = 0; i < length; i++) {
            found |= prepared[from + i] == c ? 1L << i : 0;
        }
        return found;
    }

    /** Three rows of the table, kept from call to call. */
    private int plain(char[] text, int start, int count) {
        int width = count + 1;
        if (rows.length < 3 * width) {
            rows = new int[3 * width];
        }
        Arrays.fill(rows, 0, 3 * width, 0);
        int twoBack = 0;
        int back = width;
        int row = 2 * width;
        for (int j = 0; j < width; j++) {
            rows[back + j] = j;
        }
        for (int i = 1; i <= length; i++) {
            char a = prepared[from + i - 1];
            rows[row] = i;
            for (int j = 1; j < width; j++) {
                char b = text[start + j - 1];
                int cost = Math.min(rows[row + j - 1], rows[back + j]) + 1;
                cost = Math.min(cost, rows[back + j - 1] + (a == b ? 0 : 1));
                if (i > 1 && j > 1 && a == text[start + j - 2] && prepared[from + i - 2] == b) {
                    cost = Math.min(cost, rows[twoBack + j - 2] + 1);
                }
                rows[row + j] = cost;
            }
            int free = twoBack;
            twoBack = back;
            back = row;
            row = free;
        }
        return rows[back + count];
    }
}
