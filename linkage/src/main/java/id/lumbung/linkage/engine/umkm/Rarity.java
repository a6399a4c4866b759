package id.lumbung.linkage.engine.umkm;

/** How common what two records share is, as one of six steps. */
final class Rarity {

    private Rarity() {}

    /** 0 for what one in a hundred thousand carries, then one more for every factor of four. */
    static int of(int count, int records) {
        double share = 1e5 * count / records;
        int bin = 0;
        while (share >= 4 && bin < 5) {
            share /= 4;
            bin++;
        }
        return bin;
    }
}
