package id.lumbung.linkage.engine;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The blocks of one rule in an index that lives: keys with the records that have them, sorted; what came lately in a small part beside,
 * that is merged when it is full. A block over the rule's limit is read as the part of it that has the same finer key, as a run splits it.
 */
final class Blocks {

    private final Rule rule;
    private final int full;
    private long[] settled;
    private long[] late = new long[64];
    private int lateSize;
    private int[] found = new int[256];
    /** What the last {@link #find} found. */
    private int size;

    Blocks(Rule rule, int full, int n) {
        this.rule = rule;
        this.full = full;
        long[] own = new long[n];
        int used = 0;
        for (int i = 0; i < n; i++) {
            int key = Rule.key(rule.key(), i);
            if (key != 0) own[used++] = (long) key << 32 | i;
        }
        settled = Arrays.copyOf(own, used);
        Arrays.sort(settled);
    }

    int limit() {
        return rule.limit();
    }

    /** Adds a record, which has a larger number than those before. */
    void add(int record, BitSet gone) {
        int key = Rule.key(rule.key(), record);
        if (key == 0) return;
        if (lateSize == late.length) late = Arrays.copyOf(late, lateSize * 2);
        long one = (long) key << 32 | record;
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
            if (!gone.get((int) one)) both[used++] = one;
        }
        settled = used == both.length ? both : Arrays.copyOf(both, used);
        lateSize = 0;
    }

    /**
     * The records that are compared with this one by this rule, itself left out when it is there: {@link #size()} of {@link #found()}.
     *
     * @param limit at most as many as one block holds
     * @param there 1 when the record itself is among the blocks
     */
    void find(int record, int limit, int there, BitSet gone) {
        size = 0;
        int key = Rule.key(rule.key(), record);
        if (key == 0) return;
        for (int part = 0; part < 2; part++) {
            long[] of = part == 0 ? settled : late;
            int end = part == 0 ? settled.length : lateSize;
            int at = Arrays.binarySearch(of, 0, end, (long) key << 32);
            for (int i = at < 0 ? -at - 1 : at; i < end && (int) (of[i] >>> 32) == key; i++) {
                int other = (int) of[i];
                if (other == record || gone.get(other)) continue;
                if (size == found.length) found = Arrays.copyOf(found, size * 2);
                found[size++] = other;
            }
        }
        int above = key;
        for (int level = 0; size + there > limit; level++) {
            if (level == rule.finer().size()) {
                size = 0;
                return;
            }
            int own = rule.finer(level, above, record);
            if (own == 0) {
                size = 0;
                return;
            }
            int kept = 0;
            for (int i = 0; i < size; i++) if (rule.finer(level, above, found[i]) == own) found[kept++] = found[i];
            size = kept;
            above = own;
        }
    }

    int size() {
        return size;
    }

    int found(int i) {
        return found[i];
    }
}
