package id.lumbung.linkage.engine;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The blocks of one rule in an index that lives: keys with the records that have them, sorted; what came lately in a small part beside,
 * that is merged when it is full.
 */
final class Blocks {

    static final int IDS = 24;
    static final int MOST = 1 << IDS;
    private static final long KEY = -1L << IDS;

    private final int limit;
    private final int full;
    private long[] settled;
    private long[] late = new long[64];
    private int lateSize;

    /** @param keys by record, 0 for none */
    Blocks(int limit, int full, long[] keys) {
        this.limit = limit;
        this.full = full;
        long[] own = new long[keys.length];
        int used = 0;
        for (int i = 0; i < keys.length; i++) if (keys[i] != 0) own[used++] = keys[i] & KEY | i;
        settled = Arrays.copyOf(own, used);
        Arrays.sort(settled);
    }

    int limit() {
        return limit;
    }

    /** Adds a record; one that is added later than another has the larger number. */
    void add(long key, int record, BitSet gone) {
        if (key == 0) return;
        if (lateSize == late.length) late = Arrays.copyOf(late, lateSize * 2);
        long one = key & KEY | record;
        int at = -Arrays.binarySearch(late, 0, lateSize, one) - 1;
        System.arraycopy(late, at, late, at + 1, lateSize - at);
        late[at] = one;
        if (++lateSize >= full) merge(gone);
    }

    private void merge(BitSet gone) {
        long[] both = new long[settled.length + lateSize];
        int used = 0;
        int i = 0;
        int j = 0;
        while (i < settled.length || j < lateSize) {
            long one = j == lateSize || i < settled.length && settled[i] < late[j] ? settled[i++] : late[j++];
            if (!gone.get(record(one))) both[used++] = one;
        }
        settled = used == both.length ? both : Arrays.copyOf(both, used);
        lateSize = 0;
    }

    private static int record(long one) {
        return (int) (one & MOST - 1);
    }

    /** The records of a key that are not gone, into {@code found}; how many, or -1 when there are more than {@code most}. */
    int find(long key, int most, BitSet gone, int[] found) {
        int used = 0;
        for (int part = 0; part < 2; part++) {
            long[] of = part == 0 ? settled : late;
            int size = part == 0 ? settled.length : lateSize;
            int at = Arrays.binarySearch(of, 0, size, key & KEY);
            for (int i = at < 0 ? -at - 1 : at; i < size && (of[i] & KEY) == (key & KEY); i++) {
                int record = record(of[i]);
                if (gone.get(record)) continue;
                if (used == most) return -1;
                found[used++] = record;
            }
        }
        return used;
    }
}
