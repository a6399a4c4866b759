package id.lumbung.linkage.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "SOEKARNO, SUKARNO",
        "NOER, NUR",
        "BOEDI, BUDI",
        "DJOKO, JOKO",
        "DJOEMADI, JUMADI",
        "TJIPTO, CIPTO",
        "SOETJIPTO, SUCIPTO",
        "NJOMAN, NYOMAN",
        "SJARIF, SYARIF",
        "SOEJONO, SUYONO",
        "SOEDJONO, SUJONO",
        "CHOTIMAH, KHOTIMAH",
        "CHOIRUL, KHOIRUL",
        "CHOERUL, KHOIRUL",
        "ICHSAN, IKHSAN",
        "ABDOELLAH, ABDULAH"
    })
    void writes_the_old_spellings_as_they_are_written_today(String old, String today) {
        assertThat(Spelling.modern(old)).isEqualTo(today);
    }

    @ParameterizedTest
    @CsvSource({
        "SITTY, SITI",
        "SRIE, SRI",
        "AMINNAH, AMINAH",
        "TOMMY, TOMI",
        "ROFFI, ROFI",
        "PHITRI, FITRI",
        "YUSSUF, YUSUF"
    })
    void takes_away_doubled_letters_and_ornaments(String typed, String plain) {
        assertThat(Spelling.modern(typed)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "JAYA, JAYA",
        "RAHAYU, RAHAYU",
        "MAJOE, MAJU",
        "ANJAR, ANJAR",
        "PANJI, PANJI",
        "YULI, YULI",
        "WAHYU, WAHYU",
        "CANDRA, CANDRA"
    })
    void leaves_the_j_and_y_of_today(String word, String same) {
        assertThat(Spelling.modern(word)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"CHANDRA, CANDRA", "CHINTIA, CINTIA", "CHRISTIN, KRISTIN"})
    void knows_a_ch_that_is_no_kh(String typed, String plain) {
        assertThat(Spelling.modern(typed)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "ROHMAN, RAHMAN",
        "WIBOWO, WIBAWA",
        "SUMIYATI, SUMIATI",
        "SUWARNI, SUARNI",
        "FATIMAH, PATIMA",
        "NOVI, NOPI",
        "QOMARIYAH, KOMARIAH",
        "KHOIRI, HOIRI",
        "SYARIFAH, SARIFA",
        "SHOLEH, SOLEH",
        "ZAENAL, JAINAL",
        "RIZKI, RISKI",
        "ASTUTIK, ASTUTI",
        "YUDHA, YUDA",
        "ACHMAD, AHMAT",
        "WIDYAWATI, WIDIAWATI"
    })
    void hears_the_same_in_what_sounds_the_same(String one, String other) {
        assertThat(Spelling.sound(Spelling.modern(one))).isEqualTo(Spelling.sound(Spelling.modern(other)));
    }

    @ParameterizedTest
    @CsvSource({"SUTINI, SUTANTI", "SITI, SRI", "BUDI, RUDI", "AMINAH, AISYAH", "HADI, ADI"})
    void hears_different_names_apart(String one, String other) {
        assertThat(Spelling.sound(one)).isNotEqualTo(Spelling.sound(other));
    }

    @ParameterizedTest
    @CsvSource({"SUTINI, STN", "ASTUTIK, ASTT", "MAIMUNAH, MMN", "ELLY, AL", "ENDANG, ANDNG"})
    void keeps_the_consonants_as_a_skeleton(String word, String consonants) {
        assertThat(Spelling.skeleton(Spelling.modern(word))).isEqualTo(consonants);
    }

    @ParameterizedTest
    @CsvSource({"999, 999", "30003, 30003", "II, II"})
    void leaves_numbers_as_they_are(String number, String same) {
        assertThat(Spelling.modern(number)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"ASYHARI, ASHARI", "MASYHUDI, MASHUDI", "HASYIM, HASYIM", "ASTUTYIK, ASTUTIK"})
    void drops_a_y_that_nobody_hears(String typed, String plain) {
        assertThat(Spelling.modern(typed)).isEqualTo(plain);
    }

    @Test
    void has_nothing_to_say_about_nothing() {
        assertThat(Spelling.modern("")).isEmpty();
        assertThat(Spelling.sound("")).isEmpty();
        assertThat(Spelling.skeleton("")).isEmpty();
    }
}
