package id.lumbung.linkage.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTest {
    @ParameterizedTest
    @CsvSource({
        "SUTINI, SUTINI, 0",
        "SUTINI, SUTNI, 1",
        "SUTINI, SUTINNI, 1",
        "SUTINI, SUTENI, 1",
        "SUTINI, SUITNI, 1",
        "KITTEN, SITTING, 3",
        "CA, ABC, 3",
        "BANJAREJO, BANJARJO, 1"
    })
    void counts_what_was_put_in_left_out_replaced_and_turned(String one, String other, int edits) {
        assertThat(Edits.between(one, other)).isEqualTo(edits);
    }

    @Test
    void counts_every_character_of_a_text_against_nothing() {
        assertThat(Edits.between("", "TINI")).isEqualTo(4);
        assertThat(Edits.between("TINI", "")).isEqualTo(4);
        assertThat(Edits.between("", "")).isZero();
    }

    @Test
    void forgets_the_text_prepared_before() {
        Edits edits = new Edits();
        edits.prepare("ABCDEFGH".toCharArray(), 0, 8);
        edits.prepare("XYZ".toCharArray(), 0, 3);

        assertThat(edits.to("ABC".toCharArray())).isEqualTo(3);
        assertThat(edits.to("XYZ".toCharArray())).isZero();
    }

    @Test
    void forgets_it_also_when_the_caller_has_written_over_it() {
        Edits edits = new Edits();
        char[] buffer = "ABCDEFGH".toCharArray();
        edits.prepare(buffer, 0, 8);
        "XYZXYZXY".getChars(0, 8, buffer, 0);
        edits.prepare(buffer, 0, 3);

        assertThat(edits.to("ABC".toCharArray())).isEqualTo(3);
    }

    @Test
    void says_how_much_of_the_longer_text_is_the_same() {
        Edits edits = new Edits();
        edits.prepare("SUTINI".toCharArray(), 0, 6);

        assertThat(edits.similarity("TINI".toCharArray(), 0, 4)).isEqualTo(1 - 2.0 / 6);
        assertThat(edits.similarity("SUTINI".toCharArray(), 0, 6)).isEqualTo(1);
    }
}
