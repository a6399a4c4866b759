package id.lumbung.linkage.engine;

/** Whether two words are one slip of the hand apart. */
public final class Similarity {

    private Similarity() {}

    /** At most one edit (or a swap of neighbours) apart. */
    public static boolean oneEdit(char[] a, char[] b) {
        int la = a.length;
        int lb = b.length;
        if (Math.abs(la - lb) > 1) return false;
        int i = 0;
        while (i < la && i < lb && a[i] == b[i]) i++;
        if (i == la && i == lb) return true;
        int j = 0;
        while (j < la - i && j < lb - i && a[la - 1 - j] == b[lb - 1 - j]) j++;
        int ra = la - i - j;
        int rb = lb - i - j;
        if (ra <= 1 && rb <= 1) return true;
        return ra == 2 && rb == 2 && a[i] == b[i + 1] && a[i + 1] == b[i];
    }
}
