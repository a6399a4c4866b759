package id.lumbung.linkage.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.linkage.Seeds;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EditsProperties {
    @Property(tries = 3000, seed = Seeds.FIXED)
    void equal_the_whole_table(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(Edits.between(one, other)).isEqualTo(table(one, other));
    }

    @Property(tries = 2000, seed = Seeds.FIXED)
    void do_not_depend_on_the_order(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(Edits.between(one, other)).isEqualTo(Edits.between(other, one));
    }

    @Property(tries = 2000, seed = Seeds.FIXED)
    void lie_between_the_difference_and_the_length(@ForAll("texts") String one, @ForAll("texts") String other) {
        int edits = Edits.between(one, other);

        assertThat(edits).isBetween(Math.abs(one.length() - other.length()), Math.max(one.length(), other.length()));
        assertThat(edits == 0).isEqualTo(one.equals(other));
    }

    @Property(tries = 300, seed = Seeds.FIXED)
    void are_the_same_when_one_worker_compares_many(@ForAll List<@From("texts") String> texts) {
        Edits worker = new Edits();

        for (String one : texts) {
            worker.prepare(one.toCharArray(), 0, one.length());
            for (String other : texts) {
                assertThat(worker.to(other.toCharArray())).isEqualTo(table(one, other));
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> few = Arbitraries.strings().withChars("ABC").ofMaxLength(10);
        Arbitrary<String> many =
                Arbitraries.strings().withChars("ABCDEFGHIJ é李").ofMaxLength(24);
        Arbitrary<String> lengthy =
                Arbitraries.strings().withChars("ABCDé").ofMinLength(58).ofMaxLength(70);
        return Arbitraries.oneOf(few, few, many, lengthy);
    }

    /** The table of the definition, every cell of it. */
    private static int table(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                cost[i][j] =
                        Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
                boolean turned = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (turned) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
