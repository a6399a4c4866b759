package id.lumbung.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A made-up list of so many businesses in thirty columns, the same for the same seed: as text, and as a workbook that shares
 * its texts, as spreadsheets write it. Every so many rows one is wrong.
 */
final class ListFile {
    static final int COLUMNS = 30;
    static final List<String> HEADINGS = List.of(
            "No",
            "Nama Pemilik",
            "NIK",
            "No HP",
            "Jenis Kelamin",
            "Tanggal Lahir",
            "Pendidikan",
            "Nama Usaha",
            "Kegiatan Usaha",
            "Produk",
            "KBLI",
            "Sektor",
            "Bentuk Usaha",
            "Skala Usaha",
            "Tahun Mulai Usaha",
            "Alamat Usaha",
            "RT",
            "RW",
            "Desa",
            "Kecamatan",
            "Kabupaten",
            "Lintang",
            "Bujur",
            "Tenaga Kerja 2020",
            "Tenaga Kerja 2021",
            "Omset 2019",
            "Omset 2020",
            "Omset 2021",
            "Aset",
            "Keterangan");
    private static final String[] NAMES = {
        "Sri",
        "Wahyu",
        "Sutini",
        "Joko",
        "Rahayu",
        "Slamet",
        "Siti",
        "Agus",
        "Endang",
        "Budi",
        "Wagiyem",
        "Hartono",
        "Lestari",
        "Purnomo",
        "Ningsih",
        "Santoso",
        "Astuti",
        "Widodo",
        "Kusuma",
        "Handayani"
    };
    private static final String[] KINDS = {"Warung", "Toko", "Kios", "Depot", "UD", "Jenang", "Keripik", "Bengkel"};
    private static final String[] ACTIVITIES = {
        "jual bakso keliling", "membuat keripik tempe", "toko kelontong", "jahit pakaian", "servis motor", "jual pulsa"
    };
    private static final String[] CODES = {"56104", "10794", "47112", "14120", "45407", "47411"};

    private final int rows;
    private final int wrongEvery;
    private final List<String[]> places;

    /** @param places villages with their kecamatan */
    ListFile(int rows, int wrongEvery, List<String[]> places) {
        this.rows = rows;
        this.wrongEvery = wrongEvery;
        this.places = List.copyOf(places);
    }

    private String[] row(int number) {
        SplittableRandom random = new SplittableRandom(number * 7919L + 17);
        String[] place = places.get(random.nextInt(places.size()));
        String name = NAMES[random.nextInt(NAMES.length)] + " " + NAMES[random.nextInt(NAMES.length)] + " "
                + (char) ('A' + random.nextInt(26)) + number % 977;
        int kind = random.nextInt(ACTIVITIES.length);
        int day = 1 + random.nextInt(28);
        int month = 1 + random.nextInt(12);
        int year = 1950 + random.nextInt(50);
        String nik = "3507%02d%02d%02d%02d%04d"
                .formatted(1 + random.nextInt(33), day, month, year % 100, 1 + random.nextInt(8999));
        boolean wrong = wrongEvery > 0 && number % wrongEvery == 0;
        return new String[] {
            Integer.toString(number),
            name,
            nik,
            "08" + (1_000_000_000L + random.nextLong(8_999_999_999L)),
            random.nextBoolean() ? "L" : "P",
            "%02d-%02d-%d".formatted(day, month, year),
            "SMA",
            KINDS[random.nextInt(KINDS.length)] + " " + name,
            ACTIVITIES[kind],
            "produk " + random.nextInt(50),
            CODES[kind],
            "Kuliner",
            "Perorangan",
            "Mikro",
            Integer.toString(1995 + random.nextInt(30)),
            "Jl. Raya " + random.nextInt(3000) + " Dusun " + random.nextInt(40),
            "%03d".formatted(1 + random.nextInt(20)),
            "%03d".formatted(1 + random.nextInt(12)),
            place[0],
            wrong ? "Lowokwaru" : place[1],
            "Kabupaten Malang",
            "-8.%06d".formatted(100_000 + random.nextInt(300_000)),
            "112.%06d".formatted(300_000 + random.nextInt(600_000)),
            Integer.toString(random.nextInt(5)),
            Integer.toString(random.nextInt(5)),
            Long.toString(1_000L * random.nextInt(300_000)),
            Long.toString(1_000L * random.nextInt(300_000)),
            Long.toString(1_000L * random.nextInt(300_000)),
            Long.toString(1_000L * random.nextInt(50_000)),
            random.nextInt(4) == 0 ? "kunjungan " + random.nextInt(100) : ""
        };
    }

    void csv(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write((String.join(";", HEADINGS) + "\r\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 1; i <= rows; i++) {
                out.write((String.join(";", row(i)) + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** NIK and telephone are texts, amounts and counts are numbers, every text stands once for each of its cells. */
    void xlsx(Path file) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            part(zip, "[Content_Types].xml", "<Types/>");
            part(zip, "xl/workbook.xml", """
                    <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
                    <sheet name="Sensus" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            part(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>""");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            int shared = 0;
            StringBuilder text = new StringBuilder();
            for (int i = 0; i <= rows; i++) {
                text.setLength(0);
                text.append("<row r=\"").append(i + 1).append("\">");
                List<String> cells = cells(i);
                for (int column = 0; column < COLUMNS; column++) {
                    String cell = cells.get(column);
                    if (!cell.isEmpty()) {
                        text.append("<c r=\"")
                                .append(letters(column))
                                .append(i + 1)
                                .append('"');
                        if (i > 0 && isNumber(column)) {
                            text.append("><v>").append(cell).append("</v></c>");
                        } else {
                            text.append(" t=\"s\"><v>").append(shared++).append("</v></c>");
                        }
                    }
                }
                zip.write(text.append("</row>").toString().getBytes(StandardCharsets.UTF_8));
            }
            zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<sst>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i <= rows; i++) {
                text.setLength(0);
                List<String> cells = cells(i);
                for (int column = 0; column < COLUMNS; column++) {
                    if (!cells.get(column).isEmpty() && !(i > 0 && isNumber(column))) {
                        text.append("<si><t>").append(cells.get(column)).append("</t></si>");
                    }
                }
                zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            zip.write("</sst>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private List<String> cells(int row) {
        return row == 0 ? HEADINGS : new ArrayList<>(List.of(row(row)));
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** What an office would keep as a number, and the words that repeat, which a spreadsheet shares but once. */
    private static boolean isNumber(int column) {
        return column == 0 || column == 10 || column == 14 || column >= 21 && column <= 28;
    }

    private static String letters(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : "A" + (char) ('A' + column - 26);
    }
}
