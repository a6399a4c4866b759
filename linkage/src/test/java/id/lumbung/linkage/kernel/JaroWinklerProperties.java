package id.lumbung.linkage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.lumbung.linkage.Seeds;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JaroWinklerProperties {
    @Property(tries = 3000, seed = Seeds.FIXED)
    void equals_the_plain_reading_of_the_papers(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(JaroWinkler.similarity(one, other)).isCloseTo(plain(one, other), within(1e-12));
    }

    @Property(tries = 2000, seed = Seeds.FIXED)
    void does_not_depend_on_the_order(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(JaroWinkler.similarity(one, other)).isEqualTo(JaroWinkler.similarity(other, one));
    }

    @Property(tries = 2000, seed = Seeds.FIXED)
    void lies_between_nothing_and_the_same(@ForAll("texts") String one, @ForAll("texts") String other) {
        double similarity = JaroWinkler.similarity(one, other);

        assertThat(similarity).isBetween(0.0, 1.0);
        assertThat(similarity == 1).isEqualTo(one.equals(other));
    }

    @Property(tries = 500, seed = Seeds.FIXED)
    void reads_pieces_of_arrays_as_texts_of_their_own(
            @ForAll("texts") String one, @ForAll("texts") String other, @ForAll("texts") String around) {
        char[] a = (around + one + around).toCharArray();
        char[] b = (other + around).toCharArray();

        assertThat(JaroWinkler.similarity(a, around.length(), one.length(), b, 0, other.length()))
                .isEqualTo(JaroWinkler.similarity(one, other));
    }

    @Property(tries = 300, seed = Seeds.FIXED)
    void gives_the_same_when_one_worker_compares_many(@ForAll List<@From("texts") String> texts) {
        JaroWinkler worker = new JaroWinkler();

        for (String one : texts) {
            worker.prepare(one.toCharArray(), 0, one.length());
            for (String other : texts) {
                assertThat(worker.to(other.toCharArray())).isEqualTo(JaroWinkler.similarity(one, other));
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> few = Arbitraries.strings().withChars("ABCD").ofMaxLength(12);
        Arbitrary<String> many = Arbitraries.strings().withCharRange('A', 'Z').ofMaxLength(20);
        Arbitrary<String> lengthy =
                Arbitraries.strings().withChars("ABCDEFGH é李").ofMinLength(50).ofMaxLength(90);
        return Arbitraries.oneOf(few, few, many, lengthy);
    }

    /** With lists and a mark for every character, from the shorter text on. */
    private static double plain(String one, String other) {
        boolean turned = one.length() > other.length() || one.length() == other.length() && one.compareTo(other) > 0;
        double jaro = turned ? plainJaro(other, one) : plainJaro(one, other);
        int prefix = 0;
        while (prefix < 4
                && prefix < one.length()
                && prefix < other.length()
                && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return jaro + 0.1 * prefix * (1 - jaro);
    }

    private static double plainJaro(String shorter, String longer) {
        if (shorter.isEmpty()) {
            return longer.isEmpty() ? 1 : 0;
        }
        int window = Math.max(0, longer.length() / 2 - 1);
        List<Integer> places = new ArrayList<>();
        List<Character> common = new ArrayList<>();
        for (int i = 0; i < shorter.length(); i++) {
            for (int j = 0; j < longer.length(); j++) {
                if (Math.abs(i - j) <= window && !places.contains(j) && shorter.charAt(i) == longer.charAt(j)) {
                    places.add(j);
                    common.add(shorter.charAt(i));
                    break;
                }
            }
        }
        if (common.isEmpty()) {
            return 0;
        }
        List<Integer> inOrder = places.stream().sorted().toList();
        int outOfPlace = 0;
        for (int k = 0; k < common.size(); k++) {
            outOfPlace += common.get(k) != longer.charAt(inOrder.get(k)) ? 1 : 0;
        }
        double m = common.size();
        return (m / shorter.length() + m / longer.length() + (m - Math.floorDiv(outOfPlace, 2)) / m) / 3;
    }
}
