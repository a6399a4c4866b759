package id.lumbung.linkage.engine;

import java.util.List;

/**
 * A blocking rule: records with the same key are compared.
 *
 * @param limit blocks of more records are split by the finer keys, one after the other until they are small enough; what stays larger is
 *     refused: what so many share says little
 */
public record Rule(String name, int limit, Key key, List<Key> finer) {

    /** What a rule asks of a record; 0 when the record does not say it. */
    @FunctionalInterface
    public interface Key {
        long of(int record);
    }

    public Rule {
        finer = List.copyOf(finer);
    }

    /** The key in 32 bits, spread evenly; 0 stays 0 and no other comes there. */
    static int key(Key key, int record) {
        return fold(key.of(record));
    }

    private static int fold(long key) {
        if (key == 0) return 0;
        long h = key * 0x9E3779B97F4A7C15L;
        int folded = (int) (h >>> 32 ^ h >>> 7);
        return folded == 0 ? 1 : folded;
    }

    /** The key of a record in a part of a block that was split; 0 when the record does not say the finer one. */
    int finer(int level, int above, int record) {
        long own = finer.get(level).of(record);
        return own == 0 ? 0 : fold((above + 0x632BE59BD9B4E019L) * 0xD6E8FEB86659FD93L ^ own * 0x9E3779B97F4A7C15L);
    }
}
