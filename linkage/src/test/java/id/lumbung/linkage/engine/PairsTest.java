package id.lumbung.linkage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairsTest {

    private static final int RECORDS = 900;

    private static Model model(int n, List<Rule> rules) {
        String[] ids = new String[n];
        Arrays.setAll(ids, r -> "" + r);
        return new Model(
                n,
                new String[] {"list"},
                new byte[n],
                ids,
                new int[n],
                rules,
                List.of(new SourcesComparison(1, r -> 0)),
                true,
                new long[0],
                true,
                List.of());
    }

    private static Set<Long> pairs(Pairs pairs) {
        Set<Long> all = new HashSet<>();
        for (int i = 0; i < pairs.count(); i++) all.add((long) pairs.a.get(i) << 32 | pairs.b.get(i));
        return all;
    }

    @Test
    void a_block_over_the_limit_is_split_by_what_is_asked_next_and_no_pair_is_made_twice() {
        Random random = new Random(7);
        int[] place = new int[RECORDS];
        int[] year = new int[RECORDS];
        int[] street = new int[RECORDS];
        for (int r = 0; r < RECORDS; r++) {
            place[r] = r < 600 ? 1 : 2 + random.nextInt(100);
            year[r] = r < 50 ? 0 : r < 150 ? 1 : 2 + random.nextInt(40);
            street[r] = random.nextInt(9);
        }
        Rule.Key byYear = r -> year[r];
        Rule.Key byStreet = r -> street[r];
        Model model = model(
                RECORDS,
                List.of(
                        new Rule("place", 20, r -> place[r], List.of(byYear, byStreet)),
                        new Rule("street", 150, byStreet, List.of())));
        try (Workers workers = new Workers(2)) {
            Pairs made = Pairs.of(model, workers);
            Set<Long> all = pairs(made);

            assertThat(all).hasSize(made.count());
            Set<Long> expected = new HashSet<>();
            for (int a = 0; a < RECORDS; a++) {
                for (int b = a + 1; b < RECORDS; b++) {
                    boolean near = place[a] == place[b] && (place[a] != 1 || year[a] == year[b] && year[a] > 1);
                    boolean parted =
                            place[a] == 1 && place[b] == 1 && year[a] == 1 && year[b] == 1 && street[a] == street[b];
                    if (near || parted && street[a] != 0 || street[a] == street[b] && street[a] != 0)
                        expected.add((long) a << 32 | b);
                }
            }
            assertThat(all).isEqualTo(expected);
            Pairs.Cost cost = made.costs().get(0);
            assertThat(cost.splitBlocks()).isEqualTo(1);
            assertThat(cost.refusedBlocks()).isPositive();
            assertThat(cost.pairs()).isLessThanOrEqualTo(cost.pairsBefore());
        }
    }

    @Test
    void pairs_beyond_the_memory_lie_in_a_file_and_are_the_same() {
        int n = 1800;
        Model model = model(n, List.of(new Rule("all", n, r -> 1, List.of())));
        try (Workers roomy = new Workers(1);
                Workers narrow = new Workers(3, 1)) {
            Pairs inMemory = Pairs.of(model, roomy);
            Pairs inFile = Pairs.of(model, narrow);

            assertThat(inMemory.spilled()).isZero();
            assertThat(inFile.spilled()).isPositive();
            assertThat(inFile.count()).isEqualTo(n * (n - 1) / 2);
            for (int i = 0; i < n * (n - 1) / 2; i++) {
                if (inFile.a.get(i) != inMemory.a.get(i)
                        || inFile.b.get(i) != inMemory.b.get(i)
                        || inFile.pattern.get(i) != inMemory.pattern.get(i))
                    assertThat(i).isNegative();
            }
        }
    }
}
