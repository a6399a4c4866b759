package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Comparison;

/** How two addresses within a village agree: RT, RW, and the place by its words. */
final class AddressComparison extends Comparison {

    private final Lines lines;
    private final Addresses addresses;

    AddressComparison(Lines lines, Addresses addresses) {
        super(
                "address",
                About.OWNER,
                new String[] {
                    "missing", "same RT, RW and place", "same RT and RW", "same RT and RW, other place",
                            "RT or RW equal, same place",
                    "RT or RW equal", "RT or RW equal, other place", "same place, other RT", "RT and RW near",
                            "different"
                },
                new double[] {0, 1, 0.9, 0.5, 0.6, 0.4, 0, 0, 0, -0.8});
        this.lines = lines;
        this.addresses = addresses;
    }

    @Override
    public int level(int a, int b, Scratch scratch) {
        int x = lines.at(a, Lines.ADDRESS);
        int y = lines.at(b, Lines.ADDRESS);
        if (x == 0 || y == 0) return 0;
        int[] wx = addresses.words[x];
        int[] wy = addresses.words[y];
        int place = 0;
        if (wx.length > 0 && wy.length > 0) {
            int shared = 0;
            int i = 0;
            int j = 0;
            while (i < wx.length && j < wy.length) {
                if (wx[i] == wy[j]) {
                    shared++;
                    i++;
                    j++;
                } else if (wx[i] < wy[j]) i++;
                else j++;
            }
            place = shared > 0 ? 1 : -1;
        }
        boolean rtKnown = addresses.rt[x] != 0 && addresses.rt[y] != 0;
        boolean rwKnown = addresses.rw[x] != 0 && addresses.rw[y] != 0;
        boolean rtSame = rtKnown && addresses.rt[x] == addresses.rt[y];
        boolean rwSame = rwKnown && addresses.rw[x] == addresses.rw[y];
        if (!rtKnown && !rwKnown) return place > 0 ? 7 : place < 0 ? 9 : 0;
        if (rtSame && rwSame) return place > 0 ? 1 : place == 0 ? 2 : 3;
        if (rtSame || rwSame && (!rtKnown || Math.abs(addresses.rt[x] - addresses.rt[y]) <= 1))
            return place > 0 ? 4 : place == 0 ? 5 : 6;
        if (place > 0) return 7;
        if (rtKnown && Math.abs(addresses.rt[x] - addresses.rt[y]) <= 1) return 8;
        return 9;
    }
}
