package id.lumbung.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a form brings in: the characters that people type. */
class CharactersTest {

    @Test
    void controls_turned_direction_and_what_is_not_seen_do_not_come_in() {
        assertThat(CleanParameters.plain(
                        "Je\u200bnang \u202egnapeK\u202c\u2066 A\u0007pel\u0000\ufeff\u00ad" + (char) 0xd800))
                .isEqualTo("Jenang gnapeK Apel");
    }

    @Test
    void everything_that_is_typed_stays() {
        for (String text : new String[] {"", "Bu Siti\r\n\tbaris kedua", "Kafé Ñandú", "جنانج", "🍜 mi", "a\u200db"}) {
            assertThat(CleanParameters.plain(text)).isEqualTo(text);
        }
    }
}
