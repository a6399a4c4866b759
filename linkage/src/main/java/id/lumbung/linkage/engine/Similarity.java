package id.lumbung.linkage.engine;

/** Kernels used until the kernel package is there. */
final class Similarity {

    private Similarity() {}

    static double jaroWinkler(char[] a, char[] b, Comparison.Scratch scratch) {
        int la = a.length;
        int lb = b.length;
        if (la == 0 || lb == 0) return la == lb ? 1 : 0;
        if (la > 250 || lb > 250) return java.util.Arrays.equals(a, b) ? 1 : 0;
        boolean[] ua = scratch.usedA;
        boolean[] ub = scratch.usedB;
        for (int i = 0; i < la; i++) ua[i] = false;
        for (int i = 0; i < lb; i++) ub[i] = false;
        int window = Math.max(0, Math.max(la, lb) / 2 - 1);
        int matches = 0;
        for (int i = 0; i < la; i++) {
            int from = Math.max(0, i - window);
            int to = Math.min(lb, i + window + 1);
            for (int j = from; j < to; j++) {
                if (!ub[j] && a[i] == b[j]) {
                    ua[i] = true;
                    ub[j] = true;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) return 0;
        int turned = 0;
        int j = 0;
        for (int i = 0; i < la; i++) {
            if (!ua[i]) continue;
            while (!ub[j]) j++;
            if (a[i] != b[j]) turned++;
            j++;
        }
        double m = matches;
        double jaro = (m / la + m / lb + (m - turned / 2) / m) / 3;
        int prefix = 0;
        while (prefix < 4 && prefix < la && prefix < lb && a[prefix] == b[prefix]) prefix++;
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    /** At most one edit (or a swap of neighbours) apart. */
    static boolean oneEdit(char[] a, char[] b) {
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
