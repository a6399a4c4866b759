package id.lumbung.matching.pair;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Which records are one business, out of any pairs that join and part them. */
class PartitionProperties {
    private static final int RECORDS = 9;

    private static UUID record(int number) {
        return new UUID(7, number);
    }

    private static List<UUID> records() {
        List<UUID> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            records.add(record(i));
        }
        return records;
    }

    /** Pairs of which each two records have one at most; the first two records are enterprises. */
    @Provide
    Arbitrary<List<Pair>> pairs() {
        Arbitrary<Pair> pair = Combinators.combine(
                        Arbitraries.integers().between(0, RECORDS - 2),
                        Arbitraries.integers().between(1, RECORDS - 1),
                        Arbitraries.of(PairState.LINKED, PairState.SAME, PairState.DIFFERENT, PairState.OPEN),
                        Arbitraries.doubles().between(0, 1).ofScale(2))
                .filter((a, b, state, business) -> a < b && !(a == 0 && b == 1 && state == PairState.LINKED))
                .as((a, b, state, business) -> new Pair(
                        new UUID(a, b), record(a), record(b), "", "", 0, business, business, state, false, null));
        return pair.list().ofMaxSize(14).map(pairs -> {
            Map<UUID, Pair> once = new HashMap<>();
            pairs.forEach(one -> once.putIfAbsent(one.id(), one));
            return List.copyOf(once.values());
        });
    }

    private static Map<UUID, UUID> two() {
        return Map.of(record(0), record(0), record(1), record(1));
    }

    private static Map<UUID, UUID> businesses(List<Pair> pairs, Map<UUID, UUID> enterprises) {
        return new Partition(records(), enterprises).join(pairs).businesses();
    }

    @Property(seed = Seeds.FIXED)
    void records_judged_different_are_never_one_business(@ForAll("pairs") List<Pair> pairs) {
        Map<UUID, UUID> businesses = businesses(pairs, Map.of());

        assertThat(pairs)
                .filteredOn(pair -> pair.state() == PairState.DIFFERENT)
                .allSatisfy(pair -> assertThat(businesses.get(pair.a())).isNotEqualTo(businesses.get(pair.b())));
    }

    @Property(seed = Seeds.FIXED)
    void two_numbers_that_are_not_merged_are_two_businesses(@ForAll("pairs") List<Pair> pairs) {
        Map<UUID, UUID> businesses = businesses(pairs, two());

        assertThat(businesses.get(record(0))).isEqualTo(record(0));
        assertThat(businesses.get(record(1))).isEqualTo(record(1));
    }

    @Property(seed = Seeds.FIXED)
    void two_numbers_that_were_merged_are_one_whatever_else_was_said(@ForAll("pairs") List<Pair> pairs) {
        Map<UUID, UUID> businesses = businesses(pairs, Map.of(record(0), record(0), record(1), record(0)));

        assertThat(businesses.get(record(1))).isEqualTo(record(0));
    }

    @Property(seed = Seeds.FIXED)
    void the_order_of_pairs_changes_nothing(@ForAll("pairs") List<Pair> pairs, @ForAll long seed) {
        List<Pair> shuffled = new ArrayList<>(pairs);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(businesses(shuffled, two())).isEqualTo(businesses(pairs, two()));
    }

    @Property(seed = Seeds.FIXED)
    void without_a_word_of_people_all_that_hangs_together_is_one_business(@ForAll("pairs") List<Pair> pairs) {
        List<Pair> linked = pairs.stream().filter(pair -> pair.state().joins()).toList();
        Map<UUID, UUID> businesses = businesses(linked, Map.of());

        assertThat(linked)
                .allSatisfy(pair -> assertThat(businesses.get(pair.a())).isEqualTo(businesses.get(pair.b())));
        businesses.forEach((record, business) -> assertThat(businesses.get(business))
                .as("a business is called by one of its own records")
                .isEqualTo(business));
    }
}
