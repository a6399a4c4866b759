package id.lumbung.linkage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TokenSetsTest {
    private static final int[] NONE = {};

    @Test
    void counts_the_words_in_both() {
        assertThat(TokenSets.common(new int[] {1, 3, 5, 7}, new int[] {2, 3, 7, 9}))
                .isEqualTo(2);
    }

    @Test
    void shares_what_stands_in_both_out_of_all() {
        assertThat(TokenSets.jaccard(new int[] {1, 3, 5, 7}, new int[] {2, 3, 7, 9}))
                .isEqualTo(2.0 / 6);
        assertThat(TokenSets.jaccard(new int[] {1}, NONE)).isZero();
        assertThat(TokenSets.jaccard(NONE, NONE)).isEqualTo(1);
    }

    @Test
    void finds_the_smaller_set_whole_in_the_larger() {
        assertThat(TokenSets.containment(new int[] {3, 7}, new int[] {2, 3, 7, 9}))
                .isEqualTo(1);
        assertThat(TokenSets.containment(new int[] {2, 3, 7, 9}, new int[] {3, 8}))
                .isEqualTo(0.5);
        assertThat(TokenSets.containment(NONE, new int[] {1})).isZero();
    }

    @Test
    void lets_a_rare_word_say_more_than_a_common_one() {
        double[] weights = {0, 0.5, 6, 0.5};

        double rare = TokenSets.weightedJaccard(new int[] {1, 2}, new int[] {2, 3}, weights);
        double common = TokenSets.weightedJaccard(new int[] {1, 2}, new int[] {1, 3}, weights);

        assertThat(rare).isCloseTo(6.0 / 7, within(1e-12));
        assertThat(common).isCloseTo(0.5 / 7, within(1e-12));
    }

    @Test
    void finds_the_best_word_for_each_word() {
        assertThat(TokenSets.mongeElkan(words("RAHAYU SRI"), words("SRI RAHAYU")))
                .isEqualTo(1);
        assertThat(TokenSets.mongeElkan(words("SRI"), words("SRI RAHAYU"))).isEqualTo(1);
        assertThat(TokenSets.mongeElkan(words("SRI RAHAYU"), words("SRI LESTARI")))
                .isBetween(0.5, 0.9);
    }

    @Test
    void does_not_let_one_word_stand_for_two() {
        assertThat(TokenSets.mongeElkan(words("SRI SRI"), words("SRI RAHAYU"))).isLessThan(0.8);
        assertThat(TokenSets.mongeElkan(words("SRI RAHAYU"), words("SRI SRI"))).isLessThan(0.8);
    }

    @Test
    void takes_two_texts_without_words_for_the_same() {
        assertThat(TokenSets.mongeElkan(new char[0][], new char[0][])).isEqualTo(1);
        assertThat(TokenSets.mongeElkan(new char[0][], words("SRI"))).isZero();
    }

    private static char[][] words(String text) {
        String[] words = text.split(" ");
        char[][] out = new char[words.length][];
        for (int i = 0; i < words.length; i++) {
            out[i] = words[i].toCharArray();
        }
        return out;
    }
}
