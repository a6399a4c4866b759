package id.lumbung.linkage.standard;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.linkage.standard.Nickname.Fit;
import org.junit.jupiter.api.Test;

class NicknameTest {
    @Test
    void finds_the_end_of_a_name_as_its_short_name() {
        assertThat(Nickname.in("SUTINI", "TINI")).isEqualTo(Fit.END);
        assertThat(Nickname.in("SUPARMAN HIDAYAT", "PARMAN")).isEqualTo(Fit.END);
    }

    @Test
    void finds_the_beginning_of_a_name_as_its_short_name() {
        assertThat(Nickname.in("SITI YULIANTI", "YULI")).isEqualTo(Fit.BEGINNING);
    }

    @Test
    void prefers_a_whole_word() {
        assertThat(Nickname.in("SUTINI TINI", "TINI")).isEqualTo(Fit.WORD);
    }

    @Test
    void finds_nothing_across_words_or_in_the_middle_of_one() {
        assertThat(Nickname.in("SRI RAHAYU", "IRA")).isEqualTo(Fit.NONE);
        assertThat(Nickname.in("SUPARTINI", "PAR")).isEqualTo(Fit.NONE);
        assertThat(Nickname.in("SUTINI", "NI")).isEqualTo(Fit.NONE);
    }

    @Test
    void knows_a_business_called_after_its_owner() {
        PersonName sutini = PersonName.of("Hj. Sutini");

        assertThat(Nickname.ofOwner(sutini, BusinessName.of("Warung Bu Tini"))).isEqualTo(Fit.END);
        assertThat(Nickname.ofOwner(sutini, BusinessName.of("SUTINI"))).isEqualTo(Fit.WORD);
        assertThat(Nickname.ofOwner(sutini, BusinessName.of("Warung Bu Sri"))).isEqualTo(Fit.NONE);
        assertThat(Nickname.ofOwner(sutini, BusinessName.of("-"))).isEqualTo(Fit.NONE);
    }

    @Test
    void asks_only_the_person_in_a_name_that_shows_one() {
        PersonName makmur = PersonName.of("Makmur");

        assertThat(Nickname.ofOwner(makmur, BusinessName.of("Toko Makmur Bu Tini")))
                .isEqualTo(Fit.NONE);
    }
}
