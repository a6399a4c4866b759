package id.lumbung.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.intake.column.Field;
import id.lumbung.intake.column.MappedColumn;
import id.lumbung.intake.column.Suggestions;
import id.lumbung.intake.read.Content;
import id.lumbung.intake.read.Rows;
import id.lumbung.intake.read.Table;
import id.lumbung.intake.shape.Shape;
import id.lumbung.intake.shape.Shapes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a table begins, what its columns mean, and what is no list at all. */
class ShapesOfListsTest {
    private static Shape shape(String text) {
        try (Table table = Table.open(Content.of(text.getBytes(StandardCharsets.UTF_8)));
                Rows rows = table.rows(0)) {
            return Shapes.of(rows);
        }
    }

    private static List<MappedColumn> columns(String text) {
        Shape.Listed list = (Shape.Listed) shape(text);
        return Suggestions.of(list.headings(), list.sample()).stream()
                .map(Suggestions.Suggestion::column)
                .toList();
    }

    private static List<Field> fields(String headings) {
        return columns(headings + "\n" + ";x".repeat(headings.split(";", -1).length - 1) + "\n").stream()
                .map(MappedColumn::field)
                .toList();
    }

    @Test
    void titles_and_empty_rows_stand_above_the_headings() {
        Shape shape = shape("""
                PEMERINTAH KABUPATEN MALANG;;
                DATA UMKM TAHUN 2021;;

                NO;NAMA PEMILIK;NAMA USAHA
                (1);(2);(3)
                1;Tini;Warung Tini
                """);

        assertThat(shape).isInstanceOfSatisfying(Shape.Listed.class, list -> {
            assertThat(list.headingLine()).isEqualTo(4);
            assertThat(list.headings()).containsExactly("NO", "NAMA PEMILIK", "NAMA USAHA");
        });
    }

    @Test
    void groups_over_years_become_what_was_measured_in_which_year() {
        assertThat(columns("""
                No;Nama Usaha;Omset;;;Tenaga Kerja;
                ;;2019;2020;2021;2020;2021
                1;Warung Tini;1;2;3;1;2
                """))
                .containsExactly(
                        new MappedColumn("No", Field.ROW_NUMBER),
                        new MappedColumn("Nama Usaha", Field.BUSINESS_NAME),
                        new MappedColumn("Omset 2019", Field.ANNUAL_SALES, 2019),
                        new MappedColumn("Omset 2020", Field.ANNUAL_SALES, 2020),
                        new MappedColumn("Omset 2021", Field.ANNUAL_SALES, 2021),
                        new MappedColumn("Tenaga Kerja 2020", Field.WORKERS, 2020),
                        new MappedColumn("Tenaga Kerja 2021", Field.WORKERS, 2021));
    }

    @Test
    void headings_of_the_national_census_of_small_businesses_are_known() {
        List<Field> fields = fields(String.join(
                ";",
                "id_data_badan_usaha",
                "nik_pengusaha",
                "nama_pengusaha",
                "jenis_kelamin",
                "is_disabilitas",
                "tanggal_lahir",
                "pendidikan_formal",
                "kontak_hp",
                "prov_pengusaha",
                "kab_pengusaha",
                "kec_pengusaha",
                "kel_pengusaha",
                "alamat_pengusaha",
                "rt_pengusaha",
                "rw_pengusaha",
                "nib",
                "nama_usaha",
                "kegiatan_utama",
                "produk_utama",
                "kategori_kbli",
                "kode_kbli",
                "status_badan_usaha",
                "skala_usaha",
                "modal_pendirian",
                "bulan_mulai_operasi",
                "tahun_mulai_operasi",
                "omzet_tahunan",
                "asset",
                "prov_usaha",
                "kab_usaha",
                "kec_usaha",
                "kel_usaha",
                "alamat_usaha",
                "rt_usaha",
                "rw_usaha",
                "foto_usaha",
                "alamat_latitude",
                "alamat_longitude",
                "tk_dibayar_laki",
                "tk_dibayar_perempuan",
                "tk_dibayar_disabil_laki",
                "tk_dibayar_disabil_perempuan",
                "tk_not_dibayar_laki",
                "tk_not_dibayar_perempuan",
                "tk_not_dibayar_disabil_laki",
                "tk_not_dibayar_disabil_perempua",
                "updated_at"));

        assertThat(fields).hasSize(47);
        assertThat(fields)
                .contains(
                        Field.NIK,
                        Field.OWNER_NAME,
                        Field.PHONE,
                        Field.HOME_ADDRESS,
                        Field.KECAMATAN,
                        Field.VILLAGE,
                        Field.ANNUAL_SALES,
                        Field.NET_ASSETS,
                        Field.CAPITAL,
                        Field.WORKERS_UNPAID_DISABLED_FEMALE,
                        Field.DATA_DATE);
        assertThat(fields.stream().filter(field -> field == Field.KEPT))
                .as("of the owner's home, disability, month, picture")
                .hasSize(9);
        assertThat(fields.get(30))
                .as("the place of the business, not the owner's home")
                .isEqualTo(Field.KECAMATAN);
    }

    @Test
    void headings_of_the_licensing_offices_export_are_known() {
        assertThat(
                        fields(
                                "Nib;Day of Tanggal Terbit Oss;Nama Perusahaan;Uraian Jenis Perusahaan;Uraian Skala Usaha;Alamat Usaha;Kelurahan Usaha;Kecamatan Usaha;Kab Kota Usaha;Kbli;Judul Kbli;Jumlah Investasi;Tki;Nomor Telp;Email"))
                .containsExactly(
                        Field.NIB,
                        Field.DATA_DATE,
                        Field.BUSINESS_NAME,
                        Field.LEGAL_FORM,
                        Field.SIZE_CLASS,
                        Field.ADDRESS,
                        Field.VILLAGE,
                        Field.KECAMATAN,
                        Field.REGENCY,
                        Field.KBLI,
                        Field.SECTOR,
                        Field.CAPITAL,
                        Field.WORKERS,
                        Field.PHONE,
                        Field.EMAIL);
    }

    @Test
    void a_column_without_a_known_heading_is_known_by_its_cells() {
        assertThat(columns("""
                Nama Usaha;Identitas;Bisa dihubungi;X;Y
                A;3507131708750001;081234567890;-8.13;112.57
                B;3507131708750002;081234567891;-8.14;112.58
                C;3507131708750003;6281234567892;-8.15;112.59
                D;;;;
                """).stream().map(MappedColumn::field))
                .containsExactly(Field.BUSINESS_NAME, Field.NIK, Field.PHONE, Field.LATITUDE, Field.LONGITUDE);
    }

    @Test
    void sums_are_no_list_whatever_their_title() {
        assertThat(shape("""
                REKAPITULASI UMKM;;;
                No;Sektor;Jumlah;Persen
                1;Kuliner;120;50
                """)).isEqualTo(new Shape.Recap(Shape.Sign.TITLE));
        assertThat(shape("""
                Sektor;Kepanjen;Turen;Dampit;Lawang;Pakis
                Kuliner;1;2;3;4;5
                Kriya;6;7;8;9;0
                """)).isEqualTo(new Shape.Recap(Shape.Sign.NUMBERS_BY_PLACE));
        assertThat(shape("\n\n")).isEqualTo(new Shape.Nothing());
        assertThat(shape("Nama Usaha;NIK\n")).isEqualTo(new Shape.Nothing());
    }

    @Test
    void a_list_that_speaks_of_sums_in_its_title_stays_a_list() {
        assertThat(shape("""
                REKAP DATA PELAKU USAHA;;
                No;Nama Usaha;Alamat
                1;Warung Tini;Jl. Raya
                """)).isInstanceOf(Shape.Listed.class);
    }
}
