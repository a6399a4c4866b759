package id.lumbung.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.intake.read.Content;
import id.lumbung.intake.read.Format;
import id.lumbung.intake.read.Row;
import id.lumbung.intake.read.Rows;
import id.lumbung.intake.read.Table;
import id.lumbung.platform.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What offices send: texts of every kind, workbooks of every kind, and things that are neither. */
class FilesOfListsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static List<List<String>> rows(byte[] file) {
        List<List<String>> rows = new ArrayList<>();
        Row row = new Row();
        try (Table table = Table.open(Content.of(file));
                Rows all = table.rows(0)) {
            while (all.next(row)) {
                rows.add(row.copy());
            }
        }
        return rows;
    }

    private static List<List<String>> rows(String text, Charset charset) {
        return rows(text.getBytes(charset));
    }

    private static Format format(byte[] file) {
        try (Table table = Table.open(Content.of(file))) {
            return table.format();
        }
    }

    @Test
    void reads_commas_semicolons_tabs_and_bars() {
        for (String separator : List.of(",", ";", "\t", "|")) {
            String text = String.join(separator, "nama", "alamat", "omset") + "\n"
                    + String.join(separator, "Bu Tini", "Jl. Raya", "1") + "\n";

            assertThat(rows(text, StandardCharsets.UTF_8))
                    .containsExactly(List.of("nama", "alamat", "omset"), List.of("Bu Tini", "Jl. Raya", "1"));
        }
    }

    @Test
    void a_decimal_comma_does_not_win_over_the_semicolon() {
        String text = "nama;lat;lon\nA;-8,13;112,57\nB;-8,14;112,58\n";

        assertThat(rows(text, StandardCharsets.UTF_8)).contains(List.of("A", "-8,13", "112,57"));
    }

    @Test
    void reads_every_charset_that_spreadsheets_write() {
        String text = "nama;toko\nAndré;Café „Sari”\n";

        assertThat(rows(text, StandardCharsets.UTF_8)).contains(List.of("André", "Café „Sari”"));
        assertThat(rows("\ufeff" + text, StandardCharsets.UTF_8)).contains(List.of("nama", "toko"));
        assertThat(rows("\ufeff" + text, StandardCharsets.UTF_16LE)).contains(List.of("André", "Café „Sari”"));
        assertThat(rows("\ufeff" + text, StandardCharsets.UTF_16BE)).contains(List.of("nama", "toko"));
        assertThat(rows(text, StandardCharsets.UTF_16LE)).contains(List.of("nama", "toko"));
        assertThat(rows(text, WINDOWS)).contains(List.of("André", "Café „Sari”"));
        assertThat(format(text.getBytes(WINDOWS))).isEqualTo(new Format.Text("windows-1252", ';'));
    }

    @Test
    void ends_of_lines_may_be_mixed_and_lines_are_counted() {
        Row row = new Row();
        List<Long> lines = new ArrayList<>();
        try (Table table = Table.open(Content.of("a,b\r\nc,d\n\n\"e\nf\",g\rh,i".getBytes(StandardCharsets.UTF_8)));
                Rows rows = table.rows(0)) {
            while (rows.next(row)) {
                lines.add(row.line());
            }
        }

        assertThat(lines).containsExactly(1L, 2L, 4L, 6L);
    }

    @Test
    void what_nobody_types_is_taken_out_of_cells() {
        String text = "nama,\u0000kota\nBu\u00a0Tini\u200b,Ma\u202elang\u0007\n";

        assertThat(rows(text, StandardCharsets.UTF_8))
                .containsExactly(List.of("nama", "kota"), List.of("Bu Tini", "Malang"));
    }

    @Test
    void a_quotation_mark_that_is_never_closed_is_told_by_its_line() {
        String text = "a,b\n1,\"" + "x".repeat(1_200_000) + "\n";

        assertThatThrownBy(() -> rows(text, StandardCharsets.UTF_8)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.messageKey()).isEqualTo("intake.unreadable.quote");
            assertThat(refused.arguments()).hasSize(1);
        });
    }

    @Test
    void ten_thousand_columns_are_no_list() {
        refuses("x,".repeat(10_000).getBytes(StandardCharsets.UTF_8), "intake.unreadable.columns");
        StringBuilder cells = new StringBuilder("<row r=\"1\">");
        for (int i = 0; i < 10_000; i++) {
            cells.append("<c><v>1</v></c>");
        }
        refuses(new Workbooks().sheet("A", cells.append("</row>").toString()).bytes(), "intake.unreadable.columns");
        refuses(
                new Workbooks()
                        .sheet("A", "<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>")
                        .bytes(),
                "intake.unreadable.columns");
    }

    @Test
    void other_files_are_refused_with_what_to_do() {
        refuses(new byte[0], "intake.unreadable.empty");
        refuses(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0}, "intake.unreadable.old-excel");
        refuses("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "intake.unreadable.kind");
        refuses("<html><table><tr><td>a".getBytes(StandardCharsets.UTF_8), "intake.unreadable.web-page");
        refuses(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "intake.unreadable.open-document");
        refuses(zip("surat.txt", "halo"), "intake.unreadable.kind");
        refuses("PK\u0003\u0004 broken".getBytes(StandardCharsets.ISO_8859_1), "intake.unreadable.broken");
    }

    @Test
    void a_workbook_cut_off_or_garbled_is_refused() {
        byte[] whole = new Workbooks().sheet("A", Workbooks.row(1, "a", "b")).bytes();
        for (int length : new int[] {30, whole.length / 2, whole.length - 10}) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> rows(cut)).isInstanceOf(Refused.class);
        }
        refuses(
                new Workbooks()
                        .sheet("A", "<row r=\"1\"><c r=\"A1\"><v>1</row>")
                        .bytes(),
                "intake.unreadable.sheet");
    }

    @Test
    void a_bomb_is_refused_while_it_unfolds() {
        String zeros =
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "0".repeat(40 << 20) + "</t></is></c></row>";

        refuses(new Workbooks().sheet("A", zeros).bytes(), "intake.unreadable.bomb");
    }

    @Test
    void entities_are_neither_unfolded_nor_fetched() {
        byte[] workbook = new Workbooks()
                .sheet("A", Workbooks.row(1, "a"))
                .part(
                        "xl/sharedStrings.xml",
                        "<!DOCTYPE sst [<!ENTITY a \"0123456789\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                                + "<sst><si><t>&a;&b;</t></si></sst>")
                .bytes();

        try {
            assertThat(rows(workbook).toString()).doesNotContain("root:").doesNotContain("0123456789");
        } catch (Refused refused) {
            assertThat(refused.messageKey()).isEqualTo("intake.unreadable.broken");
        }
    }

    @Test
    void numbers_dates_formulas_and_errors_of_a_workbook_become_what_a_person_sees() {
        String styles = """
                <styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-421]dd mmmm yyyy"/>
                <numFmt numFmtId="165" formatCode="&quot;day &quot;0"/></numFmts>
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
                """;
        byte[] workbook = new Workbooks()
                .part("xl/styles.xml", styles)
                .part(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>Bu Tini</t></si><si><r><t>Wa</t></r><r><t>rung</t></r><rPh><t>x</t></rPh></si></sst>")
                .sheet("A", """
                        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" s="1"><v>27623</v></c>\
                        <c r="E1" s="2"><v>45000.5</v></c><c r="F1" s="3"><v>5</v></c></row>\
                        <row r="3"><c><v>3.507131708750001E15</v></c><c t="b"><v>1</v></c><c t="str"><f>A1&amp;B1</f><v>AB</v></c>\
                        <c t="e"><v>#N/A</v></c><c><v>1.5E-2</v></c><c t="s"><v>99</v></c></row>
                        """)
                .bytes();

        assertThat(rows(workbook))
                .containsExactly(
                        List.of("Bu Tini", "Warung", "", "1975-08-17", "2023-03-15", "5"),
                        List.of("3507131708750001", "TRUE", "AB", "#N/A", "0.015", ""));
    }

    @Test
    void a_cell_merged_over_rows_holds_for_all_of_them() {
        byte[] workbook = new Workbooks()
                .sheet(
                        "A",
                        Workbooks.row(1, "Kecamatan", "Nama Usaha")
                                + Workbooks.row(2, "Kepanjen", "Kios A")
                                + Workbooks.row(3, "", "Kios B")
                                + Workbooks.row(4, "", "Kios C"),
                        "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>")
                .bytes();

        assertThat(rows(workbook))
                .containsExactly(
                        List.of("Kecamatan", "Nama Usaha"),
                        List.of("Kepanjen", "Kios A"),
                        List.of("Kepanjen", "Kios B"),
                        List.of("", "Kios C"));
    }

    @Test
    void many_shared_texts_are_all_found_again() {
        StringBuilder shared = new StringBuilder("<sst>");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            String text = "é".repeat(i % 700) + i;
            shared.append("<si><t>").append(text).append("</t></si>");
            rows.append("<row><c t=\"s\"><v>").append(i).append("</v></c></row>");
        }
        byte[] workbook = new Workbooks()
                .part("xl/sharedStrings.xml", shared.append("</sst>").toString())
                .sheet("A", rows.toString())
                .bytes();

        List<List<String>> read = rows(workbook);

        assertThat(read).hasSize(3_000);
        for (int i = 0; i < 3_000; i++) {
            assertThat(read.get(i)).containsExactly("é".repeat(i % 700) + i);
        }
    }

    private static void refuses(byte[] file, String messageKey) {
        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(messageKey));
    }

    private static byte[] zip(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
        return bytes.toByteArray();
    }
}
