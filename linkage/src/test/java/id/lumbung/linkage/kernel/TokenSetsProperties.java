package id.lumbung.linkage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.lumbung.linkage.Seeds;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TokenSetsProperties {
    private static final double[] EVEN = new double[40];

    static {
        java.util.Arrays.fill(EVEN, 2);
    }

    @Property(tries = 2000, seed = Seeds.FIXED)
    void equal_what_sets_of_the_language_say(
            @ForAll @From("codes") Set<Integer> one, @ForAll @From("codes") Set<Integer> other) {
        Set<Integer> common = new TreeSet<>(one);
        common.retainAll(other);
        Set<Integer> all = new TreeSet<>(one);
        all.addAll(other);

        assertThat(TokenSets.common(sorted(one), sorted(other))).isEqualTo(common.size());
        double share = all.isEmpty() ? 1 : (double) common.size() / all.size();
        assertThat(TokenSets.jaccard(sorted(one), sorted(other))).isEqualTo(share);
    }

    @Property(tries = 1000, seed = Seeds.FIXED)
    void weigh_nothing_when_every_word_weighs_the_same(
            @ForAll @From("codes") Set<Integer> one, @ForAll @From("codes") Set<Integer> other) {
        assertThat(TokenSets.weightedJaccard(sorted(one), sorted(other), EVEN))
                .isCloseTo(TokenSets.jaccard(sorted(one), sorted(other)), within(1e-12));
    }

    @Property(tries = 1000, seed = Seeds.FIXED)
    void do_not_depend_on_the_order(@ForAll @From("words") char[][] one, @ForAll @From("words") char[][] other) {
        double similarity = TokenSets.mongeElkan(one, other);

        assertThat(similarity).isBetween(0.0, 1.0).isEqualTo(TokenSets.mongeElkan(other, one));
        assertThat(TokenSets.mongeElkan(one, one)).isEqualTo(1);
    }

    @Provide
    Arbitrary<Set<Integer>> codes() {
        return Arbitraries.integers().between(0, 39).set().ofMaxSize(12);
    }

    @Provide
    Arbitrary<char[][]> words() {
        return Arbitraries.strings()
                .withChars("ABCDE")
                .ofMinLength(1)
                .ofMaxLength(8)
                .map(String::toCharArray)
                .list()
                .ofMaxSize(4)
                .map(words -> words.toArray(new char[0][]));
    }

    private static int[] sorted(Set<Integer> codes) {
        return codes.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
