package id.lumbung.linkage.kernel;

/** The same for texts of more than 64 characters, with memory; they are rare. */
final class JaroOfLongTexts {
    private JaroOfLongTexts() {}

    static double jaro(char[] a, int fromA, int lengthA, char[] b, int fromB, int lengthB) {
        int window = Math.max(0, lengthB / 2 - 1);
        char[] common = new char[lengthA];
        int commons = 0;
        boolean[] taken = new boolean[lengthB];
        for (int i = 0; i < lengthA; i++) {
            char c = a[fromA + i];
            int end = Math.min(lengthB, i + window + 1);
            for (int j = Math.max(0, i - window); j < end; j++) {
                if (!taken[j] && b[fromB + j] == c) {
                    taken[j] = true;
                    common[commons++] = c;
                    break;
                }
            }
        }
        if (commons == 0) {
            return 0;
        }
        int turned = 0;
        int next = 0;
        for (int j = 0; j < lengthB; j++) {
            if (taken[j]) {
                turned += common[next++] != b[fromB + j] ? 1 : 0;
            }
        }
        return JaroWinkler.jaro(commons, turned, lengthA, lengthB);
    }
}
