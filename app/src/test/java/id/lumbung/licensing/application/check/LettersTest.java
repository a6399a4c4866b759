package id.lumbung.licensing.application.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Letters that look alike and are not the same. */
class LettersTest {

    @Test
    void a_person_is_named_in_latin_letters() {
        for (String name :
                new String[] {"Siti Aminah", "Ni Wayan Suñé", "H. Moch. Ma'ruf, S.E.", "-", "R.A. Kartini 2"}) {
            assertThat(Letters.isOtherThanLatin(name)).as(name).isFalse();
        }
        for (String name : new String[] {"Ѕіtі Аminah", "Сити", "Σiti", "سيتي"}) {
            assertThat(Letters.isOtherThanLatin(name)).as(name).isTrue();
        }
    }

    @Test
    void a_business_may_use_any_alphabet_but_not_two_in_a_word() {
        for (String name : new String[] {"Toko Сити", "Warung 24 Jam", "Kedai 茶", "Bakso_Рус"}) {
            assertThat(Letters.hasMixedWord(name)).as(name).isFalse();
        }
        for (String name : new String[] {"Jеnang", "Тоko", "ΒAKSO"}) {
            assertThat(Letters.hasMixedWord(name)).as(name).isTrue();
        }
    }
}
