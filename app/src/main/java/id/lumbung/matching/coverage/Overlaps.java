package id.lumbung.matching.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How businesses spread over the register and lists.
 *
 * @param lists of which it tells, in their order
 * @param shared businesses on each two sets, on the diagonal those on one; the sets are the licensed, the registered without
 *     a licence, and the lists
 * @param combinations businesses on exactly these of the sets, the most numerous first
 * @param known businesses on any source, also on lists of which it does not tell
 * @param untold businesses only on lists of which it does not tell
 */
record Overlaps(List<UUID> lists, long[][] shared, List<Combination> combinations, long known, long untold) {
    static final int LICENSED = 0;
    static final int REGISTERED = 1;
    static final int FIRST_LIST = 2;

    Overlaps {
        lists = List.copyOf(lists);
        combinations = List.copyOf(combinations);
    }

    /** @param sets bit by bit */
    record Combination(int sets, long businesses) {
        boolean has(int set) {
            return (sets >> set & 1) == 1;
        }
    }

    static Overlaps of(List<UUID> lists, List<Mix> mixes) {
        int size = FIRST_LIST + lists.size();
        long[][] shared = new long[size][size];
        Map<Integer, Long> exactly = new TreeMap<>();
        long known = 0;
        long untold = 0;
        for (Mix mix : mixes) {
            int sets = sets(mix, lists);
            known += mix.businesses();
            if (sets == 0) {
                untold += mix.businesses();
                continue;
            }
            exactly.merge(sets, mix.businesses(), Long::sum);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    if ((sets >> i & 1) == 1 && (sets >> j & 1) == 1) {
                        shared[i][j] += mix.businesses();
                    }
                }
            }
        }
        List<Combination> combinations = new ArrayList<>();
        exactly.forEach((sets, businesses) -> combinations.add(new Combination(sets, businesses)));
        combinations.sort(
                Comparator.comparingLong((Combination one) -> -one.businesses()).thenComparingInt(Combination::sets));
        return new Overlaps(lists, shared, combinations, known, untold);
    }

    private static int sets(Mix mix, List<UUID> lists) {
        int sets = switch (mix.standing()) {
            case LICENSED -> 1 << LICENSED;
            case REGISTERED -> 1 << REGISTERED;
            case NEITHER -> 0;
        };
        for (UUID list : mix.lists()) {
            int at = lists.indexOf(list);
            if (at >= 0) {
                sets |= 1 << (FIRST_LIST + at);
            }
        }
        return sets;
    }

    /** The register as one source, then each list: what is on each two of them. */
    long[][] sharedBySource() {
        int sources = 1 + lists.size();
        long[][] by = new long[sources][sources];
        for (int i = 0; i < shared.length; i++) {
            for (int j = 0; j < shared.length; j++) {
                by[Math.max(0, i - 1)][Math.max(0, j - 1)] += shared[i][j];
            }
        }
        return by;
    }
}
