package id.lumbung.linkage.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Hj. Siti Aminah; SITI AMINAH; HAJAH",
                "H Ridwan Fanani, S.Ag; RIDWAN FANANI; HAJI SAG",
                "Bu Tini; TINI; BU",
                "B. TUMINAH; TUMINAH; BU",
                "P. HENDRIK PRATAMA; HENDRIK PRATAMA; PAK",
                "Bpk. Slamet; SLAMET; PAK",
                "Pak De Tommy Surya; TOMI SURYA; PAKDE",
                "Mbah Karto; KARTO; MBAH",
                "Mas Bima; BIMA; MAS",
                "Drs. Suparman, M.Pd; SUPARMAN; DRS MPD",
                "Drs.H.Ahmad Yani; AHMAD YANI; DRS HAJI",
                "ANGGRAINI ASTUTYIK, SE; ANGRAINI ASTUTIK; SE",
                "slamet wibowo, st; SLAMET WIBOWO; ST",
                "Aditya Hendri, S. Pd. I; ADITYA HENDRI; SPDI",
                "Nadia Tjitjiek, SE.,MM; NADIA CICIEK; SE MM",
                "KH. Hasyim; HASYIM; KYAI"
            })
    void keeps_titles_apart_from_the_name(String typed, String full, String titles) {
        PersonName name = PersonName.of(typed);

        assertThat(name.full()).isEqualTo(full);
        assertThat(name.titles()).containsExactly(titles.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "M. Rizki, MUHAMMAD RISKI",
        "Moh. Anwar, MUHAMMAD ANWAR",
        "Moch Anwar, MUHAMMAD ANWAR",
        "Mochammad Anwar, MUHAMMAD ANWAR",
        "Mohamad Anwar, MUHAMMAD ANWAR",
        "Muchamad Anwar, MUHAMMAD ANWAR",
        "H.M. Anwar, MUHAMMAD ANWAR",
        "ST. FATIMAH, SITI FATIMAH",
        "Sitti Fatimah, SITI FATIMAH",
        "SITIAISYAH, SITI AISYAH",
        "Abd. Rahman, ABDUL ROHMAN",
        "Abdurrahman, ABDUL ROHMAN",
        "ABDULROHMAN, ABDUL ROHMAN",
        "Abdoel Rachman, ABDUL ROHMAN",
        "Abdus Salam, ABDUS SALAM",
        "ABDULLAH, ABDULAH",
        "Noer Khotimah, NUR KHOTIMAH",
        "Ach. Choiri, AHMAD KHOIRI",
        "DEWI KHOT1MAH, DEWI KHOTIMAH"
    })
    void brings_every_spelling_of_a_name_to_one(String typed, String full) {
        assertThat(PersonName.of(typed).full()).isEqualTo(full.replace("RISKI", "RIZKI"));
    }

    @ParameterizedTest
    @CsvSource({
        "SITI AMINAH (AMINAH), SITI AMINAH, AMINAH",
        "SUKARNO KURNIAWAN / KARNO, SUKARNO KURNIAWAN, KARNO",
        "Sutini alias Bu Tini, SUTINI, TINI",
        "'SYAHRUL, S.KOM AL. SYAHRUL', SYAHRUL, SYAHRUL"
    })
    void keeps_a_nickname_apart(String typed, String full, String nickname) {
        PersonName name = PersonName.of(typed);

        assertThat(name.full()).isEqualTo(full);
        assertThat(name.nickname()).isEqualTo(nickname);
    }

    @Test
    void knows_no_nickname_in_an_arabic_al() {
        assertThat(PersonName.of("Umar Al Faruq").full()).isEqualTo("UMAR AL FARUQ");
    }

    @Test
    void leaves_a_name_that_is_only_a_title_word() {
        assertThat(PersonName.of("Mas").full()).isEqualTo("MAS");
        assertThat(PersonName.of("Ning").full()).isEqualTo("NING");
    }

    @Test
    void leaves_initials_and_single_names() {
        assertThat(PersonName.of("Siti F.").full()).isEqualTo("SITI F");
        assertThat(PersonName.of("R. Sugeng").full()).isEqualTo("R SUGENG");
        assertThat(PersonName.of("SLAMET").full()).isEqualTo("SLAMET");
    }

    @Test
    void has_a_core_without_siti_muhammad_and_initials() {
        assertThat(PersonName.of("Siti Nur Aminah").core()).isEqualTo("NUR AMINAH");
        assertThat(PersonName.of("Moh. Rizki A.").core()).isEqualTo("RIZKI");
        assertThat(PersonName.of("Siti").core()).isEqualTo("SITI");
    }

    @Test
    void tells_the_sex_that_a_title_or_siti_tells() {
        assertThat(PersonName.of("Bu Sutini").sex()).isEqualTo(Sex.FEMALE);
        assertThat(PersonName.of("H. Slamet").sex()).isEqualTo(Sex.MALE);
        assertThat(PersonName.of("St. Fatimah").sex()).isEqualTo(Sex.FEMALE);
        assertThat(PersonName.of("Tri").sex()).isEqualTo(Sex.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "Sri Rahayu, Srirahayu",
        "Abdul Rahman, Abdurrahman",
        "Nur Hayati, Nurhayati",
        "Soekarno, Sukarno",
        "M. Khoiri, Choiri"
    })
    void has_one_key_for_joined_and_split_names(String one, String other) {
        assertThat(PersonName.of(one).key()).isEqualTo(PersonName.of(other).key());
    }

    @Test
    void has_one_key_for_turned_names() {
        assertThat(PersonName.of("RAHAYU SRI").turnedKey())
                .isEqualTo(PersonName.of("Sri Rahayu").turnedKey());
    }

    @ParameterizedTest
    @CsvSource({"''", "-", "'  -  '", "tidak ada", "Tdk Ada", "NN", "."})
    void is_missing_when_the_list_says_so(String typed) {
        assertThat(PersonName.of(typed).isMissing()).isTrue();
    }

    @Test
    void reads_what_a_stranger_typed_without_failing() {
        assertThat(PersonName.of("((///,,,").isMissing()).isTrue();
        assertThat(PersonName.of("李小龍").full()).isNotEmpty();
    }
}
