package id.lumbung.linkage.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTest {
    @Test
    void brings_what_was_typed_to_plain_capitals() {
        assertThat(Letters.plain("  Café  Déwi\t(2) ")).isEqualTo("CAFE DEWI 2");
    }

    @Test
    void takes_an_apostrophe_out_of_a_word_and_not_the_word_apart() {
        assertThat(Letters.plain("Ma'ruf Sa’adah Dja`far")).isEqualTo("MARUF SAADAH DJAFAR");
    }

    @Test
    void reads_a_letter_and_its_accent_typed_apart_as_one() {
        assertThat(Letters.plain("De\u0301wi")).isEqualTo("DEWI");
    }

    @Test
    void takes_the_blanks_of_the_web_for_blanks() {
        assertThat(Letters.plain("SRI\u00A0RAHAYU")).isEqualTo("SRI RAHAYU");
    }

    @Test
    void puts_letters_back_where_a_scanner_read_digits() {
        assertThat(Letters.withoutScannedDigits("KHOT1MAH")).isEqualTo("KHOTIMAH");
        assertThat(Letters.withoutScannedDigits("NU9ROHO")).isEqualTo("NUGROHO");
        assertThat(Letters.withoutScannedDigits("0KTAVIA")).isEqualTo("OKTAVIA");
    }

    @Test
    void leaves_numbers_alone() {
        assertThat(Letters.withoutScannedDigits("99")).isEqualTo("99");
        assertThat(Letters.withoutScannedDigits("TAPEMANIS04")).isEqualTo("TAPEMANIS04");
        assertThat(Letters.withoutScannedDigits("B29")).isEqualTo("B29");
    }
}
