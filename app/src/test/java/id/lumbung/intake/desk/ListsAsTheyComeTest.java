package id.lumbung.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.intake.column.Field;
import id.lumbung.intake.column.MappedColumn;
import id.lumbung.intake.entry.Found;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists as offices, portals and forms hand them out: with titles, sums, signatures, groups and the marks of spreadsheets. */
@LumbungTest
class ListsAsTheyComeTest {
    @Autowired
    private ImportDesk desk;

    @Autowired
    private WrongRows wrongRows;

    @Autowired
    private TestActors actors;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Actor officer;

    @BeforeEach
    void an_officer_of_the_office() {
        officer = actors.dinasOfficer();
    }

    /** A list that was sent, and tried out when it is one. */
    private record Tried(UUID id, KeptList list) {
        List<Field> fields() {
            return list.mapping().columns().stream().map(MappedColumn::field).toList();
        }

        Found found() {
            assertThat(list.found()).as("refused: %s", list.refusal()).isNotNull();
            return list.found();
        }

        String refusal() {
            assertThat(list.refusal()).isNotNull();
            return list.refusal().key();
        }
    }

    private Tried tried(String name, byte[] content) {
        return CurrentActor.runAs(officer, () -> {
            try {
                UUID id = desk.receive(name, content.length, new ByteArrayInputStream(content), "35.07");
                KeptList list = desk.see(id).list();
                boolean named =
                        list.mapping().has(Field.OWNER_NAME) || list.mapping().has(Field.BUSINESS_NAME);
                return new Tried(id, list.state() == ListState.SHAPED && named ? desk.checked(id) : list);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        });
    }

    private Tried tried(String text) {
        return tried("daftar.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> toCorrect(Tried tried, boolean others) {
        return CurrentActor.runAs(officer, () -> {
            WrongRows.Wish wish = new WrongRows.Wish(tried.id(), true, false, others, "Mencoba");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                wrongRows.write(
                        wrongRows.begin(wish),
                        desk.readingOf(tried.id()),
                        wish,
                        new Texts(messages, Texts.INDONESIAN),
                        bytes);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
            return bytes.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
        });
    }

    private static long count(Found found, String rule) {
        return found.rules().stream()
                .filter(one -> one.code().equals(rule))
                .mapToLong(Found.ByRule::count)
                .sum();
    }

    @Test
    void of_a_list_of_the_province_the_own_rows_come_in_and_the_others_are_passed_over() {
        Tried tried = tried("""
                NO,KAB_KOTA,KECAMATAN,NAMA_PEMILIK,NAMA_USAHA,OMSET_2021
                1,[19] MADIUN,WUNGU,,,2147483647
                2,[07] MALANG,KEPANJEN,REZA,-,14000000
                3,[73] KOTA MALANG,LOWOKWARU,ASTUTI,ARAFAH,5000000
                4,[05] BLITAR,WLINGI,SUMINAH,-,1
                """);

        Found found = tried.found();
        assertThat(found.good()).isEqualTo(1);
        assertThat(found.wrong())
                .as("nothing of other regions is to be corrected here")
                .isZero();
        assertThat(found.aside().elsewhere()).isEqualTo(3);
        assertThat(found.aside().regencies()).containsOnlyKeys("Kabupaten Madiun", "Kota Malang", "Kabupaten Blitar");
        assertThat(found.rules()).extracting(Found.ByRule::code).containsExactly("elsewhere");
        assertThat(toCorrect(tried, false)).isEmpty();
        assertThat(toCorrect(tried, true)).as("to hand them on").hasSize(3);

        KeptList entered = CurrentActor.runAs(officer, () -> desk.brought(tried.id(), false));
        assertThat(entered.state())
                .as("all or nothing means all of this region")
                .isEqualTo(ListState.ENTERED);
        assertThat(entered.journey().entered()).isEqualTo(1);
    }

    @Test
    void a_kecamatan_of_the_city_in_a_row_that_says_regency_is_to_be_looked_at() {
        Tried tried = tried("""
                Kab/Kota;Kecamatan;Nama Pemilik
                Kabupaten Malang;Lowokwaru;Astuti
                Kabupaten Malang;Kepanjen;Reza
                """);

        assertThat(tried.found().wrong()).isEqualTo(1);
        assertThat(count(tried.found(), "other-regency")).isEqualTo(1);
        assertThat(tried.found().aside().regencies()).containsOnlyKeys("Kota Malang");
    }

    @Test
    void without_a_place_coordinates_say_that_a_list_is_of_elsewhere() {
        Tried tried = tried("""
                nama,kategori,alamat,lat,lon
                KIOS HABIL,Perdagangan,Jl. Terong,-0.9540322440029886,131.303114622371
                Warung Ayu,Kuliner,Jl. Terong,-0.9540322440029886,131.303114622371
                Toko Kita,Perdagangan,Jl. Raya,-8.130412,112.572193
                """);

        assertThat(tried.fields())
                .containsExactly(Field.BUSINESS_NAME, Field.SECTOR, Field.ADDRESS, Field.LATITUDE, Field.LONGITUDE);
        assertThat(tried.found().good()).isEqualTo(1);
        assertThat(count(tried.found(), "elsewhere-coordinates")).isEqualTo(2);
    }

    @Test
    void sums_signatures_and_numbers_without_a_row_are_no_rows_and_their_lines_are_told() {
        Tried tried = tried("daftar.csv", """
                DATA UMKM BINAAN

                No.;Nama Pemilik;Nama Usaha;Kec.;Desa/Kel;Omset/Bln (Rp)
                1;Sutini;"Warung ""Bu Tini"" – café";Kepanjen;Talangagung;Rp1.500.000,-
                2;Slamet;-;Turen;Talok;2 juta
                3;;;;;
                ;;TOTAL;;;3.500.000
                ;Jumlah Kec. Kepanjen;;;;1

                ;;;Malang, 12 Januari 2023;;
                Kepala Dinas;;;;;
                ;Mengetahui,;;;;
                Drs. SUBAGYO, MM;;;;;
                """.replace("\n", "\r\n").getBytes(Charset.forName("windows-1252")));

        assertThat(tried.found().rows()).isEqualTo(2);
        assertThat(tried.found().wrong()).isZero();
        assertThat(tried.found().aside().lines()).containsExactly(6L, 7L, 8L, 10L, 11L, 12L, 13L);
        assertThat(tried.fields().getLast()).isEqualTo(Field.MONTHLY_SALES);
    }

    @Test
    void a_business_called_total_and_a_row_without_its_number_stay_rows() {
        Tried tried = tried("""
                No;Nama Pemilik;Nama Usaha;Kecamatan;Desa;HP
                1;Sri;Total Laundry;Kepanjen;Talangagung;081234567890
                ;Tini;Warung Tini;Kepanjen;Talangagung;
                3;Ponirah;;;;
                """);

        assertThat(tried.found().rows()).isEqualTo(3);
        assertThat(tried.found().leftOut()).isZero();
    }

    @Test
    void the_place_above_rows_holds_for_them_and_stays_with_those_that_come_back() {
        Tried tried = tried("""
                NO;NAMA PEMILIK;NAMA USAHA;DESA;OMSET
                KECAMATAN KEPANJEN;;;;
                1;Sutini;Warung Tini;Talangagung;1
                2;Slamet;Kios Slamet;Cepokomulyo;-5
                KEC. TUREN;;;;
                1;Ponirah;Keripik;Talok;1
                """);

        assertThat(tried.found().places()).containsOnlyKeys("35.07.13", "35.07.09");
        assertThat(count(tried.found(), "place-missing")).isZero();
        List<String> back = toCorrect(tried, false);
        assertThat(back).hasSize(2);
        assertThat(back.getFirst()).isEqualTo("Kecamatan Kepanjen");
    }

    @Test
    void the_title_and_the_name_of_the_sheet_say_the_kecamatan_when_no_column_does() {
        Tried titled = tried("""
                DAFTAR PELAKU USAHA KECAMATAN SINGOSARI TAHUN 2021;;
                No;Nama Pemilik;Desa
                1;Sutini;Candirenggo
                """);
        byte[] workbook = new SmallWorkbook()
                .sheet("rahasia", true, List.of(List.of("Nama Pemilik", "Desa"), List.of("Lama", "Talok")))
                .sheet("Turen", false, List.of(List.of("Nama Pemilik", "Desa"), List.of("Ponirah", "Talok")))
                .bytes();
        Tried named = tried("buku.xlsx", workbook);

        assertThat(titled.found().places()).containsOnlyKeys("35.07.24");
        assertThat(named.list().sheet().name())
                .as("a hidden sheet is not the list")
                .isEqualTo("Turen");
        assertThat(named.found().places()).containsOnlyKeys("35.07.09");
    }

    @Test
    void two_rows_of_headings_are_read_as_groups() {
        Tried tried = tried("""
                NO;IDENTITAS PEMILIK;;;USAHA;;ALAMAT;;TENAGA KERJA;;OMSET;;LEGALITAS
                ;NAMA;NIK;L/P;NAMA;JENIS;DESA;RT/RW;L;P;2020;2021;NIB
                1;Sutini;3507135408800001;P;Warung Tini;Kuliner;Talangagung;03/02;0;2;12000000;13500000;✓
                """);

        assertThat(tried.fields())
                .containsExactly(
                        Field.ROW_NUMBER,
                        Field.OWNER_NAME,
                        Field.NIK,
                        Field.SEX,
                        Field.BUSINESS_NAME,
                        Field.ACTIVITY,
                        Field.VILLAGE,
                        Field.RT_RW,
                        Field.WORKERS_MALE,
                        Field.WORKERS_FEMALE,
                        Field.ANNUAL_SALES,
                        Field.ANNUAL_SALES,
                        Field.NIB);
        assertThat(count(tried.found(), "nib-unreadable"))
                .as("a tick is no number")
                .isZero();
    }

    @Test
    void a_form_asks_questions_and_its_answers_are_found() {
        Tried tried = tried("""
                Timestamp;Nama Lengkap Pemilik Usaha (sesuai KTP);Nomor WhatsApp Aktif;Nama Usaha / Merek Dagang;Kecamatan (pilih satu);Apa jenis usaha Anda?;Berapa omzet rata-rata per bulan?;Berapa jumlah tenaga kerja?;Apakah sudah memiliki NIB?;Jika sudah tuliskan NIB;Tahun berapa usaha dimulai?;Tempat, Tanggal Lahir
                2023/01/01 9:10;Siti;081234567890;Warung Siti;Kepanjen;Kuliner;Rp 1.000.000 - Rp 5.000.000;dua orang;Belum;-;sejak 2010;Malang, 17 Agustus 1975
                """);

        assertThat(tried.fields())
                .containsExactly(
                        Field.KEPT,
                        Field.OWNER_NAME,
                        Field.PHONE,
                        Field.BUSINESS_NAME,
                        Field.KECAMATAN,
                        Field.ACTIVITY,
                        Field.MONTHLY_SALES,
                        Field.WORKERS,
                        Field.KEPT,
                        Field.NIB,
                        Field.START_YEAR,
                        Field.BIRTH_DATE);
        assertThat(tried.found().rules())
                .as("a range is no amount; all else can be read")
                .extracting(Found.ByRule::code)
                .containsExactly("amount-unreadable");
    }

    @Test
    void a_kecamatan_in_its_own_column_is_no_place_above_rows() {
        Tried tried = tried("""
                Kecamatan;Nama Pemilik;Desa;HP
                Kepanjen;Sutini;;
                Turen;Ponirah;;
                """);

        assertThat(tried.found().rows()).isEqualTo(2);
    }

    @Test
    void amounts_are_in_what_the_heading_says_unless_the_cell_says_it() {
        Tried tried = tried("""
                Nama Usaha;Nilai Investasi (Rp.000);Omzet 2021 (juta rupiah);Aset (contoh: 5 juta)
                Kios;5.000;2,5;4000000
                Toko;15 juta;12000000;1
                """);
        CurrentActor.runAs(officer, () -> desk.brought(tried.id(), true));

        assertThat(measured(tried.id()))
                .containsExactly(
                        "CAPITAL::5000000 ANNUAL_SALES:2021:2500000 NET_ASSETS::4000000",
                        "CAPITAL::15000000 NET_ASSETS::1");
        assertThat(count(tried.found(), "amount-unreadable"))
                .as("twelve million millions")
                .isEqualTo(1);
    }

    private List<String> measured(UUID list) {
        return Sight.system(
                "test",
                () -> transaction.execute(status -> database.sql(
                                "select measured from intake.list_record where list = :list order by line")
                        .param("list", list)
                        .query(String.class)
                        .list()));
    }

    @Test
    void a_column_headed_nama_is_of_whom_the_rest_says() {
        assertThat(tried("Nama;NIK;Kecamatan\nSutini;3507135408800001;Kepanjen\n")
                        .fields()
                        .getFirst())
                .isEqualTo(Field.OWNER_NAME);
        assertThat(tried("Nama;Nama Usaha\nSutini;Warung Tini\n").fields())
                .containsExactly(Field.OWNER_NAME, Field.BUSINESS_NAME);
        assertThat(tried("Nama;Nama Pemilik\nWarung Tini;Sutini\n").fields())
                .containsExactly(Field.BUSINESS_NAME, Field.OWNER_NAME);
        assertThat(tried("No;Nama;Nama;Desa\n1;Sutini;Warung Tini;Talok\n").fields())
                .containsExactly(Field.ROW_NUMBER, Field.OWNER_NAME, Field.BUSINESS_NAME, Field.VILLAGE);
        assertThat(tried("Nama;Alamat\nToko Jaya;Jl. A\nWarung Ayu;Jl. B\n").fields())
                .containsExactly(Field.BUSINESS_NAME, Field.ADDRESS);
    }

    @Test
    void headings_over_the_wrong_columns_do_not_win_over_the_cells() {
        assertThat(tried("""
                Nama Usaha;NIK;No HP;Lat;Long
                Warung A;081234560000;3507135408800001;112.5721;-8.1304
                Warung B;081234560001;3507135408800002;112.5722;-8.1305
                Warung C;081234560002;3507135408800003;112.5723;-8.1306
                """).fields())
                .containsExactly(Field.BUSINESS_NAME, Field.PHONE, Field.NIK, Field.LONGITUDE, Field.LATITUDE);
    }

    @Test
    void without_headings_the_first_row_stays_a_row() {
        Tried tried = tried("""
                1,SITI AMINAH,Warung 0,3507135408800001,081234560000
                2,PONIRAH,Warung 1,3507135408800002,081234560001
                3,SUTINI,Warung 2,3507135408800003,081234560002
                """);

        assertThat(tried.list().sheet().headingLine()).isZero();
        assertThat(tried.fields().subList(3, 5)).containsExactly(Field.NIK, Field.PHONE);
    }

    @Test
    void rows_in_quotation_marks_as_a_whole_are_taken_apart() {
        Tried tried = tried("""
                No,Nama Pemilik,Nama Usaha,Kecamatan
                "1,Sutini,""Warung Tini, Kepanjen"",Kepanjen"
                "2,Slamet,Kios Slamet,Turen"
                "3,Ponirah,Keripik,Dampit"
                """);

        assertThat(tried.found().good()).isEqualTo(3);
        assertThat(tried.found().places()).containsOnlyKeys("35.07.13", "35.07.09", "35.07.05");
    }

    @Test
    void a_portals_web_page_under_the_name_of_a_spreadsheet_is_read_with_all_digits() {
        Tried tried = tried("unduhan.xls", """
                <html><head><meta charset="utf-8"></head><body><h3>Data UMKM &amp; IKM</h3><table border="1">
                <tr><th>Kecamatan</th><th>Nama Usaha</th><th>NIK</th></tr>
                <tr><td rowspan="2">Kepanjen</td><td>Warung &quot;Tini&quot;</td><td>3507135408800011</td></tr>
                <tr><td>Kios Slamet</td><td>3507135408800021</td></tr>
                </table></body></html>
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(tried.found().good()).isEqualTo(2);
        assertThat(tried.found().filled()).containsEntry("NIK", 2L);
        assertThat(tried.found().places()).containsEntry("35.07.13", 2L);
    }

    @Test
    void what_cannot_be_read_is_told_by_what_it_is() {
        byte[] locked = new byte[4096];
        byte[] head = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
        System.arraycopy(head, 0, locked, 0, 4);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, locked, 1024, name.length);

        assertThat(tried("a.xlsx", locked).refusal()).isEqualTo("intake.unreadable.password");
        assertThat(tried("a.xls", java.util.Arrays.copyOf(head, 4096)).refusal())
                .isEqualTo("intake.unreadable.old-excel");
        assertThat(tried("a.xls", """
                <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
                <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>
                """.getBytes(StandardCharsets.UTF_8)).refusal())
                .isEqualTo("intake.unreadable.xml-excel");
        assertThat(tried(
                                "a.xls",
                                "<!DOCTYPE html><html><body>Silakan masuk</body></html>"
                                        .getBytes(StandardCharsets.UTF_8))
                        .refusal())
                .isEqualTo("intake.unreadable.web-page");
    }

    @Test
    void layouts_that_many_offices_get_are_known_in_a_new_office() {
        String sidt = String.join(
                ",",
                "updated_at",
                "id_data_badan_usaha",
                "NIK_PENGUSAHA",
                "nama_pengusaha",
                "jenis_kelamin",
                "tanggal_lahir",
                "pendidikan_formal",
                "kontak_hp",
                "kec_pengusaha",
                "kel_pengusaha",
                "alamat_pengusaha",
                "nib",
                "nama_usaha",
                "kegiatan_utama",
                "produk_utama",
                "kategori_kbli",
                "kode_kbli",
                "status_badan_usaha",
                "skala_usaha",
                "modal_pendirian",
                "tahun_mulai_operasi",
                "omzet_tahunan",
                "asset",
                "kab_usaha",
                "kec_usaha",
                "kel_usaha",
                "tk_dibayar_laki",
                "tk_not_dibayar_disabil_perempua",
                "catatan_kami");
        Tried first = tried(sidt + "\n2023-05-01,1,3507135408800001,Sutini" + ",x".repeat(25) + "\n");
        Tried nib = tried(
                "Nib;Day of Tanggal Terbit Oss;Nama Perusahaan;Uraian Jenis Perusahaan;Uraian Skala Usaha;Kecamatan Usaha;Kbli;Judul Kbli;Nama User;Nomor Identitas User\n"
                        + "1310220202906;1 Februari 2024;SUTINI;Perorangan;Usaha Mikro;Kepanjen;56102;Warung;SUTINI;3507135408800001\n");

        assertThat(first.fields())
                .startsWith(Field.DATA_DATE, Field.ROW_NUMBER, Field.NIK, Field.OWNER_NAME)
                .endsWith(Field.WORKERS_PAID_MALE, Field.WORKERS_UNPAID_DISABLED_FEMALE, Field.KEPT);
        assertThat(first.fields().get(24)).isEqualTo(Field.KECAMATAN);
        assertThat(first.fields().get(8)).as("of the owner's home").isEqualTo(Field.KEPT);
        assertThat(nib.fields().subList(8, 10)).containsExactly(Field.OWNER_NAME, Field.NIK);
    }
}
