package id.lumbung.linkage.standard;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.linkage.standard.BusinessName.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessNameTest {
    @Test
    void knows_a_business_named_after_a_person() {
        BusinessName name = BusinessName.of("Warung Bu Tini");

        assertThat(name).isEqualTo(new BusinessName(Kind.PERSON, BusinessType.WARUNG, "TINI", "", "TINI"));
    }

    @ParameterizedTest
    @CsvSource({
        "UD. Makmur, UD, MAKMUR",
        "U.D. Makmur, UD, MAKMUR",
        "CV RIANI MAKMUR, CV, RIANI MAKMUR",
        "TK. BERKAH JAYA, TOKO, BERKAH JAYA",
        "Toko Dinda, TOKO, DINDA",
        "KIOS ANUGERAH, KIOS, ANUGERAH",
        "Depot Makmur, DEPOT, MAKMUR",
        "WR. LESTARI, WARUNG, LESTARI",
        "Bengkel Las Sinar, BENGKEL, SINAR",
        "Counter Lestari, KONTER, LESTARI",
        "Majoe Jaya, UNKNOWN, MAJU JAYA"
    })
    void keeps_the_kind_of_business_apart_from_its_name(String typed, BusinessType type, String core) {
        BusinessName name = BusinessName.of(typed);

        assertThat(name.type()).isEqualTo(type);
        assertThat(name.core()).isEqualTo(core);
    }

    @Test
    void takes_a_legal_form_for_the_type_only_when_nothing_tells_more() {
        assertThat(BusinessName.of("UD Toko Abadi").type()).isEqualTo(BusinessType.TOKO);
        assertThat(BusinessName.of("Toko UD Abadi").type()).isEqualTo(BusinessType.TOKO);
    }

    @Test
    void knows_the_kind_in_the_old_spelling() {
        assertThat(BusinessName.of("Dapoer Mak Siti").type()).isEqualTo(BusinessType.KATERING);
        assertThat(BusinessName.of("Waroeng Pojok").type()).isEqualTo(BusinessType.WARUNG);
    }

    @Test
    void leaves_out_the_word_and() {
        assertThat(BusinessName.of("Mawar dan Melati").core())
                .isEqualTo(BusinessName.of("Mawar & Melati").core());
    }

    @Test
    void leaves_a_number_in_a_name_as_it_is() {
        assertThat(BusinessName.of("Tape Manis 99").core()).isEqualTo("TAPE MANIS 99");
    }

    @Test
    void keeps_goods_apart_and_in_one_order() {
        assertThat(BusinessName.of("Mie Ayam Bakso Pak Kumis").goods()).isEqualTo("AYAM BAKSO MIE");
        assertThat(BusinessName.of("Warung Nasi Pak Dpardi").core()).isEqualTo("DPARDI");
        assertThat(BusinessName.of("tempe tempe mak novi").goods()).isEqualTo("TEMPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                " - ",
                "0",
                "0000000",
                "tidak ada",
                "TDK ADA NAMA",
                "Tidak Ada Nama",
                "tanpa nama",
                "belum ada",
                "Nama Usaha",
                "n/a",
                "NN",
                "XXX"
            })
    void is_missing_when_the_list_says_so(String typed) {
        assertThat(BusinessName.of(typed).isMissing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Toko", "Toko Kelontong", "Warung Makan", "Bengkel Motor"})
    void is_generic_when_only_kind_and_goods_are_named(String typed) {
        assertThat(BusinessName.of(typed).kind()).isEqualTo(Kind.GENERIC);
    }

    @Test
    void keeps_an_honorific_that_names_nobody() {
        assertThat(BusinessName.of("Olshop Baju Pak").person()).isEmpty();
    }

    @Test
    void reads_a_doubled_word_written_with_a_2() {
        assertThat(BusinessName.of("ONDE2 KETAWA").core()).isEqualTo("ONDE KETAWA");
    }

    @Test
    void leaves_out_a_place_at_the_end_when_asked() {
        assertThat(BusinessName.of("Lapak Amanah Krebetdono")
                        .without("KREBETDONO")
                        .core())
                .isEqualTo("AMANAH");
        assertThat(BusinessName.of("Toko Krebetdono").without("KREBETDONO").core())
                .isEqualTo("KREBETDONO");
        assertThat(BusinessName.of("Warung Bu Tini Krebetdono")
                        .without("KREBETDONO")
                        .person())
                .isEqualTo("TINI");
    }
}
